import { openReadStore, ReadStoreUnavailable, replay, tryLease, type ReadStore } from '@app/read-store';
import { CaseOpened, CaseRated, catalogue, MemoryLog, register, timeline, watch } from '@app/read-store/conformance/fixture';
import { postgresBinaries, startThrowawayCluster, type ThrowawayCluster } from './throwaway-cluster';

const folds = [register, timeline, watch];
const names = folds.map(({ name }) => name);

jest.setTimeout(60_000);

describe('when PostgreSQL is away', () => {
  if (postgresBinaries() === undefined) {
    it('PostgreSQL was not found on this machine: this half did not run', () => {
      process.stderr.write('HALF NOT RUN: outages of PostgreSQL (its binaries were not found)\n');
    });
    return;
  }
  let cluster: ThrowawayCluster;
  let store: ReadStore;
  beforeAll(async () => {
    cluster = (await startThrowawayCluster())!;
    store = await openReadStore({ postgres: cluster.url, schema: 'reading', catalogue });
  });
  afterAll(async () => {
    await store.close();
    await cluster.stop();
  });

  /** Folds to the end of the log, trying again whenever the database is away. @returns how often it was */
  const folding = async (log: MemoryLog, onBatch: (batch: number) => Promise<void>): Promise<number> => {
    let unavailable = 0;
    for (let batch = 1; ; batch += 1) {
      const { position: from } = await store.checkpoint(register.name);
      const events = log.after(from, 20);
      if (events.length === 0) return unavailable;
      const folded = store.fold(names, events, { from, to: events.at(-1)!.position }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(ReadStoreUnavailable);
        unavailable += 1;
      });
      await Promise.all([folded, onBatch(batch)]);
    }
  };

  it('reads say so within two seconds, and after three crashes in the middle of batches every row is that of a fresh fold', async () => {
    const log = new MemoryLog();
    for (let number = 0; number < 1_200; number += 1) {
      const stream = `case-c${number % 40}`;
      log.append(stream, number < 40 ? CaseOpened({ area: 'A', openedOn: '2024-01-01' }) : CaseRated({ rating: number % 9 }));
    }
    await store.prepare(folds);
    const crash = async (): Promise<void> => {
      await cluster.kill();
      const asked = Date.now();
      await expect(store.get(register, 'c1')).rejects.toThrow(ReadStoreUnavailable);
      expect(Date.now() - asked).toBeLessThan(2_500);
      await cluster.restart();
    };
    const unavailable = await folding(log, async (batch) => {
      if ([5, 17, 33].includes(batch)) await crash();
    });
    expect(unavailable).toBeGreaterThan(0);
    for (const fold of folds) {
      const { checksum } = await replay(fold, catalogue, log);
      expect(await store.checksum(fold.name)).toEqual({ position: log.end, ...checksum });
    }
  });

  it('a right that one process holds is refused to others until it is given back', async () => {
    const first = (await tryLease(cluster.url, 'worker'))!;
    expect(await tryLease(cluster.url, 'worker')).toBeUndefined();
    const other = (await tryLease(cluster.url, 'another'))!;
    await other.release();
    await first.release();
    const second = (await tryLease(cluster.url, 'worker'))!;
    expect(second.lost.aborted).toBe(false);
    await second.release();
  });

  it('a right is lost with its connection, and the holder is told', async () => {
    const lease = (await tryLease(cluster.url, 'worker'))!;
    const lost = new Promise((resolve) => lease.lost.addEventListener('abort', resolve));
    await cluster.kill();
    await lost;
    await expect(tryLease(cluster.url, 'worker')).rejects.toThrow(ReadStoreUnavailable);
    await cluster.restart();
    const again = (await tryLease(cluster.url, 'worker'))!;
    await again.release();
  });

  it('a store that cannot be reached is refused as unavailable when it is opened', async () => {
    await expect(openReadStore({ postgres: 'postgres://postgres@127.0.0.1:1/none', schema: 'reading', catalogue })).rejects.toThrow(
      ReadStoreUnavailable,
    );
  });
});
