import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { issueLocalToken } from '@app/access';
import { addDays } from '@app/calendar';
import { claimFolder, openEmbeddedEventStore, type RecordedEvent } from '@app/event-store';
import { ask, Writers, type Caller } from './caller';
import { byStream, expectAcknowledged, expectFreshFold, expectLapses, expectWhole, openReading, wholeLog } from './expectations';
import { killUnderWriters, KILLED_WRITERS } from './killed-under-writers';
import { endServers, launchServer, startServer, withoutScript, type ServerProcess } from './server';

/** How often the server is killed; twenty times for the full proof. */
const KILLS = Number(process.env['FAULTS_KILLS'] ?? 3);
const WRITERS = 16;
/** The day on which the clock of an example stands at first. */
const DAY = '2021-09-02';

let folder: string;
let server: ServerProcess;
let writers: Writers | undefined;
const environment = () => ({ CASEWORK_DATA: folder });
const caller = async (role: string): Promise<Caller> => ({ url: () => server.url, token: await issueLocalToken(folder, { role }) });

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'casework-faults-'))));
afterEach(async () => {
  writers?.abandon();
  await endServers();
  rmSync(folder, { recursive: true, force: true });
});

/** What an ended server has left, compared with what it should have. */
async function offline(check: (log: readonly RecordedEvent[]) => void, { atEnd = true } = {}): Promise<void> {
  const claim = claimFolder(folder);
  const store = openEmbeddedEventStore(folder);
  const readStore = await openReading(folder);
  try {
    const log = await wholeLog(store);
    expectWhole(log);
    check(log);
    await expectFreshFold(readStore, store, { atEnd });
  } finally {
    await readStore.close();
    await store.close();
    claim.release();
  }
}

describe('the whole server', () => {
  it(
    `killed ${KILLS} times under ${KILLED_WRITERS} writers while its clock is moved, loses and doubles nothing, and every lapse happens exactly once (E4, P5, P6)`,
    async () => {
      await withoutScript(folder);
      const { acknowledged, until } = await killUnderWriters(environment(), KILLS);
      await offline((log) => {
        expectAcknowledged(log, acknowledged);
        expect(expectLapses(log, until)).toBeGreaterThan(10);
      });
    },
    60_000 + KILLS * 15_000,
  );

  it('lets no second process into its folder; told to stop under load it finishes what it has begun, ends with code 0, and serves at once when started again', async () => {
    await withoutScript(folder);
    server = await startServer(environment());
    writers = new Writers(await caller('case-lead'), {
      writers: WRITERS,
      run: 's',
      day: DAY,
      dueOn: (turn) => addDays(DAY, 1 + (turn % 9)),
    });
    const second = await launchServer(environment());
    const started = performance.now();
    expect(() => claimFolder(folder)).toThrow(`in use by process ${server.pid}`);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.output()).toContain(`in use by process ${server.pid}`);
    await writers.progress(100);
    const asked = performance.now();
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(5_000);
    const before = [...writers.acknowledged];
    await offline(
      (log) => {
        const recorded = log.filter(({ stream }) => stream.startsWith('risk-')).map(({ id }) => id);
        expect(recorded.sort()).toEqual(before.flatMap(({ ids }) => ids).sort());
      },
      { atEnd: false },
    );
    server = await startServer(environment());
    const answered = writers.acknowledged.length;
    await writers.progress(1);
    expect(writers.acknowledged.length).toBeGreaterThan(answered);
    const acknowledged = await writers.finish();
    const settled = await ask(await caller('administrator'), 'POST', '/admin/clock/advance', { by: '1h' });
    expect(settled.status).toBe(200);
    await server.end('SIGTERM');
    await offline((log) => expectAcknowledged(log, acknowledged));
  }, 60_000);

  it('killed again and again in its first start goes on where it was, and has recorded in the end what an undisturbed one records', async () => {
    const story = async (): Promise<Map<string, string[]>> => {
      let streams = new Map<string, string[]>();
      await offline((log) => {
        streams = new Map([...byStream(log)].map(([stream, events]) => [named(stream, log[0]!.stream), events.map(({ type }) => type)]));
      });
      return streams;
    };
    const named = (stream: string, installation: string): string => stream.replace(installation.slice('installation-'.length), 'this');
    server = await startServer(environment());
    await server.end('SIGTERM');
    const undisturbed = await story();
    rmSync(folder, { recursive: true });

    for (const milliseconds of [1_200, 1_700].concat(KILLS > 3 ? [600, 800, 1_000, 1_100, 1_300, 1_400, 1_500, 1_900, 2_100, 2_400] : [])) {
      server = await launchServer(environment());
      await Promise.race([pause(milliseconds), server.says('Casework is ready')]);
      await server.end('SIGKILL');
    }
    server = await launchServer(environment());
    await server.says(' 75 of ');
    await server.end('SIGKILL');
    server = await startServer(environment());
    expect(server.output()).toContain('Going on with the example at entry');
    await server.end('SIGTERM');
    expect(await story()).toEqual(undisturbed);
  }, 120_000);
});
