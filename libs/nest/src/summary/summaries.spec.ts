import { Confidential, defineProjection, readModel, type DomainEvent } from '@app/event-sourcing';
import type { Position } from '@app/event-store';
import { Summaries, type CountedFigure } from './summaries';

class Row {
  area!: string;
  late!: boolean;
  @Confidential('management-information') rating?: string;
  @Confidential('unpublished-dsg') pence?: number;
}

const projection = defineProjection<Row, DomainEvent<string, any>>({
  name: 'rows',
  version: 1,
  view: Row,
  columns: { area: 'text', late: 'flag', rating: ['good', 'bad'], pence: 'integer' },
  key: () => undefined,
  on: {},
});
const declared = {
  projection,
  path: 'rows',
  roles: ['auditor'],
  says: 'Rows',
  rules: ['P2'],
  order: { by: 'area', direction: 'asc' },
} as const;
const model = readModel({ ...declared, areas: 'area' });
const reader = { who: 'u', role: 'auditor' };
const figure = (rest: Partial<CountedFigure>): CountedFigure => ({ name: 'one', says: 'One', question: {}, ...rest });

/** Lists that answer by what they were asked, closed to these categories. */
const over = (closed: readonly string[], asked: object[] = []) =>
  new Summaries({
    mayRead: (_reader, category) => !closed.includes(category),
    totals: async (_model, question, _reader, { by, sums }) => {
      asked.push(question);
      const position = `${asked.length}`.padStart(20, '0') as Position;
      return { totals: [{ values: by.map((name) => (name === 'late' ? 1 : null)), count: 3, sums: sums.map(() => 7) }], position };
    },
  });

describe('a summary', () => {
  it.each<[string, Partial<CountedFigure>, string]>([
    ['told apart by a field', { by: ['area', 'rating'] }, 'rating'],
    ['added up over a field', { sums: ['pence'] }, 'pence'],
    ['chosen by a field', { question: { rating: 'bad' } }, 'rating'],
    ['chosen by a bound of a field', { question: { penceFrom: '1' } }, 'pence'],
  ])('counts no rows %s that its reader may not read, and says so (P2)', async (_how, rest, field) => {
    const asked: object[] = [];
    const category = field === 'pence' ? 'unpublished-dsg' : 'management-information';
    const closed = await over([category], asked).of([{ model, figures: [figure(rest), figure(rest), figure({})] }], reader);
    expect(closed.sections).toMatchObject([{ counts: [{ figure: 'one', of: {}, count: 3 }], redacted: [{ field, category }] }]);
    expect(asked).toEqual([{}]);
    const open = await over([]).of([{ model, figures: [figure(rest)] }], reader);
    expect(open.sections).toMatchObject([{ counts: [{ count: 3 }], redacted: [] }]);
  });

  it('names the list of what it counted, where a list can be asked for it', async () => {
    const figures = [figure({ by: ['late'], sums: ['pence'], question: { area: 'a b' } }), figure({ by: ['rating'] }), figure({})];
    const { sections, position } = await over([]).of([{ model, figures }], reader);
    expect(sections[0]!.counts).toEqual([
      { figure: 'one', says: 'One', of: { late: true }, count: 3, sums: { pence: 7 }, list: '/v1/rows?area=a+b&late=true' },
      { figure: 'one', says: 'One', of: { rating: null }, count: 3, sums: {} },
      { figure: 'one', says: 'One', of: {}, count: 3, sums: {}, list: '/v1/rows' },
    ]);
    expect(position).toBe('00000000000000000001');
  });

  it('has nothing of lists that its reader may not open, nor in a region of what belongs to no area', async () => {
    const asked: object[] = [];
    const nowhere = readModel<Row>(declared);
    const sections = [model, nowhere].map((one) => ({ model: one, figures: [figure({})] }));
    expect((await over([], asked).of(sections, { who: 'u', role: 'administrator' })).sections).toEqual([]);
    expect((await over([], asked).of(sections, reader, 'London')).sections).toHaveLength(1);
    expect(asked).toEqual([{ region: 'London' }]);
  });
});
