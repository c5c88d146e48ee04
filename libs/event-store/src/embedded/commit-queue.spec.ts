import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CommitQueue } from './commit-queue';
import { Request } from './log-writer';
import { openSqlite } from './sqlite';
import { WriterThread } from './writer-thread-client';

describe('the commit queue', () => {
  let folder: string;
  let file: string;
  let growth: number;
  let queue: CommitQueue;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'queue-'));
    file = join(folder, 'events.db');
    growth = 0;
    queue = new CommitQueue(file, () => (growth += 1));
  });
  afterEach(async () => {
    await queue.close();
    rmSync(folder, { recursive: true, force: true });
  });

  let streams = 0;
  const start = (): Request => [`risk-${(streams += 1)}`, -1, [randomUUID(), 'RiskRaised', 1, '{}', '{}']];
  const submitMany = (count: number) => Promise.all(Array.from({ length: count }, () => queue.submit(start())));
  const thread = () => (queue as unknown as { thread: WriterThread | undefined }).thread;
  const threadReady = async () => {
    await submitMany(2);
    while (!thread()?.ready) await nextTurn();
  };
  const count = () => {
    const log = openSqlite(file, { readonly: true });
    const [found] = log.prepare('SELECT count(*) FROM events').raw().get() as [number];
    log.close();
    return found;
  };

  it('commits a lone append at once, in place', async () => {
    expect(await queue.submit(start())).toEqual({ kind: 'appended', revision: 0, position: 1 });
    expect(thread()).toBeUndefined();
  });

  it('commits those that come in one turn together', async () => {
    await submitMany(50);
    expect(growth).toBe(1);
    expect(count()).toBe(50);
  });

  it('commits in the thread what comes together, and meanwhile gathers what comes', async () => {
    await threadReady();
    const [before, commit] = [growth, jest.spyOn(thread() as WriterThread, 'commit')];
    const first = submitMany(16);
    const second = submitMany(30);
    await Promise.all([first, second]);
    expect(commit.mock.calls.map(([batch]) => batch.length)).toEqual([16, 30]);
    expect(growth - before).toBe(2);
    expect(count()).toBe(48);
  });

  it('says that the log has grown only where it has', async () => {
    await queue.submit(['risk-none', 5, [randomUUID(), 'RiskRaised', 1, '{}', '{}']]);
    await queue.submit(['', -1, []]);
    expect(growth).toBe(0);
  });

  it('loses and doubles nothing when the thread dies with a batch, and goes on in place', async () => {
    await threadReady();
    const before = count();
    const worker = (thread() as unknown as { worker: { terminate: () => Promise<number> } }).worker;
    const answers = submitMany(40);
    const killed = worker.terminate();
    const more = submitMany(5);
    for (const answer of [...(await answers), ...(await more)]) expect(answer).toMatchObject({ kind: 'appended', revision: 0 });
    await killed;
    expect(await submitMany(3)).toHaveLength(3);
    expect(count() - before).toBe(48);
  });

  it('finishes what was submitted before it closes', async () => {
    const answers = submitMany(20);
    await queue.close();
    expect(await answers).toHaveLength(20);
    queue = new CommitQueue(file, () => undefined);
    expect(count()).toBe(20);
  });
});
