import { judgeEligibility, type EligibilityQuestion, type EligibilityRule, type RuleResult } from './eligibility';
import { MonitoringInspectionRecorded, SliPartnershipJoined } from './local-area.events';
import { noLocalArea, type LocalAreaState } from './local-area.state';
import { area, balance, dfe, inspected2016, inspected2023, joined, ofsted, rated, revisited } from './local-area.stories';

type Asked = Partial<Omit<EligibilityQuestion, 'area'>>;

const resultOf = (rule: EligibilityRule, state: LocalAreaState, asked: Asked = {}): RuleResult | undefined =>
  judgeEligibility({ area: state, on: '2021-11-01', ruleSet: 'notice-2021', ...asked }).find((result) => result.rule === rule);

const required = inspected2016('2019-03-11', '2019-05-13', 6);
const first = revisited('2019-03-11', '2020-05-11', '2020-07-01', 4, 2);
const routeB = { rule: 'G12', route: 'b', threshold: 'sufficient progress in all areas of significant weakness' };

describe('what each rule of eligibility says, by which fact, and what it was held against', () => {
  it('of an inspection that asked for nothing, under route (a) (G12)', () =>
    expect(resultOf('G12', area(inspected2016('2019-07-01', '2019-09-24', 0)))).toStrictEqual({
      rule: 'G12',
      result: 'met',
      route: 'a',
      value: 'wsoa-not-required',
      fact: 'localArea-931@1',
      says: 'The inspection published on 2019-09-24 ended with: no written statement of action required',
    }));

  it('of an inspection that asked for a statement and was not revisited, under route (b) (G12)', () =>
    expect(resultOf('G12', area(required))).toStrictEqual({
      ...routeB,
      result: 'not-met',
      value: 'wsoa-required',
      fact: 'localArea-931@1',
      says: 'The inspection published on 2019-05-13 ended with: written statement of action required; no revisit has been published',
    }));

  it('of revisits, by what they left open (G12)', () => {
    expect(resultOf('G12', area(required, first))).toStrictEqual({
      ...routeB,
      result: 'not-met',
      value: '4 of 6',
      fact: 'localArea-931@2',
      says: 'The revisit published on 2020-07-01 left 2 of 6 areas of significant weakness without sufficient progress',
    });
    const second = revisited('2019-03-11', '2021-05-11', '2021-07-01', 2, 0);
    expect(resultOf('G12', area(required, second, first))).toMatchObject({ result: 'met', value: '6 of 6', fact: 'localArea-931@2' });
    expect(resultOf('G12', area(required, first, second))).toMatchObject({ result: 'met', value: '6 of 6', fact: 'localArea-931@3' });
  });

  it('of two looks back that are published on one day, the later record last (G12)', () => {
    const sameDay = (day: string, sufficient: number, not: number) => revisited('2019-03-11', day, '2020-07-01', sufficient, not);
    const state = area(required, sameDay('2020-05-12', 4, 2), sameDay('2020-05-11', 2, 0));
    expect(resultOf('G12', state)).toMatchObject({ result: 'met', fact: 'localArea-931@3' });
    const turned = area(required, sameDay('2020-05-11', 2, 0), sameDay('2020-05-12', 4, 2));
    expect(resultOf('G12', turned)).toMatchObject({ result: 'not-met', value: '4 of 6', fact: 'localArea-931@3' });
  });

  it('of an inspection whose areas nobody counted, by the most that a look back found (G12)', () => {
    const { data } = required;
    const { weaknesses: _weaknesses, ...uncounted } = data;
    const found = area({ ...required, data: uncounted }, revisited('2019-03-11', '2020-05-11', '2020-07-01', 3, 2));
    expect(resultOf('G12', found)).toMatchObject({ result: 'not-met', value: '3 of 5' });
    const later = revisited('2019-03-11', '2021-05-11', '2021-07-01', 2, 0);
    const both = area({ ...required, data: uncounted }, revisited('2019-03-11', '2020-05-11', '2020-07-01', 3, 2), later);
    expect(resultOf('G12', both)).toMatchObject({ result: 'met', value: '5 of 5' });
  });

  it('of a monitoring inspection, by the areas of priority action (G12, reading 6)', () => {
    const failings = inspected2023('2023-07-17', '2023-09-15', 'systemic-failings');
    const monitored = MonitoringInspectionRecorded({
      monitoring: '2025_09',
      inspection: '2023_07_17',
      visitedFrom: '2025-09-15',
      publishedOn: '2025-11-20',
      effective: 3,
      notEffective: 2,
      source: ofsted,
    });
    const asked: Asked = { on: '2025-11-20', ruleSet: 'framework-2023' };
    expect(resultOf('G12', area(failings, monitored), asked)).toMatchObject({
      result: 'not-met',
      value: '3 of 5',
      fact: 'localArea-931@2',
    });
    expect(resultOf('G12', area(failings), asked)).toMatchObject({
      value: 'systemic-failings',
      says: 'The inspection published on 2023-09-15 ended with: widespread and/or systemic failings (3); no revisit has been published',
    });
    expect(resultOf('G12', area(failings), { on: '2023-10-12' })).toStrictEqual({
      rule: 'G12',
      result: 'unknown',
      fact: 'localArea-931@1',
      says: 'The area has been inspected, under a framework that these rules do not know',
    });
  });

  it('of an area that is not yet inspected, under route (c) (G12, reading 5)', () => {
    const says = (asked?: Asked) => resultOf('G12', area(), asked);
    expect(says()).toStrictEqual({
      rule: 'G12',
      result: 'refer',
      route: 'c',
      says: 'No inspection has been published; a person has to judge the evidence',
    });
    expect(says({ evidence: { routeC: 'met' } })?.says).toBe('No inspection has been published; the evidence was judged compelling');
    expect(says({ evidence: { routeC: 'not-met' } })?.says).toBe(
      'No inspection has been published; the evidence was judged not compelling',
    );
  });

  it('of the deficit at a year end, never the figure (G13, P1)', () => {
    expect(resultOf('G13-deficit', area(balance('2020-21', '0.50')))).toStrictEqual({
      rule: 'G13-deficit',
      result: 'met',
      value: '0.50',
      threshold: '-1.00',
      fact: 'localArea-931@1',
      says: 'At 2021-03-31 the dedicated schools grant had no deficit of 1 per cent or more',
    });
    expect(resultOf('G13-deficit', area())).toStrictEqual({
      rule: 'G13-deficit',
      result: 'unknown',
      says: 'No balance of the dedicated schools grant at 2021-03-31 is recorded',
    });
  });

  it('of Safety Valve (G13)', () => {
    expect(resultOf('G13-safety-valve', area())).toStrictEqual({
      rule: 'G13-safety-valve',
      result: 'met',
      says: 'Not in the Safety Valve programme on 2021-11-01',
    });
    expect(resultOf('G13-safety-valve', area(joined('safety-valve', '2021-07-01')))).toStrictEqual({
      rule: 'G13-safety-valve',
      result: 'not-met',
      value: 'member from 2021-07-01',
      threshold: 'no member',
      fact: 'localArea-931@1',
      says: 'In the Safety Valve programme since 2021-07-01',
    });
  });

  it('of children’s social care (G14)', () => {
    expect(resultOf('G14', area())).toStrictEqual({
      rule: 'G14',
      result: 'unknown',
      says: "No rating of children's social care on 2021-11-01 is recorded",
    });
    expect(resultOf('G14', area(rated('requires-improvement', '2021-01-01')))).toStrictEqual({
      rule: 'G14',
      result: 'met',
      value: 'requires-improvement',
      threshold: 'not inadequate',
      fact: 'localArea-931@1',
      says: "Children's social care is rated requires improvement since 2021-01-01",
    });
  });

  it('of joint partnerships (G15)', () => {
    expect(resultOf('G15', area())).toStrictEqual({ rule: 'G15', result: 'met', says: 'No joint improvement partner on 2021-11-01' });
    expect(resultOf('G15', area(SliPartnershipJoined({ from: '2021-07-01', source: dfe })))).toStrictEqual({
      rule: 'G15',
      result: 'not-met',
      value: 'partner from 2021-07-01',
      threshold: 'no joint partner',
      fact: 'localArea-931@1',
      says: "Joint improvement partner for SEND and children's social care since 2021-07-01",
    });
  });

  it('of excellence (G22)', () => {
    const says = (asked?: Asked) => resultOf('G22', area(), asked);
    expect(says()).toStrictEqual({
      rule: 'G22',
      result: 'refer',
      says: 'A person has to judge whether the area is high performing and well led',
    });
    expect(says({ evidence: { excellence: 'met' } })?.says).toBe('Judged high performing, well led and able to support others');
    expect(says({ evidence: { excellence: 'not-met' } })?.says).toBe('Judged not high performing, well led and able to support others');
  });

  it.each(['G12', 'G13-safety-valve', 'G15'] as const)('of %s, nothing while the area is not registered', (rule) =>
    expect(resultOf(rule, noLocalArea)).toStrictEqual({ rule, result: 'unknown', says: 'The local area is not registered' }),
  );
});
