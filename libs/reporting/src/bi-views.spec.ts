import { fieldsOf } from '@app/event-sourcing';
import { biName, linesOf, type BiView } from './bi-view';
import { BI_READERS, biViews } from './bi-views';
import type { PublishedFigures } from './published-figures/published-figures.view';

const viewOf = (name: string): BiView => biViews.find((view) => view.name === name)!;
const named = biViews.map((view) => [view.name, view] as const);

describe('views for dashboards', () => {
  it.each(named)('%s shows no closed field (P1, P2)', (_name, { projection, parts, columns }) => {
    const fields = fieldsOf(projection.view);
    const ofPart = parts === undefined ? new Map() : fieldsOf(fields.get(parts)!.nested!());
    const closed = Object.entries(columns).filter(([, [, from, field]]) => {
      const declared = from === 'key' ? undefined : (from === 'row' ? fields : ofPart).get(field!);
      return declared?.classification !== undefined || declared?.nested !== undefined;
    });
    expect(closed).toEqual([]);
  });

  it.each(named)('%s can be polled, and is named as databases name', (_name, { projection, name, columns }) => {
    expect(projection.feed).toBe(true);
    for (const word of [name, ...Object.keys(columns)]) expect(word).toMatch(/^[a-z][a-z0-9_]{0,40}$/);
  });

  it('have one name each', () => {
    expect(new Set(biViews.map(biName)).size).toBe(biViews.length);
    expect(biName(viewOf('requirements'))).toBe('bi_requirements_v1');
  });

  it('give the dashboard reader published figures and nothing else (P4)', () => {
    const reached = biViews.filter(({ class: of }) => BI_READERS[of].includes('dashboard-reader'));
    expect(reached.map(({ projection }) => projection.name)).toEqual(['published-figures', 'published-figures']);
    for (const readers of Object.values(BI_READERS)) {
      expect(readers).not.toEqual(expect.arrayContaining(['administrator']));
      expect(readers).not.toEqual(expect.arrayContaining(['adviser']));
    }
  });
});

describe('a row as lines', () => {
  const figures: PublishedFigures = {
    name: 'Medway',
    region: 'South East',
    names: [],
    timeliness: [
      { year: 2022, basis: 'no-exceptions', rate: '67.7', figures: [] },
      { year: 2023, basis: 'no-exceptions', rate: 'x', figures: [] },
    ],
    preferences: [],
    dsg: [],
  };
  const line = { area: '887', area_name: 'Medway', region: 'South East', basis: 'no-exceptions' };

  it('is a line for each part; a marker stands apart from the number that it replaces (J7)', () => {
    expect(linesOf(viewOf('published_timeliness'), '887', figures as never)).toEqual([
      { ...line, year: 2022, rate: '67.7', rate_marker: null },
      { ...line, year: 2023, rate: null, rate_marker: 'x' },
    ]);
    expect(linesOf(viewOf('published_dsg'), '887', figures as never)).toEqual([]);
  });

  it('keeps the sign of a deficit, and says where there is nothing', () => {
    const balance = { year: '2021-22', balance: '-8.60', publisher: 'DfE', publishedOn: '2023-01-01', preferred: true, record: 1 };
    const [only, none] = linesOf(viewOf('published_dsg'), 'england', { name: 'England', dsg: [balance] });
    expect(none).toBeUndefined();
    expect(only).toEqual({
      area: 'england',
      area_name: 'England',
      region: null,
      year: '2021-22',
      balance: '-8.60',
      balance_marker: null,
      publisher: 'DfE',
      published_on: '2023-01-01',
      preferred: true,
    });
  });

  it('is one line where no part makes its own', () => {
    const row = { definition: 'stocktake', areas: ['931'], status: 'open', due: '2024-04-12' };
    expect(linesOf(viewOf('requirements'), 'stocktake~931', row)).toEqual([
      {
        requirement: 'stocktake~931',
        definition: 'stocktake',
        rule: null,
        says: null,
        what: null,
        period: null,
        areas: ['931'],
        status: 'open',
        due: '2024-04-12',
        imposed_by: null,
        met_by: null,
        lapsed_at: null,
      },
    ]);
  });
});
