import { defineProjection, type Projection } from '@app/event-sourcing';
import fc from 'fast-check';
import { FeedRestarted, QueryRefused } from '../errors';
import type { ReadStore } from '../read-store';
import { areas, CaseClosed, CaseOpened, CaseRated, MemoryLog, register } from './fixture';
import { histories } from './histories';
import { foldToEnd, Opened, type Setting } from './place';

const fedRegister = defineProjection({ ...register, feed: true });
const fedAreas = defineProjection({ ...areas, feed: true });
const fed = [fedRegister, fedAreas];

/** What somebody holds who polls. */
class Reader {
  readonly held = new Map<string, object>();
  readonly told: string[] = [];
  private after: string | undefined;

  constructor(
    private readonly store: ReadStore,
    private readonly projection: Projection,
  ) {}

  async poll(limit = 2): Promise<void> {
    for (;;) {
      const asked = { limit, ...(this.after !== undefined && { after: this.after }) };
      const { changes, next, more } = await this.store.changes(this.projection, asked);
      for (const { key, row } of changes) {
        this.told.push(row ? key : `-${key}`);
        if (row) this.held.set(key, row);
        else this.held.delete(key);
      }
      this.after = next;
      if (!more) return;
    }
  }
}

export function changesSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const rowsOf = async (store: ReadStore, projection: Projection): Promise<Map<string, object>> => {
    const { rows } = await store.find(projection, { limit: 1_000 });
    return new Map(rows.map(({ key, row }) => [key, row]));
  };

  it('tells each changed row once, and of those that were taken away', async () => {
    const log = new MemoryLog();
    log.append('case-c1', CaseOpened({ area: 'Medway', openedOn: '2023-10-01' }));
    log.append('case-c2', CaseOpened({ area: 'Medway', openedOn: '2023-11-01' }));
    const store = await opened.with(freshPlace(), fed);
    await foldToEnd(store, log, fed);
    const cases = new Reader(store, fedRegister);
    const places = new Reader(store, fedAreas);
    await cases.poll();
    await places.poll();
    expect(cases.told).toEqual(['c1', 'c2']);

    await cases.poll();
    expect(cases.told).toHaveLength(2);

    log.append('case-c1', CaseRated({ rating: 3 }));
    log.append('case-c2', CaseClosed({ closedOn: '2024-01-01' }));
    log.append('case-c1', CaseRated({ rating: 4 }));
    await foldToEnd(store, log, fed);
    await cases.poll();
    expect(cases.told.slice(2)).toEqual(['c2', 'c1']);
    expect(cases.held).toEqual(await rowsOf(store, fedRegister));

    log.append('case-c1', CaseClosed({ closedOn: '2024-01-02' }));
    await foldToEnd(store, log, fed);
    await places.poll();
    expect(places.told).toContain('-every-area');
    expect(places.held).toEqual(await rowsOf(store, fedAreas));
  });

  it('whoever polls whenever holds the rows that serve', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories(),
        fc.array(fc.nat({ max: 30 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 3 }),
        async (history, stops, limit) => {
          const store = await opened.with(freshPlace(), fed);
          const readers = [new Reader(store, fedRegister), new Reader(store, fedAreas)] as const;
          const seen = new MemoryLog();
          for (const [number, event] of history.events.entries()) {
            seen.events.push(event);
            if (!stops.includes(number)) continue;
            await foldToEnd(store, seen, fed);
            for (const reader of readers) await reader.poll(limit);
          }
          await foldToEnd(store, seen, fed);
          for (const reader of readers) await reader.poll(limit);
          expect(readers[0].held).toEqual(await rowsOf(store, fedRegister));
          expect(readers[1].held).toEqual(await rowsOf(store, fedAreas));
          await opened.closeAll();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('a row that waited behind an event that could not be folded is told when it goes on', async () => {
    const log = new MemoryLog();
    log.append('case-c1', CaseOpened({ area: 'A', openedOn: '2024-01-01' }));
    log.append('case-c1', CaseRated({ rating: 1, poison: true }));
    log.append('case-c2', CaseOpened({ area: 'A', openedOn: '2024-01-01' }));
    log.append('case-c2', CaseRated({ rating: 1, poison: true }));
    log.append('case-c1', CaseRated({ rating: 2 }));
    log.append('case-c2', CaseRated({ rating: 3 }));
    const store = await opened.with(freshPlace(), fed);
    await foldToEnd(store, log, fed);
    const reader = new Reader(store, fedRegister);
    await reader.poll();
    for (const key of ['c1', 'c2']) {
      await store.skip(fedRegister.name, key, log);
      await reader.poll();
      expect(reader.held).toEqual(await rowsOf(store, fedRegister));
    }
    const told = reader.told.length;
    await reader.poll();
    expect(reader.told).toHaveLength(told);
  });

  it('after a rebuild the reader starts again', async () => {
    const log = new MemoryLog();
    log.append('case-c1', CaseOpened({ area: 'A', openedOn: '2024-01-01' }));
    const store = await opened.with(freshPlace(), fed);
    await foldToEnd(store, log, fed);
    const { next } = await store.changes(fedRegister, { limit: 10 });
    await store.rebuild(fedRegister.name, log);
    await expect(store.changes(fedRegister, { limit: 10, after: next })).rejects.toThrow(FeedRestarted);
    expect((await store.changes(fedRegister, { limit: 10 })).changes.map(({ key }) => key)).toEqual(['c1']);
  });

  it('a place that was never given, and no page at all, are refused', async () => {
    const store = await opened.with(freshPlace(), fed);
    const { next } = await store.changes(fedRegister, { limit: 10 });
    for (const after of ['', 'x', '1', next.slice(0, -1), `${next}A`, next.replace('.', ''), `${next.split('.')[0]}.`]) {
      await expect(store.changes(fedRegister, { limit: 10, after })).rejects.toMatchObject({ code: 'cursor-refused', field: 'after' });
    }
    for (const limit of [0, 1_001, 1.5]) await expect(store.changes(fedRegister, { limit })).rejects.toThrow(QueryRefused);
  });
}
