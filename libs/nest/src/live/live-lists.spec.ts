import type { Position } from '@app/event-store';
import { firstValueFrom, take, toArray } from 'rxjs';
import { LiveLists, TooManyWatched, type ListNews, type WatchedList } from './live-lists';

const at = (number: number): Position => String(number).padStart(20, '0') as Position;

describe('lists that readers watch', () => {
  let folded: Position;
  let rows: unknown[];
  let shownTimes: number;
  let lists: LiveLists;
  const list = (id = 'open cases', show?: WatchedList['show']): WatchedList => ({
    id,
    fold: 'case-register',
    show: show ?? (async () => ((shownTimes += 1), { shown: [...rows], position: folded })),
  });
  const change = (...next: unknown[]): void => {
    rows = next;
    folded = at(Number(folded) + 1);
  };
  beforeEach(() => {
    folded = at(1);
    rows = ['c1'];
    shownTimes = 0;
    lists = new LiveLists({ checkpoint: async () => ({ position: folded, stopped: undefined }) }, 1);
  });
  afterEach(() => lists.onModuleDestroy());

  /** The next so many pieces of news; what `meanwhile` does happens after the first. */
  async function news(count: number, watched: WatchedList, meanwhile: () => void = () => undefined, seen?: Position): Promise<ListNews[]> {
    const observed = await lists.watch(watched, seen);
    return new Promise((resolve, reject) => {
      let first = true;
      observed.pipe(take(count), toArray()).subscribe({ next: resolve, error: reject });
      observed.pipe(take(1)).subscribe(() => {
        if (first) meanwhile();
        first = false;
      });
    });
  }

  it('are told where they stand, and then when they change', async () => {
    expect(await news(2, list(), () => change('c1', 'c2'))).toEqual([
      { changed: false, position: at(1) },
      { changed: true, position: at(2) },
    ]);
  });

  it('are not told of what is not shown to them', async () => {
    const told: ListNews[] = [];
    (await lists.watch(list())).subscribe((one) => told.push(one));
    change('c1');
    await until(() => shownTimes === 2);
    change('c1', 'c2');
    await until(() => told.length === 2);
    expect(told[1]).toEqual({ changed: true, position: at(3) });
  });

  it('are told at once when they missed something, and only then (Last-Event-ID)', async () => {
    change('c1', 'c2');
    expect(await news(1, list(), undefined, at(1))).toEqual([{ changed: true, position: at(2) }]);
    expect(await news(1, list(), undefined, at(2))).toEqual([{ changed: false, position: at(2) }]);
  });

  it('are shown once for all who see the same, and no more when nobody watches', async () => {
    const [one, other] = [await lists.watch(list()), await lists.watch(list())];
    const both = [one, other].map((watched) => firstValueFrom(watched.pipe(take(2), toArray())));
    expect(lists.size).toBe(1);
    change('c2');
    expect(await Promise.all(both)).toEqual([
      [
        { changed: false, position: at(1) },
        { changed: true, position: at(2) },
      ],
      [
        { changed: false, position: at(1) },
        { changed: true, position: at(2) },
      ],
    ]);
    expect(lists.size).toBe(0);
  });

  it('are looked at again when they could not be read', async () => {
    let fails = 1;
    const failing = list('failing', async () => {
      if (folded !== at(1) && fails-- > 0) throw new Error('The database is away');
      return { shown: rows, position: folded };
    });
    expect((await news(2, failing, () => change('c2')))[1]).toEqual({ changed: true, position: at(2) });
    await expect(lists.watch(list('away', () => Promise.reject(new Error('away'))))).rejects.toThrow('away');
  });

  it('end when the process stops', async () => {
    const all = firstValueFrom((await lists.watch(list())).pipe(toArray()));
    lists.onModuleDestroy();
    expect(await all).toHaveLength(1);
    expect(await firstValueFrom((await lists.watch(list('later'))).pipe(toArray()))).toEqual([]);
  });

  it('are as many as a process can take on', async () => {
    for (let number = 0; number < 1_000; number += 1) (await lists.watch(list(`list ${number}`))).subscribe();
    await expect(lists.watch(list('one more'))).rejects.toThrow(TooManyWatched);
    expect(await news(1, list('list 7'))).toHaveLength(1);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
