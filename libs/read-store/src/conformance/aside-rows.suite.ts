import type { Projection } from '@app/event-sourcing';
import fc from 'fast-check';
import type { Filter, Query } from '../query';
import { diary, directory, register, timeline } from './fixture';
import { histories } from './histories';
import { foldToEnd, Opened, type Setting } from './place';

/** What was folded aside is asked as what is stored is. */
export function asideRowsSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const folds: [string, Projection, readonly Query<any>[]][] = [
    [
      'one row a case',
      register,
      [
        {},
        { orderBy: 'rating' },
        { orderBy: 'openedOn', direction: 'desc' },
        { where: { status: 'open' } },
        { where: { area: null }, orderBy: 'rating', direction: 'desc' },
        { except: { where: { rating: { from: 3 } } } },
      ],
    ],
    ['rows with lists and words', directory, [{ words: [{ begins: 'a' }] }, { where: { tags: { isNull: false } } }]],
    ['entries', timeline, [{}, { direction: 'desc' }]],
    ['entries with lists', diary, [{}]],
  ];

  it.each(folds)('answers, pages and counts as what is stored does, whatever happened: %s', async (_what, fold, queries) => {
    await fc.assert(
      fc.asyncProperty(histories({ poison: true }), async (log) => {
        const store = await opened.with(freshPlace(), [fold]);
        await foldToEnd(store, log, [fold], 7);
        const aside = store.aside(fold);
        aside.fold(log.events);
        const { position } = await store.checkpoint(fold.name);
        const rows = await store.asideRows(fold, aside, position);
        try {
          for (const query of queries) {
            expect(await rows.count(query as Filter<any>)).toEqual(await store.count(fold, query as Filter<any>));
            let cursor: string | undefined;
            do {
              const asked = { ...query, limit: 2, ...(cursor !== undefined && { cursor }) };
              const page = await store.find(fold, asked);
              expect(await rows.find(asked)).toEqual(page);
              cursor = page.nextCursor;
            } while (cursor !== undefined);
          }
        } finally {
          await rows.close();
        }
      }),
      { numRuns: 5 },
    );
  });
}
