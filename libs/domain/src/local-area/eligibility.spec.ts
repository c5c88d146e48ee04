import { judgeEligibility, type EligibilityRule, type EligibilityRuleSet, type JudgedEvidence, type RuleResult } from './eligibility';
import {
  DsgPositionCorrected,
  FactWithdrawn,
  InspectionCorrected,
  InterventionProgrammeLeft,
  MonitoringInspectionRecorded,
  MonitoringReleaseRecorded,
  SliPartnershipJoined,
  SliPartnershipLeft,
  SourcePreferred,
} from './local-area.events';
import { noLocalArea, type LocalAreaState } from './local-area.state';
import { area, balance, dfe, inspected2016, inspected2023, joined, ofsted, rated, revisited } from './local-area.stories';

interface Asked {
  on?: string;
  ruleSet?: EligibilityRuleSet;
  evidence?: JudgedEvidence;
}

const judge = (state: LocalAreaState, { on = '2021-11-01', ruleSet = 'notice-2021', evidence }: Asked = {}) =>
  judgeEligibility({ area: state, on, ruleSet, ...(evidence && { evidence }) });

const ruleOf = (rule: EligibilityRule, state: LocalAreaState, asked?: Asked): RuleResult =>
  judge(state, asked).find((result) => result.rule === rule)!;

/** `met a`, `refer c`, `not-met`. */
const answer = (rule: EligibilityRule, state: LocalAreaState, asked?: Asked): string => {
  const { result, route } = ruleOf(rule, state, asked);
  return route === undefined ? result : `${result} ${route}`;
};

interface Published {
  area: string;
  /** Visited, published, areas of significant weakness (0: no written statement of action required). */
  inspection: [visited: string, published: string, weaknesses: number];
  /** Visited, published, sufficient progress in so many areas, not in so many. */
  revisit?: [visited: string, published: string, sufficient: number, not: number];
  /** Cumulative DSG balance in per cent of income at 31 March 2020, 2021 and 2022. */
  dsg: [string, string, string];
  g12: string;
  deficit: string;
}

/**
 * Every area of the published files of the South East, judged by hand as at 1 November 2021 from the notice and readings 3 to 5:
 * the deficit is the middle figure, an inspection or revisit counts where it was published by that day.
 */
const southEast: Published[] = [
  {
    area: 'Bracknell Forest',
    inspection: ['2021-11-29', '2022-03-01', 9],
    dsg: ['1.94', '-2.6', '-8.5'],
    g12: 'refer c',
    deficit: 'not-met',
  },
  { area: 'Brighton and Hove', inspection: ['2016-05-23', '2016-07-13', 0], dsg: ['0.4', '0.4', '0.02'], g12: 'met a', deficit: 'met' },
  { area: 'Buckinghamshire', inspection: ['2022-03-07', '2022-05-05', 3], dsg: ['-0.26', '-0.38', '-0.7'], g12: 'refer c', deficit: 'met' },
  { area: 'East Sussex', inspection: ['2016-12-05', '2017-02-27', 0], dsg: ['1.69', '3.14', '3.46'], g12: 'met a', deficit: 'met' },
  { area: 'Hampshire', inspection: ['2020-03-02', '2020-05-12', 0], dsg: ['-2.38', '-3.48', '-5.43'], g12: 'met a', deficit: 'not-met' },
  { area: 'Isle of Wight', inspection: ['2019-11-25', '2020-02-04', 0], dsg: ['-2.67', '-4.4', '-6.09'], g12: 'met a', deficit: 'not-met' },
  { area: 'Kent', inspection: ['2019-01-28', '2019-03-29', 9], dsg: ['-1.76', '-3.9', '-6.83'], g12: 'not-met b', deficit: 'not-met' },
  {
    area: 'Medway',
    inspection: ['2017-12-04', '2018-02-08', 8],
    revisit: ['2019-12-09', '2020-02-19', 5, 3],
    dsg: ['-3.96', '-6.49', '-8.6'],
    g12: 'not-met b',
    deficit: 'not-met',
  },
  { area: 'Milton Keynes', inspection: ['2018-10-08', '2018-12-06', 0], dsg: ['0.86', '1.4', '0.98'], g12: 'met a', deficit: 'met' },
  {
    area: 'Oxfordshire',
    inspection: ['2017-09-25', '2017-12-04', 5],
    revisit: ['2019-10-14', '2019-12-23', 3, 2],
    dsg: ['-1.69', '-3.32', '-4.26'],
    g12: 'not-met b',
    deficit: 'not-met',
  },
  { area: 'Portsmouth', inspection: ['2019-07-01', '2019-09-24', 0], dsg: ['2.05', '3.7', '4.83'], g12: 'met a', deficit: 'met' },
  { area: 'Reading', inspection: ['2021-06-21', '2021-08-04', 0], dsg: ['-1.43', '-1.03', '-1.53'], g12: 'met a', deficit: 'not-met' },
  { area: 'Slough', inspection: ['2021-09-27', '2021-11-17', 7], dsg: ['-7.22', '-10.86', '-13.24'], g12: 'refer c', deficit: 'not-met' },
  { area: 'Southampton', inspection: ['2017-02-06', '2017-03-30', 0], dsg: ['-3.98', '-4.48', '-5.17'], g12: 'met a', deficit: 'not-met' },
  {
    area: 'Surrey',
    inspection: ['2016-10-17', '2016-12-08', 5],
    revisit: ['2019-03-18', '2019-05-13', 4, 1],
    dsg: ['-3.67', '-6.9', '-5.91'],
    g12: 'not-met b',
    deficit: 'not-met',
  },
  {
    area: 'West Berkshire',
    inspection: ['2018-05-14', '2018-07-11', 0],
    dsg: ['-1.29', '-1.06', '-1.99'],
    g12: 'met a',
    deficit: 'not-met',
  },
  { area: 'West Sussex', inspection: ['2018-02-26', '2018-05-11', 0], dsg: ['-0.29', '-1.63', '-3.68'], g12: 'met a', deficit: 'not-met' },
  {
    area: 'Windsor and Maidenhead',
    inspection: ['2017-07-03', '2017-09-01', 8],
    revisit: ['2019-10-14', '2019-12-23', 6, 2],
    dsg: ['-0.88', '-1.45', '-1.52'],
    g12: 'not-met b',
    deficit: 'not-met',
  },
  {
    area: 'Wokingham',
    inspection: ['2019-03-11', '2019-05-13', 6],
    revisit: ['2021-05-11', '2021-07-01', 5, 1],
    dsg: ['-1.32', '-4.57', '-6.37'],
    g12: 'not-met b',
    deficit: 'not-met',
  },
];

describe('eligibility of the published areas as at 1 November 2021 (G12, G13, G14, G15)', () => {
  it.each(southEast)('$area: inspection $g12, deficit $deficit', ({ inspection, revisit, dsg, g12, deficit }) => {
    const state = area(
      inspected2016(...inspection),
      ...(revisit ? [revisited(inspection[0], ...revisit)] : []),
      ...dsg.map((percent, index) => balance(['2019-20', '2020-21', '2021-22'][index]!, percent)),
      rated('good', '2019-01-01'),
    );
    expect(judge(state).map(({ rule, result, route }) => [rule, route === undefined ? result : `${result} ${route}`])).toEqual([
      ['G12', g12],
      ['G13-deficit', deficit],
      ['G13-safety-valve', 'met'],
      ['G14', 'met'],
      ['G15', 'met'],
      ['G22', 'refer'],
    ]);
    expect(ruleOf('G13-deficit', state).value).toBe(dsg[1]);
  });

  it('does not hold Medway’s later Safety Valve agreement against it before its first day (G13)', () => {
    const medway = area(inspected2016('2017-12-04', '2018-02-08', 8), joined('safety-valve', '2023-03-16'));
    expect(answer('G13-safety-valve', medway)).toBe('met');
    expect(answer('G13-safety-valve', medway, { on: '2023-03-16' })).toBe('not-met');
  });
});

describe('the inspection requirement (G12)', () => {
  const required = inspected2016('2019-03-11', '2019-05-13', 6);

  it('counts an inspection from its publication, not from the visit', () => {
    const state = area(inspected2016('2021-09-27', '2021-11-17', 0));
    expect(answer('G12', state, { on: '2021-11-16' })).toBe('refer c');
    expect(answer('G12', state, { on: '2021-11-17' })).toBe('met a');
  });
  it('is met under (b) only when a revisit found sufficient progress in all areas', () => {
    expect(answer('G12', area(required))).toBe('not-met b');
    expect(answer('G12', area(required, revisited('2019-03-11', '2021-05-11', '2021-07-01', 5, 1)))).toBe('not-met b');
    expect(answer('G12', area(required, revisited('2019-03-11', '2021-05-11', '2021-07-01', 6, 0)))).toBe('met b');
  });
  it('counts a revisit from its publication', () => {
    const state = area(required, revisited('2019-03-11', '2021-09-11', '2021-11-02', 6, 0));
    expect(answer('G12', state, { on: '2021-11-01' })).toBe('not-met b');
    expect(answer('G12', state, { on: '2021-11-02' })).toBe('met b');
  });
  it('is not met by a revisit that looked at fewer areas than were weak', () =>
    expect(answer('G12', area(required, revisited('2019-03-11', '2021-05-11', '2021-07-01', 5, 0)))).toBe('not-met b'));
  it('takes a second revisit of the areas that the first had left open, and no fewer', () => {
    const first = revisited('2019-03-11', '2020-05-11', '2020-07-01', 4, 2);
    expect(answer('G12', area(required, first, revisited('2019-03-11', '2021-05-11', '2021-07-01', 2, 0)))).toBe('met b');
    expect(answer('G12', area(required, first, revisited('2019-03-11', '2021-05-11', '2021-07-01', 1, 0)))).toBe('not-met b');
    expect(answer('G12', area(required, first, revisited('2019-03-11', '2021-05-11', '2021-07-01', 1, 1)))).toBe('not-met b');
  });
  it('is not met by a release from monitoring by the Department (reading 4)', () => {
    const released = MonitoringReleaseRecorded({ inspection: '2019_03_11', releasedOn: '2021-08-01', source: dfe });
    expect(answer('G12', area(required, revisited('2019-03-11', '2021-05-11', '2021-07-01', 5, 1), released))).toBe('not-met b');
  });
  it('reads a revisit of an earlier inspection as nothing about a later one', () => {
    const state = area(
      inspected2016('2016-05-09', '2016-07-11', 3),
      revisited('2016-05-09', '2018-05-09', '2018-07-11', 3, 0),
      inspected2016('2021-05-10', '2021-07-12', 2),
    );
    expect(answer('G12', state, { on: '2021-07-11' })).toBe('met b');
    expect(answer('G12', state, { on: '2021-07-12' })).toBe('not-met b');
  });
  it('refers route (c) until a person has judged, and is then what the person says (reading 5)', () => {
    expect(answer('G12', area())).toBe('refer c');
    expect(answer('G12', area(), { evidence: { routeC: 'met' } })).toBe('met c');
    expect(answer('G12', area(), { evidence: { routeC: 'not-met' } })).toBe('not-met c');
  });
  it('ends route (c) when an inspection is published, whatever a person had judged', () => {
    const state = area(inspected2016('2021-09-27', '2021-11-17', 7));
    expect(answer('G12', state, { on: '2021-11-16', evidence: { routeC: 'met' } })).toBe('met c');
    expect(answer('G12', state, { on: '2021-11-17', evidence: { routeC: 'met' } })).toBe('not-met b');
  });
  it('names the fact that decided, and the correction where there is one', () => {
    expect(ruleOf('G12', area(required)).fact).toBe('localArea-931@1');
    expect(ruleOf('G12', area(required, revisited('2019-03-11', '2021-05-11', '2021-07-01', 5, 1))).fact).toBe('localArea-931@2');
    const { data } = inspected2016('2019-03-11', '2019-05-13', 0);
    const corrected = InspectionCorrected({ ...data, corrects: 1, reason: 'Misread' });
    expect(ruleOf('G12', area(required, corrected))).toMatchObject({ result: 'met', route: 'a', fact: 'localArea-931@2' });
  });
  it('falls back to what is left when a fact is withdrawn', () => {
    const withdrawn = FactWithdrawn({ kind: 'inspection', corrects: 1, effectiveOn: '2019-05-13', reason: 'Another area' });
    expect(answer('G12', area(required, withdrawn))).toBe('refer c');
  });
  it('is unknown of an area that nobody registered', () => {
    expect(judge(noLocalArea, { evidence: { routeC: 'met' } }).map(({ rule, result }) => `${rule} ${result}`)).toEqual([
      'G12 unknown',
      'G13-deficit unknown',
      'G13-safety-valve unknown',
      'G14 unknown',
      'G15 unknown',
      'G22 refer',
    ]);
  });
});

describe('inspections under the framework of 2023 (reading 6)', () => {
  const failings = inspected2023('2023-07-17', '2023-09-15', 'systemic-failings');
  const later = { on: '2023-10-12', ruleSet: 'framework-2023' } as const;

  it('counts outcome (3) as a required statement, and outcomes (1) and (2) as none', () => {
    expect(answer('G12', area(failings), later)).toBe('not-met b');
    expect(answer('G12', area(inspected2023('2023-07-17', '2023-09-15', 'inconsistent')), later)).toBe('met a');
    expect(answer('G12', area(inspected2023('2023-07-17', '2023-09-15', 'typically-positive')), later)).toBe('met a');
  });
  it('supersedes an inspection under the framework before, from its publication', () => {
    const state = area(inspected2016('2019-07-01', '2019-09-24', 0), failings);
    expect(answer('G12', state, { ...later, on: '2023-09-14' })).toBe('met a');
    expect(answer('G12', state, { ...later, on: '2023-09-15' })).toBe('not-met b');
  });
  it('is not read by the first rule set, which stays as it was and does not call an inspected area uninspected', () => {
    expect(answer('G12', area(inspected2016('2019-07-01', '2019-09-24', 0), failings), { on: '2023-10-12' })).toBe('met a');
    expect(answer('G12', area(failings), { on: '2023-10-12', evidence: { routeC: 'met' } })).toBe('unknown');
  });
  it('takes a monitoring inspection as the revisit: effective action on all areas, and no fewer', () => {
    const monitored = (effective: number, notEffective: number) =>
      MonitoringInspectionRecorded({
        monitoring: '2025_09',
        inspection: '2023_07_17',
        visitedFrom: '2025-09-15',
        publishedOn: '2025-11-20',
        effective,
        notEffective,
        source: ofsted,
      });
    expect(answer('G12', area(failings, monitored(5, 0)), { ...later, on: '2025-11-20' })).toBe('met b');
    expect(answer('G12', area(failings, monitored(4, 1)), { ...later, on: '2025-11-20' })).toBe('not-met b');
    expect(answer('G12', area(failings, monitored(5, 0)), { ...later, on: '2025-11-19' })).toBe('not-met b');
  });
});

describe('the deficit (G13)', () => {
  it.each([
    ['-0.99', 'met'],
    ['-1.00', 'not-met'],
    ['-1', 'not-met'],
    ['-0.999999999999', 'met'],
    ['-1.000000000001', 'not-met'],
    ['0', 'met'],
    ['1.00', 'met'],
    ['4.83', 'met'],
  ])('at a balance of %s is %s', (percent, result) => expect(answer('G13-deficit', area(balance('2020-21', percent)))).toBe(result));

  it('is judged at the latest year end before the day (reading 3)', () => {
    const state = area(balance('2019-20', '-5'), balance('2020-21', '0.5'), balance('2021-22', '-2'));
    expect(answer('G13-deficit', state, { on: '2021-03-31' })).toBe('not-met');
    expect(answer('G13-deficit', state, { on: '2021-04-01' })).toBe('met');
    expect(answer('G13-deficit', state, { on: '2022-03-31' })).toBe('met');
    expect(answer('G13-deficit', state, { on: '2022-04-01' })).toBe('not-met');
  });
  it('is unknown, and never met, while that year end is not recorded', () =>
    expect(answer('G13-deficit', area(balance('2019-20', '5')))).toBe('unknown'));
  it.each([
    ['x', 'suppressed (x)'],
    ['z', 'not applicable (z)'],
  ])('is unknown, and never met, where the publisher has the marker %s in the place of a number (J7)', (marker, says) =>
    expect(ruleOf('G13-deficit', area(balance('2020-21', marker)))).toEqual({
      rule: 'G13-deficit',
      result: 'unknown',
      fact: 'localArea-931@1',
      says: `The balance of the dedicated schools grant at 2021-03-31 is ${says}: it is not known`,
    }),
  );
  it('breaches from 0.99 to 1.00 and is restored from 1.00 to 0.99 by a correction, each named (G16)', () => {
    const corrected = (percent: string, corrects: number) =>
      DsgPositionCorrected({ ...balance('2020-21', percent).data, corrects, reason: 'Outturn restated' });
    const state = area(balance('2020-21', '-0.99'), corrected('-1.00', 1), corrected('-0.99', 2));
    expect(ruleOf('G13-deficit', area(balance('2020-21', '-0.99'), corrected('-1.00', 1)))).toEqual({
      rule: 'G13-deficit',
      result: 'not-met',
      value: '-1.00',
      threshold: '-1.00',
      fact: 'localArea-931@2',
      says: 'At 2021-03-31 the dedicated schools grant had a deficit of 1 per cent or more',
    });
    expect(ruleOf('G13-deficit', state)).toMatchObject({ result: 'met', value: '-0.99', fact: 'localArea-931@3' });
  });
  it('is judged on the first of two sources until a person prefers the other (reading 20)', () => {
    const council = { publisher: 'Council', title: 'Statement of accounts' };
    const both = [balance('2020-21', '-0.90'), balance('2020-21', '-1.10', council)];
    const preferred = SourcePreferred({
      figure: 'dsg-position',
      year: '2020-21',
      yearEndsOn: '2021-03-31',
      prefers: 2,
      publisher: 'Council',
      reason: 'Audited',
    });
    expect(ruleOf('G13-deficit', area(...both))).toMatchObject({ result: 'met', fact: 'localArea-931@1' });
    expect(ruleOf('G13-deficit', area(...both, preferred))).toMatchObject({ result: 'not-met', fact: 'localArea-931@2' });
  });
  it('says nothing of the figure in its sentence, since it may be unpublished (P1)', () =>
    expect(ruleOf('G13-deficit', area(balance('2020-21', '-3.32'))).says).not.toContain('3.32'));
});

describe('Safety Valve, care and partnership (G13, G14, G15)', () => {
  it('fails a member of Safety Valve from the first day to the last, and no member of Delivering Better Value (G13)', () => {
    const left = InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2024-04-01', source: dfe });
    const state = area(joined('delivering-better-value', '2021-01-01'), joined('safety-valve', '2022-03-16'), left);
    const on = (day: string) => answer('G13-safety-valve', state, { on: day });
    expect([on('2022-03-15'), on('2022-03-16'), on('2024-03-31'), on('2024-04-01')]).toEqual(['met', 'not-met', 'not-met', 'met']);
    expect(ruleOf('G13-safety-valve', state, { on: '2022-03-16' }).fact).toBe('localArea-931@2');
  });
  it.each([
    ['outstanding', 'met'],
    ['good', 'met'],
    ['requires-improvement', 'met'],
    ['inadequate', 'not-met'],
  ] as const)('rates %s children’s social care %s (G14)', (rating, result) =>
    expect(answer('G14', area(rated(rating, '2021-01-01')))).toBe(result),
  );
  it('takes the rating that is current on the day, in whatever order they were recorded (G14)', () => {
    const state = area(rated('good', '2021-06-01'), rated('inadequate', '2018-01-01'));
    expect(answer('G14', state, { on: '2021-05-31' })).toBe('not-met');
    expect(answer('G14', state, { on: '2021-06-01' })).toBe('met');
    expect(answer('G14', state, { on: '2017-12-31' })).toBe('unknown');
  });
  it('fails a joint improvement partner while it is one (G15)', () => {
    const state = area(
      SliPartnershipJoined({ from: '2021-07-01', source: dfe }),
      SliPartnershipLeft({ leftOn: '2023-04-01', source: dfe }),
    );
    const on = (day: string) => answer('G15', state, { on: day });
    expect([on('2021-06-30'), on('2021-07-01'), on('2023-03-31'), on('2023-04-01')]).toEqual(['met', 'not-met', 'not-met', 'met']);
  });
});

describe('excellence (G22)', () => {
  it('is referred until a person has judged it', () => {
    expect(answer('G22', area())).toBe('refer');
    expect(answer('G22', area(), { evidence: { excellence: 'met' } })).toBe('met');
    expect(answer('G22', area(), { evidence: { excellence: 'not-met' } })).toBe('not-met');
  });
});
