import fc from 'fast-check';
import { QueryRefused } from '../errors';
import type { Filter } from '../query';
import type { TotalsAsked } from '../totals';
import { CaseClosed, CaseOpened, CaseRated, directory, MemoryLog, register, type CaseRow } from './fixture';
import { histories } from './histories';
import { foldToEnd, Opened, type Setting } from './place';

/** Rows that are counted by what they say. */
export function totalsSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const log = new MemoryLog();
  for (const [key, area, rating] of [
    ['c1', 'Oxfordshire', 3],
    ['c2', 'Medway', null],
    ['c3', 'Portsmouth', 5],
    ['c4', 'Medway', 5],
  ] as const) {
    log.append(`case-${key}`, CaseOpened({ area, openedOn: '2024-01-01' }));
    log.append(`case-${key}`, CaseRated({ rating }));
  }
  log.append('case-c4', CaseClosed({ closedOn: '2024-02-01' }));
  const filled = async (history = log) => {
    const store = await opened.with(freshPlace(), [register, directory]);
    await foldToEnd(store, history, [register, directory]);
    return store;
  };

  it.each<[string, TotalsAsked<CaseRow>, unknown[]]>([
    ['all together', {}, [{ values: [], count: 4, sums: [] }]],
    ['all together, with a sum', { sums: ['rating'] }, [{ values: [], count: 4, sums: [13] }]],
    [
      'by a column, what has no value first',
      { by: ['rating'] },
      [
        { values: [null], count: 1, sums: [] },
        { values: [3], count: 1, sums: [] },
        { values: [5], count: 2, sums: [] },
      ],
    ],
    [
      'by two columns, with a sum, of those that are chosen',
      { by: ['status', 'area'], sums: ['rating'], filter: { where: { rating: { isNull: false } } } },
      [
        { values: ['closed', null], count: 1, sums: [5] },
        { values: ['open', 'Oxfordshire'], count: 1, sums: [3] },
        { values: ['open', 'Portsmouth'], count: 1, sums: [5] },
      ],
    ],
    ['none where none is chosen', { by: ['status'], filter: { where: { area: 'Nowhere' } } }, []],
    ['none of none', { sums: ['rating'], filter: { keys: [] } }, [{ values: [], count: 0, sums: [0] }]],
  ])('are counted %s', async (_how, asked, expected) =>
    expect(await (await filled()).totals(register, asked)).toEqual({ totals: expected, position: log.end }),
  );

  it('are counted under each text of their lists', async () => {
    const store = await filled();
    const { totals } = await store.totals(directory, { by: ['tags'] });
    expect(totals.map(({ values, count }) => [...values, count])).toEqual([
      ['Medway', 1],
      ['Oxfordshire', 1],
      ['Portsmouth', 1],
      ['rated-3', 1],
      ['rated-5', 1],
      ['rated-null', 1],
    ]);
    const ofOne = await store.totals(directory, { by: ['tags'], filter: { keys: ['c3'] } });
    expect(ofOne.totals.map(({ values }) => values)).toEqual([['Portsmouth'], ['rated-5']]);
  });

  it.each<[string, TotalsAsked<any>, string]>([
    ['told apart by what is no column', { by: ['history'] }, 'history'],
    ['told apart by a list and something else', { by: ['tags', 'title'] }, 'tags'],
    ['added up where they hold no whole number', { sums: ['title'] }, 'title'],
    ['chosen by what is no column', { filter: { where: { nothing: 1 } } }, 'nothing'],
  ])('are not %s', async (_how, asked, field) => {
    const refusal = (await filled()).totals(directory, asked);
    await expect(refusal).rejects.toThrow(QueryRefused);
    await expect(refusal).rejects.toMatchObject({ field });
  });

  it('are counted as a list of the same filter counts them', async () => {
    const columns = fc.subarray(['status', 'area', 'rating'] as const);
    await fc.assert(
      fc.asyncProperty(histories(), columns, async (history, by) => {
        const store = await filled(history);
        const { totals } = await store.totals(register, { by });
        for (const { values, count } of totals) {
          const where = Object.fromEntries(by.map((name, at) => [name, values[at]])) as NonNullable<Filter<CaseRow>['where']>;
          expect((await store.count(register, { where })).count).toBe(count);
        }
        const every = totals.reduce((sum, { count }) => sum + count, 0);
        expect(every).toBe((await store.count(register)).count);
        await opened.closeAll();
      }),
      { numRuns: 15 },
    );
  });
}
