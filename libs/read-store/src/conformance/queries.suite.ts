import { defineProjection, type EventOf } from '@app/event-sourcing';
import fc from 'fast-check';
import { compareBytes } from '../checksum';
import { CursorRefused, QueryRefused } from '../errors';
import type { Query } from '../query';
import type { ReadStore } from '../read-store';
import { CaseClosed, CaseOpened, CaseRated, CaseRow, MemoryLog, register, timeline } from './fixture';
import { histories } from './histories';
import { foldToEnd, Opened, type Setting } from './place';

export function queriesSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const log = new MemoryLog();
  for (const [key, area, openedOn, rating] of [
    ['c1', 'Oxfordshire', '2023-10-01', 3],
    ['c2', 'Medway', '2023-11-01', null],
    ['c3', 'Portsmouth', '2023-12-01', 5],
    ['c4', 'Medway', '2024-01-01', 5],
  ] as const) {
    log.append(`case-${key}`, CaseOpened({ area, openedOn }));
    log.append(`case-${key}`, CaseRated({ rating }));
  }
  log.append('case-c4', CaseClosed({ closedOn: '2024-02-01' }));

  const registered = async (): Promise<ReadStore> => {
    const store = await opened.with(freshPlace(), [register]);
    await foldToEnd(store, log, [register]);
    return store;
  };
  const keysOf = async (store: ReadStore, query: Query<CaseRow>): Promise<string[]> =>
    (await store.find(register, query)).rows.map(({ key }) => key);

  const questions: [string, Query<CaseRow>, string[]][] = [
    ['a value', { where: { area: 'Medway' } }, ['c2']],
    ['none', { where: { area: null } }, ['c4']],
    ['several at once', { where: { status: 'open', rating: 5 } }, ['c3']],
    ['from and to, both included', { where: { openedOn: { from: '2023-11-01', to: '2023-12-01' } } }, ['c2', 'c3']],
    ['after and before, both left out', { where: { openedOn: { after: '2023-10-01', before: '2023-12-01' } } }, ['c2']],
    ['one of', { where: { rating: { in: [3, 5] } } }, ['c1', 'c3', 'c4']],
    ['one of none', { where: { rating: { in: [] } } }, []],
    ['another one or none', { where: { rating: { not: 5 } } }, ['c1', 'c2']],
    ['any', { where: { rating: { isNull: false } } }, ['c1', 'c3', 'c4']],
    ['keys', { keys: ['c4', 'c1', 'nobody'] }, ['c1', 'c4']],
    ['keys backwards', { direction: 'desc' }, ['c4', 'c3', 'c2', 'c1']],
    ['a column in order, what has none first', { orderBy: 'rating' }, ['c2', 'c1', 'c3', 'c4']],
    ['a column in reverse order, what has none last', { orderBy: 'rating', direction: 'desc' }, ['c4', 'c3', 'c1', 'c2']],
  ];
  it.each(questions)('rows are found by %s', async (_by, query, expected) => {
    const store = await registered();
    expect(await keysOf(store, query)).toEqual(expected);
    const { count, position } = await store.count(register, { ...query });
    expect({ count, position }).toEqual({ count: expected.length, position: log.end });
  });

  const refused: [string, object, string][] = [
    ['a column that is none', { where: { history: 1 } }, 'history'],
    ['a column of the store itself', { where: { body: '' } }, 'body'],
    ['an order by what is no column', { orderBy: 'key"' }, 'key"'],
    ['text where a number is kept', { where: { rating: 'five' } }, 'rating'],
    ['a number where text is kept', { where: { openedOn: { from: 5 } } }, 'openedOn'],
    ['U+0000', { where: { area: 'a\u0000' } }, 'area'],
    ['a direction that is none', { direction: 'sideways' }, 'direction'],
    ['no rows', { limit: 0 }, 'limit'],
    ['too many rows', { limit: 1_001 }, 'limit'],
    ['half a row', { limit: 1.5 }, 'limit'],
  ];
  it.each(refused)('a question with %s is refused', async (_what, query, field) => {
    const store = await registered();
    const refusal = store.find(register, query as Query<CaseRow>);
    await expect(refusal).rejects.toThrow(QueryRefused);
    await expect(refusal).rejects.toMatchObject({ field });
  });

  it('a key that no database could hold is simply not there', async () => {
    const store = await registered();
    expect((await store.get(register, 'c1\u0000')).row).toBeUndefined();
    expect(await keysOf(store, { keys: ['c1\u0000', 'c1'] })).toEqual(['c1']);
  });

  const inOrder = (rows: readonly { key: string; row: CaseRow }[], { orderBy, direction }: Query<CaseRow>): string[] => {
    const rank = (row: CaseRow): unknown => (orderBy === undefined ? undefined : (row[orderBy] ?? null));
    const compare = (a: unknown, b: unknown): number => {
      if (a === b) return 0;
      if (a === null) return -1;
      if (b === null) return 1;
      return typeof a === 'string' ? compareBytes(a, b as string) : Number(a) - Number(b);
    };
    const sorted = [...rows].sort((a, b) => compare(rank(a.row), rank(b.row)) || compareBytes(a.key, b.key));
    return (direction === 'desc' ? sorted.reverse() : sorted).map(({ key }) => key);
  };

  it('pages of any size show every row once, in the order of its bytes', async () => {
    const question = fc.record({
      orderBy: fc.constantFrom(undefined, 'rating' as const, 'area' as const, 'openedOn' as const),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
      limit: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(histories(), question, async (history, { orderBy, ...rest }) => {
        const query: Query<CaseRow> = { ...rest, ...(orderBy && { orderBy }) };
        const store = await opened.with(freshPlace(), [register]);
        await foldToEnd(store, history, [register]);
        const seen: { key: string; row: CaseRow }[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.find(register, { ...query, ...(cursor && { cursor }) });
          seen.push(...page.rows);
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen.map(({ key }) => key)).toEqual(inOrder(seen, query));
        expect(seen).toHaveLength((await store.count(register)).count);
        await opened.closeAll();
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['asc' as const, ['c2', 'c1', 'c3', 'c4']],
    ['desc' as const, ['c4', 'c3', 'c1', 'c2']],
  ])('pages of one row reach those without a value too (%s)', async (direction, expected) => {
    const store = await registered();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.find(register, { orderBy: 'rating', direction, limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.rows.map(({ key }) => key));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(expected);
  });

  it('rows that arrive between two pages move none of the others', async () => {
    const growing = new MemoryLog();
    const open = (key: string, openedOn: string) => growing.append(`case-${key}`, CaseOpened({ area: 'A', openedOn }));
    for (const key of ['b', 'd', 'f', 'h']) open(key, '2024-01-02');
    const store = await opened.with(freshPlace(), [register]);
    await foldToEnd(store, growing, [register]);
    const query: Query<CaseRow> = { orderBy: 'openedOn', limit: 2 };
    const first = await store.find(register, query);
    open('a', '2024-01-01');
    open('c', '2024-01-02');
    open('e', '2024-01-02');
    await foldToEnd(store, growing, [register]);
    const second = await store.find(register, { ...query, limit: 10, cursor: first.nextCursor! });
    expect(first.rows.map(({ key }) => key)).toEqual(['b', 'd']);
    expect(second.rows.map(({ key }) => key)).toEqual(['e', 'f', 'h']);
    expect(second).not.toHaveProperty('nextCursor');
  });

  it('a cursor that was tampered with, or belongs to another question, is refused', async () => {
    const store = await registered();
    const query: Query<CaseRow> = { where: { status: 'open' }, limit: 1 };
    const { nextCursor } = await store.find(register, query);
    const cursor = nextCursor!;
    const changed = `${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [changed, '', 'x', cursor.slice(0, 16), `${cursor}A`, '../../etc']) {
      await expect(store.find(register, { ...query, cursor: wrong })).rejects.toThrow(CursorRefused);
    }
    await expect(store.find(register, { ...query, where: { status: 'closed' }, cursor })).rejects.toThrow(CursorRefused);
    await expect(store.find(register, { ...query, direction: 'desc', cursor })).rejects.toThrow(CursorRefused);
    expect((await store.find(register, { ...query, limit: 3, cursor })).rows.map(({ key }) => key)).toEqual(['c2', 'c3']);
  });

  it('entries are read in the order of the log, and page by page', async () => {
    const store = await opened.with(freshPlace(), [timeline]);
    await foldToEnd(store, log, [timeline]);
    const all = await store.find(timeline);
    expect(all.rows.map(({ key }) => key)).toEqual(log.events.map(({ position }) => position));
    const where = { cases: { in: ['c4'] } };
    const newest = await store.find(timeline, { where, direction: 'desc', limit: 2 });
    expect(newest.rows.map(({ row }) => row.type)).toEqual(['closed', 'rated']);
    const rest = await store.find(timeline, { where, direction: 'desc', limit: 2, cursor: newest.nextCursor! });
    expect(rest.rows.map(({ row }) => row.type)).toEqual(['opened']);
    const byType = await store.find(timeline, { where: { type: 'rated' }, orderBy: 'at', limit: 3 });
    expect(byType.rows).toHaveLength(3);
    expect((await store.count(timeline, { where: { type: 'rated' } })).count).toBe(4);
  });

  it('a row whose column holds what its type does not parks the case', async () => {
    const wrong = defineProjection<{ rating: unknown }, EventOf<typeof CaseRated>>({
      name: 'wrong',
      version: 1,
      view: CaseRow,
      columns: { rating: 'text' },
      key: (_event, { streamId }) => streamId,
      on: { CaseRated: (_row, { rating }) => ({ rating }) },
    });
    const store = await opened.with(freshPlace(), [wrong]);
    await foldToEnd(store, log, [wrong]);
    expect((await store.parked()).map(({ key, code }) => [key, code])).toEqual([
      ['c1', 'TypeError'],
      ['c3', 'TypeError'],
      ['c4', 'TypeError'],
    ]);
    expect((await store.find(wrong)).rows).toEqual([{ key: 'c2', row: { rating: null } }]);
  });
}
