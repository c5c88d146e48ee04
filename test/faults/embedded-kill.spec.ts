import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder, EventStore, FolderInUse, openEmbeddedEventStore, RecordedEvent } from '@app/event-store';

/** How often the writing process is killed; twenty times for the full proof. */
const KILLS = Number(process.env['KILLS'] ?? 3);
const WRITERS = 16;

interface Acknowledged {
  stream: string;
  revision: number;
  id: string;
}

const program = (folder: string) => [
  '-r',
  join(__dirname, '../from-sources.cjs'),
  join(__dirname, 'embedded-writers.ts'),
  folder,
  String(WRITERS),
];

/** Follows a process of writers: what it acknowledged, and what it said on standard error. */
function follow(child: ChildProcess) {
  let [out, err] = ['', ''];
  const watchers = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const watch of watchers) watch();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close') as Promise<[code: number | null]>;
  return {
    acknowledged: (): Acknowledged[] =>
      out
        .slice(0, out.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(' '))
        .map(([stream = '', revision, id = '']) => ({ stream, revision: Number(revision), id })),
    /** Until so many characters were acknowledged. */
    said: (characters: number) =>
      Promise.race([
        new Promise<void>((resolve) => {
          const watch = () => {
            if (out.length >= characters) resolve();
          };
          watchers.add(watch);
          watch();
        }),
        ended.then(() => Promise.reject(new Error(`the writers ended by themselves: ${err}`))),
      ]),
    ended,
    complaint: () => err,
  };
}

async function wholeLog(store: EventStore): Promise<RecordedEvent[]> {
  const end = await store.end();
  return end === undefined ? [] : store.readAll({ limit: Number(end) + 1 });
}

async function expectWhole(folder: string, acknowledged: readonly Acknowledged[]): Promise<number> {
  const claim = claimFolder(folder);
  const store = openEmbeddedEventStore(folder);
  try {
    const log = await wholeLog(store);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    expect(log.map(({ position }) => Number(position))).toEqual(log.map((_event, index) => index + 1));
    const places = new Map<string, string>();
    const next = new Map<string, number>();
    for (const { stream, revision, id } of log) {
      expect(revision).toBe(next.get(stream) ?? 0);
      next.set(stream, revision + 1);
      places.set(`${stream} ${revision}`, id);
    }
    expect(acknowledged.filter(({ stream, revision, id }) => places.get(`${stream} ${revision}`) !== id)).toEqual([]);
    return log.length;
  } finally {
    await store.close();
    claim.release();
  }
}

describe('the embedded store, its process killed', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'killed-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it(`${KILLS} times under ${WRITERS} writers, neither loses nor doubles an acknowledged event, and leaves no gap`, async () => {
    const acknowledged: Acknowledged[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, program(folder), { stdio: ['ignore', 'pipe', 'pipe'] });
      const writers = follow(child);
      await writers.said(5_000 + 7_919 * kill);
      child.kill('SIGKILL');
      await writers.ended;
      acknowledged.push(...writers.acknowledged());
      const stored = await expectWhole(folder, acknowledged);
      expect(stored).toBeGreaterThanOrEqual(acknowledged.length);
    }
    expect(new Set(acknowledged.map(({ stream }) => stream)).size).toBe(WRITERS);
  }, 120_000);

  it('lets nobody else in before: a second process is refused within a second, with the pid of the first', async () => {
    const first = spawn(process.execPath, program(folder), { stdio: ['ignore', 'pipe', 'pipe'] });
    const writers = follow(first);
    await writers.said(1);
    const started = performance.now();
    expect(() => claimFolder(folder)).toThrow(FolderInUse);
    expect(performance.now() - started).toBeLessThan(1_000);
    const second = follow(spawn(process.execPath, program(folder), { stdio: ['ignore', 'pipe', 'pipe'] }));
    expect(await second.ended).toEqual([3, null]);
    expect(second.complaint()).toContain(`in use by process ${first.pid}`);
    first.kill('SIGKILL');
    await writers.ended;
    expect(readFileSync(join(folder, 'owner.pid'), 'utf8')).toBe(`${first.pid}\n`);
    await expectWhole(folder, writers.acknowledged());
  }, 30_000);

  it('or out of room, acknowledges nothing that is not there', async () => {
    const limited = spawn('sh', ['-c', 'ulimit -f 2048; exec "$@"', 'sh', process.execPath, ...program(folder)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const writers = follow(limited);
    expect(await writers.ended).toEqual([4, null]);
    expect(writers.complaint()).toContain('nothing was stored');
    expect(writers.acknowledged().length).toBeGreaterThan(100);
    await expectWhole(folder, writers.acknowledged());
    expect(existsSync(join(folder, 'owner.lock'))).toBe(true);
  }, 60_000);
});
