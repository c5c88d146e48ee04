import { readModels } from '@app/reporting';
import { listQuestionOf, type Asker } from './list-question';

const modelOf = (path: string) => readModels.find((model) => model.path === path)!;
const named: Record<string, readonly string[]> = { oxford: ['931'], ports: ['851'] };
const asker = (change: Partial<Asker> = {}): Asker => ({
  today: '2024-01-10',
  mayRead: () => true,
  areas: { inRegions: async (regions) => regions.map((region) => `area of ${region}`), named: async (text) => named[text] ?? [] },
  ...change,
});
const questionOf = (path: string, parameters: Record<string, unknown>, change?: Partial<Asker>) =>
  listQuestionOf(modelOf(path), parameters, asker(change));
const filterOf = async (path: string, parameters: Record<string, unknown>) => (await questionOf(path, parameters)).query.all;

describe('what a list is asked', () => {
  it('comes in its own order where none is asked', async () => {
    const { query, count } = await questionOf('risks', {});
    expect({ query, count }).toEqual({
      query: { all: [{ where: {} }], orderBy: 'nextReviewOn', direction: 'asc', question: [] },
      count: false,
    });
    expect((await questionOf('risks', { sort: '-score', limit: '5', cursor: 'c', count: 'true' })).query).toMatchObject({
      orderBy: 'score',
      direction: 'desc',
      limit: 5,
      cursor: 'c',
    });
  });

  it('is for any of several values, and between bounds', async () => {
    expect(await filterOf('risks', { area: ['931', '851'], score: '9', raisedOnFrom: '2024-01-01', raisedOnTo: '2024-01-31' })).toEqual([
      { where: { area: { in: ['931', '851'] }, score: { in: [9] }, raisedOn: { from: '2024-01-01', to: '2024-01-31' } } },
    ]);
  });

  it('takes a day as a bound of instants whole, in London', async () => {
    expect(await filterOf('escalations', { raisedAtFrom: '2024-07-01', raisedAtTo: '2024-07-01' })).toEqual([
      { where: { raisedAt: { from: '2024-06-30T23:00:00.000Z', to: '2024-07-01T22:59:59.999Z' } } },
    ]);
    expect(await filterOf('escalations', { raisedAtTo: '2024-07-01T10:00:00Z' })).toEqual([
      { where: { raisedAt: { to: '2024-07-01T10:00:00.000Z' } } },
    ]);
  });

  it('holds what is overdue against the day of the domain clock', async () => {
    const overdue = { where: { nextReviewOn: { before: '2024-01-10' }, status: { in: ['open'] } } };
    expect(await filterOf('risks', { overdue: 'true' })).toEqual([{ where: {} }, overdue]);
    expect(await filterOf('risks', { overdue: 'false' })).toEqual([{ where: {} }, { except: overdue }]);
  });

  it('finds areas by region, and by their names beside the words of a title', async () => {
    expect(await filterOf('risks', { region: 'South East' })).toEqual([{ where: {} }, { where: { area: { in: ['area of South East'] } } }]);
    expect(await filterOf('risks', { q: 'oxford' })).toEqual([{ where: {} }, { where: { area: { in: ['931'] } } }]);
    expect(await filterOf('contracts', { q: 'Oxford ports' })).toEqual([
      { where: {} },
      {
        words: [
          { begins: 'oxford', or: { where: { areas: { in: ['931'] } } } },
          { begins: 'ports', or: { where: { areas: { in: ['851'] } } } },
        ],
      },
    ]);
    expect(await filterOf('ledgers', { q: 'sector' })).toEqual([{ where: {} }, { words: [{ begins: 'sector' }] }]);
  });

  it('is the same question however its values are ordered, and whatever the page', async () => {
    const one = await questionOf('risks', { area: ['1', '2'], status: 'open', limit: '5' });
    const other = await questionOf('risks', { status: 'open', area: ['2', '1'], cursor: 'x', count: 'true' });
    expect(one.query.question).toEqual(other.query.question);
    expect(one.query.question).not.toEqual((await questionOf('risks', { area: '1', status: 'open' })).query.question);
  });

  it.each([{ rating: 'at-risk' }, { trajectory: 'improving' }, { sort: 'rating' }, { sort: '-trajectory' }])(
    'by a closed field is refused to who may not read it, and to nobody else: %p (P2)',
    async (parameters) => {
      const mayRead = (category: string): boolean => category !== 'management-information';
      await expect(questionOf('outcomes', parameters, { mayRead })).rejects.toMatchObject({ status: 403, code: 'query-closed' });
      await expect(questionOf('outcomes', parameters)).resolves.toBeDefined();
    },
  );

  it('as of a moment is what it is today, of that day, and a cursor fits no other moment', async () => {
    const moment = { recordedAt: '2024-04-13T22:59:59.999Z' };
    const asked = { areas: '931', recordedAt: '2024-04-13' };
    const { query } = await questionOf('requirements', asked, { moment });
    expect(query.all).toEqual([{ where: { areas: { in: ['931'] } } }]);
    expect(query.question).not.toEqual((await questionOf('requirements', { areas: '931' })).query.question);
    expect(await filterOf('timeline', { subjects: 's', recordedAtTo: '2024-04-13' })).toEqual([
      { where: { subjects: { in: ['s'] }, recordedAt: { to: '2024-04-13T22:59:59.999Z' } } },
    ]);
  });

  it.each([
    ['requirements', { areas: '931', recordedAt: '2024-04-13' }],
    ['timeline', { subjects: 's', recordedAt: '2024-04-13T12:00:00.000Z' }],
    ['risks', { nothing: '1' }],
    ['risks', { toString: '1' }],
    ['risks', { areas: '1' }],
    ['risks', { statusFrom: 'open' }],
    ['risks', { sort: 'summary' }],
    ['risks', { sort: 'constructor' }],
    ['risks', { score: '9.5' }],
    ['risks', { scoreFrom: ['1', '2'] }],
    ['risks', { area: Array.from({ length: 101 }, (_one, number) => String(number)) }],
    ['risks', { limit: '1.5' }],
    ['ledgers', { overdue: 'true' }],
    ['timeline', { region: 'London' }],
    ['escalations', { raisedAt: '2024-07-01' }],
    ['escalations', { raisedAtFrom: '2024-13-01T00:00:00Z' }],
  ])('that cannot be put to %s is refused: %p', async (path, parameters) => {
    await expect(questionOf(path, parameters)).rejects.toMatchObject({ status: 400, code: 'query-invalid' });
  });
});
