import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { issueLocalToken } from '@app/access';
import { addDays } from '@app/calendar';
import { claimFolder, openEmbeddedEventStore } from '@app/event-store';
import { ask, Writers, type Caller } from './caller';
import { expectAcknowledged, expectFreshFold, expectWhole, openReading, wholeLog } from './expectations';
import { endServers, startServer, withoutScript, type ServerProcess } from './server';

const WRITERS = 16;
/** How often it is killed half way; ten times for the full proof. */
const KILLS = Math.max(1, Math.floor(Number(process.env['FAULTS_KILLS'] ?? 2) / 2));
const DAY = '2021-09-02';
/** The read model with the most rows, and the one that the writers' commands make. */
const REBUILT = ['timeline', 'risk-register'] as const;

let folder: string;
let server: ServerProcess;
let writers: Writers | undefined;
const caller = async (role: string): Promise<Caller> => ({ url: () => server.url, token: await issueLocalToken(folder, { role }) });
const start = async (): Promise<void> => {
  server = await startServer({ CASEWORK_DATA: folder });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casework-rebuild-'));
  await withoutScript(folder);
  await start();
  writers = new Writers(await caller('case-lead'), { writers: WRITERS, run: 'r', day: DAY, dueOn: (turn) => addDays(DAY, 1 + (turn % 9)) });
}, 60_000);
afterEach(async () => {
  writers?.abandon();
  await endServers();
  rmSync(folder, { recursive: true, force: true });
});

/** What the server has left: whole, with every acknowledged command, and every read model that of a fresh fold. */
async function offline(): Promise<void> {
  const acknowledged = await writers!.finish();
  expect((await ask(await caller('administrator'), 'POST', '/admin/clock/advance', { by: '1h' })).status).toBe(200);
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
  const claim = claimFolder(folder);
  const store = openEmbeddedEventStore(folder);
  const readStore = await openReading(folder);
  try {
    const log = await wholeLog(store);
    expectWhole(log);
    expectAcknowledged(log, acknowledged);
    await expectFreshFold(readStore, store, { atEnd: true });
  } finally {
    await readStore.close();
    await store.close();
    claim.release();
  }
}

interface Shown {
  readonly name: string;
  readonly building?: { readonly position?: string };
  readonly rebuiltAt?: string;
}

/** How the timeline stands once it stands so. */
async function shownWhere(administrator: Caller, stands: (shown: Shown) => boolean): Promise<Shown> {
  for (;;) {
    const shown = ((await ask(administrator, 'GET', '/admin/status')).body.folds as Shown[]).find(({ name }) => name === 'timeline')!;
    if (stands(shown)) return shown;
    await pause(5);
  }
}

/** Kills the server as soon as status shows that it builds; again where it was done before that was seen. @returns how it stood before */
async function killedWhileBuilding(administrator: Caller): Promise<Shown> {
  for (;;) {
    const before = await shownWhere(administrator, () => true);
    const asked = ask(administrator, 'POST', '/admin/rebuild/timeline').catch(() => undefined);
    const { building } = await shownWhere(administrator, (shown) => shown.building !== undefined || shown.rebuiltAt !== before.rebuiltAt);
    if (building) await server.end('SIGKILL');
    await asked;
    if (building) return before;
  }
}

describe(`a rebuild under ${WRITERS} writers`, () => {
  it(
    `answers every question throughout, never with less than before; killed half way ${KILLS} times it is gone on with, unasked; what is left is a fresh replay`,
    async () => {
      const [administrator, reader] = [await caller('administrator'), await caller('auditor')];
      await writers!.progress(120);
      let [rebuilding, reads, most] = [true, 0, ''];
      const reading = (async () => {
        for (; rebuilding; reads += 1) {
          const { status, headers, body } = await ask(reader, 'GET', '/v1/risks?limit=1000');
          const position = headers.get('casework-position')!;
          expect([status, position >= most, body.rows.length >= WRITERS]).toEqual([200, true, true]);
          most = position;
        }
      })();
      for (const name of REBUILT) {
        const { status, body } = await ask(administrator, 'POST', `/admin/rebuild/${name}`);
        expect([status, body.name, body.parked]).toEqual([200, name, 0]);
        await writers!.progress(WRITERS);
      }
      rebuilding = false;
      await reading;
      expect(reads).toBeGreaterThan(5);

      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = await killedWhileBuilding(administrator);
        await start();
        expect((await ask(reader, 'GET', '/v1/timeline?limit=1')).body.rows).toHaveLength(1);
        await shownWhere(administrator, ({ building, rebuiltAt }) => !building && rebuiltAt !== before.rebuiltAt);
      }
      for (const name of REBUILT) {
        expect((await ask(administrator, 'POST', `/admin/verify/${name}`)).body).toMatchObject({ name, same: true });
      }
      await offline();
    },
    150_000 + KILLS * 30_000,
  );
});
