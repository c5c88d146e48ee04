import { CellRefused, layoutOf, LayoutUnknown, LAYOUTS, Row, type FileKind } from './index';

const sen2Header =
  'time_period,time_identifier,geographic_level,region_name,new_la_code,old_la_code,la_name,no_exc_20week_rate,no_exc_20week_ehc,tot_no_exc_ehc,inc_exc_20week_rate,inc_exc_20week_ehc,tot_inc_exc_ehc'.split(
    ',',
  );
const oxfordshire = ['2022', 'Calendar year', 'Local authority', 'South East', 'E10000025', '931', 'Oxfordshire'];
const columnsOf = (name: string): readonly string[] => LAYOUTS.find((layout) => layout.name === name)!.columns;
const read = (kind: FileKind, header: readonly string[], cells: readonly string[]) => layoutOf(kind, header).read(new Row(header, cells));
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof CellRefused) return `${error.column}: ${error.message}`;
    throw error;
  }
  return 'taken';
};

describe('the layout of a file', () => {
  it.each(LAYOUTS)('$name is known by its headings, in whatever order and among others', ({ name, kind, columns }) => {
    expect(layoutOf(kind, columns).name).toBe(name);
    expect(layoutOf(kind, ['another', ...columns].reverse()).name).toBe(name);
  });

  it('is refused with what was expected where a heading is missing', () => {
    const header = columnsOf('dsg').filter((column) => column !== 'la_name');
    expect(() => layoutOf('dsg', header)).toThrow(new LayoutUnknown('The headings are none that is known for dsg: dsg lacks "la_name".'));
  });

  it('is refused with both inspection layouts where it is neither, the likelier one first', () => {
    const header = columnsOf('inspections-2023').slice(1);
    expect(() => layoutOf('inspections', header)).toThrow(
      /^The headings are none that is known for inspections: inspections-2023 lacks "Local\.area\.partnership"; inspections-2016-2022 lacks "Local authority code", /,
    );
  });

  it('is refused with the right name where the file is another one', () =>
    expect(() => layoutOf('sen2', columnsOf('dsg'))).toThrow('This is the layout dsg: import it as dsg.'));

  it('is refused where a heading stands twice', () =>
    expect(() => layoutOf('dsg', [...columnsOf('dsg'), 'la_name'])).toThrow('The heading "la_name" stands there twice.'));
});

describe('a row of SEN2 (J7)', () => {
  const figures = (...cells: string[]) => read('sen2', sen2Header, [...oxfordshire, ...cells]).facts;

  it('gives both counts of both bases, the rate being worked out from them', () =>
    expect(figures('  4.048', '27', '667', '4.0', '28', '700')).toMatchObject([
      { kind: 'timeliness', area: { laCode: '931' }, year: 2022, basis: 'no-exceptions', figure: { issued: 667, withinTwentyWeeks: 27 } },
      { basis: 'with-exceptions', figure: { issued: 700, withinTwentyWeeks: 28 } },
    ]));

  it('gives the rate as published, to the last decimal, where a count is suppressed', () =>
    expect(figures('46.400000000000', 'x', '56', 'x', 'x', '60').map((fact) => 'figure' in fact && fact.figure)).toEqual([
      { published: '46.400000000000' },
      { published: 'x' },
    ]));

  it('keeps the marker z where no count is there, and counts of none where they are', () =>
    expect(figures('z', 'z', 'z', 'z', '0', '0').map((fact) => 'figure' in fact && fact.figure)).toEqual([
      { published: 'z' },
      { issued: 0, withinTwentyWeeks: 0 },
    ]));

  it('tells a published rate that is not what the counts give', () => {
    const [agrees, differs] = figures('4.0', '27', '667', '4.2', '27', '667');
    expect(agrees).not.toHaveProperty('note');
    expect(differs).toMatchObject({ note: 'The published rate, 4.2, is not what the counts give; the counts are recorded.' });
  });

  it('refuses one figure by its column and takes the other', () => {
    const { facts, passed } = read('sen2', sen2Header, [...oxfordshire, '4.0', '27', '667', '1e2', '27', '667']);
    expect(facts).toMatchObject([{ basis: 'no-exceptions' }]);
    expect(passed).toEqual([
      {
        what: 'timeliness 2022, with-exceptions',
        because: '"1e2" is neither a number nor the marker x or z.',
        column: 'inc_exc_20week_rate',
        refused: true,
      },
    ]);
  });

  it('is England’s on a national row, and nobody’s on a regional one', () => {
    const row = (level: string) => ['2022', 'Calendar year', level, 'South East', '', '', '', 'z', 'z', 'z', 'z', 'z', 'z'];
    expect(read('sen2', sen2Header, row('National')).facts).toMatchObject([{ area: 'england' }, { area: 'england' }]);
    expect(read('sen2', sen2Header, row('Regional'))).toMatchObject({ facts: [], passed: [{ what: 'South East, 2022' }] });
  });

  it.each([
    ['2022', 'Academic year', '931', 'time_identifier: "Academic year" is no calendar year.'],
    ['202122', 'Calendar year', '931', 'time_period: "202122" is no year.'],
    ['2022', 'Calendar year', 'z', 'old_la_code: "z" are not the three digits of a DfE code.'],
  ])('is refused by its column: %s, %s, %s', (year, period, code, says) => {
    const cells = [year, period, 'Local authority', 'South East', 'E10000025', code, 'Oxfordshire', 'z', 'z', 'z', 'z', 'z', 'z'];
    expect(refusal(() => read('sen2', sen2Header, cells))).toBe(says);
  });

  it('says both codes and the region, London in one', () => {
    const codes = layoutOf('sen2', sen2Header).codes!;
    const of = (region: string) =>
      codes(new Row(sen2Header, ['2015', 'Calendar year', 'Local authority', region, 'E09000007', '202', 'Camden']));
    const camden = { laCode: '202', onsCode: 'E09000007', name: 'Camden', region: 'London', from: '2015-01-01' };
    expect([of('London'), of('Inner London')]).toEqual([camden, camden]);
    expect(refusal(() => of('Wales'))).toBe('region_name: "Wales" is no region of England.');
  });
});

describe('a row of inspections 2016 to 2022 (G12)', () => {
  const header = columnsOf('inspections-2016-2022');
  const row = (outcome: string, ...rest: string[]) =>
    read('inspections', header, ['E06000035', 'Medway', '2017-12-04', '2018-02-08', outcome, ...rest]);

  it('is an inspection with its weaknesses and a revisit', () =>
    expect(row('Yes', '8', '2019-12-09', '2020-02-19', '5', '3').facts).toMatchObject([
      {
        kind: 'inspection',
        framework: '2016',
        outcome: 'wsoa-required',
        weaknesses: 8,
        visitedFrom: '2017-12-04',
        publishedOn: '2018-02-08',
      },
      {
        kind: 'revisit',
        after: { visitedFrom: '2017-12-04' },
        visitedFrom: '2019-12-09',
        publishedOn: '2020-02-19',
        sufficient: 5,
        notSufficient: 3,
      },
    ]));

  it.each(['', 'NA', 'Not revisited yet'])('has no revisit where "%s" stands for its day', (word) =>
    expect(row('Yes', '9', word, '', '', '').facts).toMatchObject([{ kind: 'inspection', weaknesses: 9 }]),
  );

  it('has no weaknesses where no statement was required', () => {
    const [inspection] = row('No', '', '', '', '', '').facts;
    expect(inspection).toMatchObject({ outcome: 'wsoa-not-required' });
    expect(inspection).not.toHaveProperty('weaknesses');
  });

  it('may count one side of a revisit where that is all of them, and only then', () => {
    expect(row('Yes', '8', '2019-12-09', '2020-02-19', '8', '').facts[1]).toMatchObject({ sufficient: 8, notSufficient: 0 });
    expect(row('Yes', '8', '2019-12-09', '2020-02-19', '7', '')).toMatchObject({
      facts: [{ kind: 'inspection' }],
      passed: [{ what: 'revisit', because: 'The areas are counted on one side only, and not all of them.', refused: true }],
    });
  });

  it('is refused by its column', () => {
    expect(refusal(() => row('Perhaps'))).toBe('Inspection outcome: written statement of action required?: "Perhaps" is none of: Yes, No.');
    expect(refusal(() => read('inspections', header, ['E06000035', 'Medway', '2017-13-04', '2018-02-08', 'No']))).toBe(
      'Inspection start date: "2017-13-04" is no day, written YYYY-MM-DD or DD/MM/YYYY.',
    );
  });
});

describe('a row of inspections from 2023 (G12)', () => {
  const header = columnsOf('inspections-2023');
  const row = (...cells: string[]) => read('inspections', header, cells);

  it('has days as DD/MM/YYYY and the area by its name', () =>
    expect(row('Oxfordshire', '17/07/2023', '15/09/2023', 'Widespread and/or systemic failings', 'Yes', '5').facts).toMatchObject([
      {
        area: { name: 'Oxfordshire' },
        framework: '2023',
        outcome: 'systemic-failings',
        priorityAreas: 5,
        visitedFrom: '2023-07-17',
        publishedOn: '2023-09-15',
      },
    ]));

  it('has no areas of priority action where NA stands', () =>
    expect(
      row('Brighton and Hove', '27/03/2023', '31/05/2023', 'Typically positive experiences and outcomes', 'No', 'NA').facts[0],
    ).not.toHaveProperty('priorityAreas'));

  it('is refused where plan and outcome do not go together', () =>
    expect(refusal(() => row('Medway', '05/02/2024', '02/04/2024', 'Inconsistent experiences and outcomes', 'Yes', '2'))).toBe(
      'Priority.action.plan.required.: A priority action plan is required after widespread and/or systemic failings, and only then.',
    ));
});

describe('a row of DSG balances (G13)', () => {
  const header = columnsOf('dsg');
  const row = (level: string, deficit: string, balance: string, year = '2021-22', period = '202122') =>
    read('dsg', header, [period, level, 'South East', level === 'Local authority' ? 'Medway' : '', deficit, balance, year]);

  it('is the balance, negative for a deficit, as it is written', () =>
    expect(row('Local authority', '8.6', '-8.60').facts).toMatchObject([
      { kind: 'dsg', area: { name: 'Medway', on: '2022-03-31' }, year: '2021-22', balance: '-8.60' },
    ]));

  it.each(['x', 'z'])('is the marker %s where the publisher gives no number (J7)', (marker) =>
    expect(row('Local authority', marker, marker)).toMatchObject({ facts: [{ kind: 'dsg', balance: marker }], passed: [] }),
  );

  it('is England’s where the row is the nation’s (J9)', () => {
    expect(row('National', '2.26', '-2.26')).toMatchObject({
      facts: [{ kind: 'dsg', area: 'england', year: '2021-22', balance: '-2.26' }],
      passed: [],
    });
    expect(refusal(() => row('National', '2.26', '2.26'))).toMatch(/^deficit: /);
  });

  it('is passed over of regions', () => {
    expect(row('Regional', '1.63', '-1.63')).toMatchObject({ facts: [], passed: [{ what: 'South East, 2021-22' }] });
  });

  it('is refused where it does not agree with itself', () => {
    expect(refusal(() => row('Local authority', '8.6', '8.6'))).toBe(
      'deficit: The deficit, 8.6, is not the balance, 8.6, with its sign turned.',
    );
    for (const [deficit, balance] of [
      ['8.6', 'x'],
      ['x', '-8.6'],
      ['x', 'z'],
    ] as const) {
      expect(refusal(() => row('Local authority', deficit, balance))).toBe(
        `deficit: The deficit, ${deficit}, is not the balance, ${balance}, with its sign turned.`,
      );
    }
    expect(refusal(() => row('Local authority', '8.6', '-8.6', '2021-23'))).toBe(
      'financial_year: "2021-23" is no financial year, written like 2020-21.',
    );
    expect(refusal(() => row('Local authority', '8.6', '-8.6', '2021-22', '202021'))).toBe(
      'time_period: "202021" is not the financial year 2021-22.',
    );
  });
});
