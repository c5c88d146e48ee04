import fc from 'fast-check';
import { QueryRefused, VersionNotServing } from '../errors';
import type { Filter, Query } from '../query';
import type { ReadStore } from '../read-store';
import { CaseClosed, CaseOpened, CaseRated, diary, directory, MemoryLog, register, UNKNOWN, type DirectoryRow } from './fixture';
import { foldToEnd, Opened, type Setting } from './place';

/** Rows that are found by what stands in a list, and by words. */
export function termsSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const log = new MemoryLog();
  for (const [key, area, rating] of [
    ['c1', 'Château-Thierry', 3],
    ['c2', 'Chatham and Medway', 5],
    ['c3', 'MEDWAY', 3],
    ['c4', 'Ærø', 1],
  ] as const) {
    log.append(`case-${key}`, CaseOpened({ area, openedOn: '2024-01-01' }));
    log.append(`case-${key}`, CaseRated({ rating }));
  }
  const filled = async (history = log): Promise<ReadStore> => {
    const store = await opened.with(freshPlace(), [directory, diary]);
    await foldToEnd(store, history, [directory, diary], 3);
    return store;
  };
  const keysOf = async (store: ReadStore, query: Query<DirectoryRow>): Promise<string[]> =>
    (await store.find(directory, query)).rows.map(({ key }) => key);

  const words = (...begins: string[]): Filter<DirectoryRow> => ({ words: begins.map((one) => ({ begins: one })) });
  const questions: [string, Filter<DirectoryRow>, string[]][] = [
    ['a text of their list', { where: { tags: { in: ['rated-3'] } } }, ['c1', 'c3']],
    ['one of several texts', { where: { tags: { in: ['rated-1', 'MEDWAY'] } } }, ['c3', 'c4']],
    ['no text', { where: { tags: { in: [] } } }, []],
    ['any text', { where: { tags: { isNull: false } } }, ['c1', 'c2', 'c3', 'c4']],
    ['a list that holds nothing', { where: { tags: { isNull: true } } }, []],
    ['a part of a text, which is none', { where: { tags: { in: ['rated'] } } }, []],
    ['a word, whatever its case', words('medway'), ['c2', 'c3']],
    ['a word, whatever its accents', words('chateau'), ['c1']],
    ['the beginning of a word, accents and all', words('CHÂT'), ['c1', 'c2']],
    ['the middle of a word, which is none', words('edway'), []],
    ['a word of no case', words('2024'), ['c1', 'c2', 'c3', 'c4']],
    ['two words', words('chat', 'medway'), ['c2']],
    ['what stands for a word', { words: [{ begins: 'nowhere', or: { where: { tags: { in: ['rated-1'] } } } }] }, ['c4']],
    ['two filters at once', { all: [words('medway'), {}, { where: { tags: { in: ['rated-3'] } } }] }, ['c3']],
    ['one of two filters', { any: [words('thierry'), { where: { tags: { in: ['rated-1'] } } }] }, ['c1', 'c4']],
    ['one of no filters', { any: [] }, []],
    ['what they are not', { except: words('medway') }, ['c1', 'c4']],
    ['all of it together', { keys: ['c1', 'c2', 'c3'], ...words('medway'), except: { where: { tags: { in: ['rated-5'] } } } }, ['c3']],
  ];
  it.each(questions)('are found by %s', async (_by, filter, expected) => {
    const store = await filled();
    expect(await keysOf(store, filter)).toEqual(expected);
    expect((await store.keys(directory, filter)).keys).toEqual(expected);
    expect((await store.count(directory, filter)).count).toBe(expected.length);
  });

  it('are found by what they hold now, and no longer by what they held', async () => {
    const history = new MemoryLog();
    const [one, other] = [CaseOpened({ area: 'Old Town', openedOn: '2024-01-01' }), CaseOpened({ area: 'New', openedOn: '2024-01-02' })];
    history.append('case-a', one);
    history.append('case-b', one);
    const store = await filled(history);
    for (const rating of [1, 2, 3, 4]) history.append('case-a', CaseRated({ rating }));
    history.append('case-a', other);
    history.append('case-b', CaseClosed({ closedOn: '2024-02-01' }));
    await foldToEnd(store, history, [directory, diary]);
    expect(await keysOf(store, words('town'))).toEqual([]);
    expect(await keysOf(store, words('new'))).toEqual(['a']);
    expect(await keysOf(store, { where: { tags: { in: ['Old Town', 'rated-1'] } } })).toEqual([]);
    expect(await keysOf(store, { where: { tags: { in: ['rated-4'] } } })).toEqual(['a']);
    history.append('case-b', one);
    await foldToEnd(store, history, [directory, diary]);
    expect(await keysOf(store, words('town'))).toEqual(['b']);
  });

  it('are found page by page in the order of a column', async () => {
    const store = await filled();
    const query: Query<DirectoryRow> = { ...words('2024'), orderBy: 'title', direction: 'desc', limit: 3 };
    const { rows, nextCursor } = await store.find(directory, query);
    expect(rows.map(({ key }) => key)).toEqual(['c4', 'c3', 'c1']);
    expect(await keysOf(store, { ...query, cursor: nextCursor! })).toEqual(['c2']);
  });

  it.each([1_010, 10_100])('are found alike where a term is that of %d rows', async (count) => {
    const many = new MemoryLog();
    for (let number = 0; number < count; number += 1) {
      const area = number % (count / 10) === 0 ? 'Portsmouth' : 'Medway';
      many.append(`case-c${number}`, CaseOpened({ area, openedOn: `${2000 + (number % 7)}-01-01` }));
    }
    const store = await opened.with(freshPlace(), [directory]);
    await foldToEnd(store, many, [directory], 2_000);
    const query: Query<DirectoryRow> = { ...words('opened'), except: { where: { tags: { in: ['Medway'] } } }, orderBy: 'title', limit: 3 };
    const first = await store.find(directory, query);
    const rest = await store.find(directory, { ...query, limit: 100, cursor: first.nextCursor! });
    const titles = [...first.rows, ...rest.rows].map(({ row }) => row.title);
    expect(titles).toEqual([...titles].sort());
    expect(titles).toHaveLength(10);
    expect(titles.every((title) => title.startsWith('Portsmouth'))).toBe(true);
  });

  it('are found in the order of their terms, page by page, whatever is asked besides', async () => {
    const filters: fc.Arbitrary<Filter<DirectoryRow>> = fc.constantFrom<Filter<DirectoryRow>>(
      ...questions.map(([, filter]) => filter),
      { where: { tags: { in: ['Medway', 'Chatham', 'rated-1', 'rated-2'] } }, except: words('chatham') },
      { all: [{ words: [{ begins: 'me', or: { where: { tags: { in: ['rated-2'] } } } }] }, { where: { openedOn: { isNull: true } } }] },
      { where: { tags: { in: ['Medway'] }, title: { from: 'N' } }, any: [words('2024'), words('opened')] },
    );
    const happened = fc.record({
      key: fc.nat({ max: 12 }),
      event: fc.oneof(
        fc.record({
          area: fc.constantFrom('Medway', 'Chatham', 'Nowhere'),
          openedOn: fc.constantFrom(UNKNOWN, '2024-01-01', '2023-07-09'),
        }),
        fc.record({ rating: fc.nat({ max: 3 }) }),
        fc.constant({}),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(happened, { minLength: 1, maxLength: 40 }),
        fc.array(filters, { minLength: 4, maxLength: 8 }),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 1, max: 4 }),
        async (histories, asked, direction, limit) => {
          const history = new MemoryLog();
          for (const { key, event } of histories) {
            const happens =
              'area' in event ? CaseOpened(event) : 'rating' in event ? CaseRated(event) : CaseClosed({ closedOn: '2024-02-01' });
            history.append(`case-c${key}`, happens);
          }
          const store = await filled(history);
          for (const filter of asked) {
            const { rows: all } = await store.find(directory, { ...filter, limit: 1_000 });
            const sorted = all.map(({ key, row }) => [row.openedOn ?? '', key] as const).sort();
            const found: string[] = [];
            for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
              const page = await store.find(directory, {
                ...filter,
                orderBy: 'openedOn',
                direction,
                limit,
                ...(cursor !== undefined && { cursor }),
              });
              found.push(...page.rows.map(({ key }) => key));
              cursor = page.nextCursor;
            }
            expect(found).toEqual((direction === 'asc' ? sorted : sorted.reverse()).map(([, key]) => key));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a cursor belongs to the question in the words in which it was put', async () => {
    const store = await filled();
    const { nextCursor } = await store.find(directory, { ...words('medway'), limit: 1, question: ['medway'] });
    expect(await keysOf(store, { ...words('medway'), keys: ['c3'], question: ['medway'], cursor: nextCursor! })).toEqual(['c3']);
    await expect(store.find(directory, { ...words('medway'), question: ['other'], cursor: nextCursor! })).rejects.toMatchObject({
      code: 'cursor-refused',
    });
  });

  it('entries are found by their own terms', async () => {
    const store = await filled();
    const { rows } = await store.find(diary, { where: { tags: { in: ['rated-3'] } }, words: [{ begins: 'rat' }] });
    expect(rows.map(({ key }) => key)).toEqual([1, 5].map((place) => log.events[place]!.position));
    expect((await store.count(diary, { words: [{ begins: 'opened' }] })).count).toBe(4);
  });

  it.each([
    ['by the order of a list', { where: { tags: { from: 'a' } } }, 'tags'],
    ['by what a list is not', { where: { tags: { not: 'a' } } }, 'tags'],
    ['by a number in a list of texts', { where: { tags: { in: [5] } } }, 'tags'],
    ['in the order of a list', { orderBy: 'tags' }, 'tags'],
    ['by no word', words('–'), 'words'],
    ['by two words in one', words('new town'), 'words'],
  ])('are not found %s', async (_how, query, field) => {
    const store = await filled();
    const refusal = store.find(directory, query as Query<DirectoryRow>);
    await expect(refusal).rejects.toThrow(QueryRefused);
    await expect(refusal).rejects.toMatchObject({ field });
  });

  it('words are asked of rows that have some', async () => {
    const store = await opened.with(freshPlace(), [register]);
    await expect(store.find(register, { words: [{ begins: 'a' }] })).rejects.toThrow(QueryRefused);
  });

  it('are not asked for terms that the version which still serves does not have', async () => {
    const place = freshPlace();
    const { columns: _columns, indexes: _indexes, termsBy: _termsBy, words: _words, ...plain } = directory;
    const before = await opened.with(place, [{ ...plain, columns: { title: 'text' } }]);
    await before.close();
    const store = await opened.with(place, [directory]);
    await expect(store.find(directory, words('a'))).rejects.toThrow(VersionNotServing);
    await expect(store.find(directory, { where: { tags: { in: ['a'] } } })).rejects.toThrow(VersionNotServing);
    await store.rebuild(directory.name, log);
    expect(await keysOf(store, words('medway'))).toEqual(['c2', 'c3']);
  });

  it('a list that holds something else than texts parks the case', async () => {
    const wrong = { ...directory, name: 'wrong', on: { CaseRated: () => ({ title: 'x', tags: [1] as never }) } };
    const store = await opened.with(freshPlace(), [wrong]);
    await foldToEnd(store, log, [wrong]);
    expect((await store.parked()).map(({ key, code }) => [key, code])).toEqual(['c1', 'c2', 'c3', 'c4'].map((key) => [key, 'TypeError']));
  });
}
