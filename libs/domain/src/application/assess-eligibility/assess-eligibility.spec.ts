import { make, specFor } from '@app/event-sourcing/testing';
import { balance, inspected2016, rated, registered, revisited } from '../../local-area/local-area.stories';
import { grantManager as actor } from '../../programme/programme.testing';
import { ApplicationStarted, EligibilityAssessed, EvidenceJudged, type ApplicationEvent } from '../application.events';
import { applicationStream } from '../application.stream';
import { areaFound, complete, excellenceJudged, portsmouth, started, submitted } from '../application.testing';
import { AssessEligibility, assessEligibility } from './assess-eligibility.command';

const areas = [areaFound('851', ...portsmouth)];
const given = specFor(applicationStream, assessEligibility, { now: '2021-11-01', actor, found: { areas } });
const command = make(AssessEligibility, {});
const waiting = [...complete, submitted];

const results = [
  { rule: 'G12', result: 'met' as const, route: 'a' as const, value: 'wsoa-not-required', fact: 'localArea-851@1' },
  { rule: 'G13-deficit', result: 'met' as const, balance: '3.70', threshold: '-1.00', fact: 'localArea-851@3' },
  { rule: 'G13-safety-valve', result: 'met' as const },
  { rule: 'G14', result: 'met' as const, value: 'good', threshold: 'not inadequate', fact: 'localArea-851@2' },
  { rule: 'G15', result: 'met' as const },
];
const assessed = (excellence: 'met' | 'refer', assessedOn = '2021-11-01') =>
  EligibilityAssessed({
    assessedOn,
    ruleSet: 'notice-2021',
    areas: [{ area: '851', results: [...results, { rule: 'G22', result: excellence }], factsUpTo: 3, judgedBy: 'localArea-851@3' }],
    eligible: excellence === 'met',
    referred: excellence === 'met' ? [] : ['851'],
  });

describe('assessing eligibility from recorded facts (G12 to G15, G22)', () => {
  it('finds Portsmouth to meet route (a) and the rest on 1 Nov 2021, once a person has judged G22', () => {
    given(...waiting)
      .when(command)
      .then(assessed('refer'));
    given(...waiting, excellenceJudged)
      .when(command)
      .then(assessed('met'));
  });
  it('finds Oxfordshire to fail G12 and G13 on 1 Nov 2021', () => {
    const oxfordshire = areaFound(
      '931',
      registered,
      inspected2016('2017-09-25', '2017-12-04', 5),
      revisited('2017-09-25', '2019-10-14', '2019-12-23', 3, 2),
      balance('2020-21', '-3.32'),
      rated('good', '2018-06-01'),
    );
    const [event] = given(ApplicationStarted({ ...started.data, lead: '931' }), ...complete.slice(1, 5), submitted)
      .when(command, { found: { areas: [oxfordshire] } })
      .happened();
    const data = event!.data as typeof EligibilityAssessed extends (data: infer D) => unknown ? D : never;
    expect(data.areas[0]!.results.map(({ rule, result }) => `${rule} ${result}`)).toEqual([
      'G12 not-met',
      'G13-deficit not-met',
      'G13-safety-valve met',
      'G14 met',
      'G15 met',
      'G22 refer',
    ]);
    expect(data.eligible).toBe(false);
  });
  it('judges every local area of the bid (G5)', () => {
    const both = [areas[0]!, areaFound('850')];
    const [event] = given(ApplicationStarted({ ...started.data, others: ['850'] }), ...complete.slice(1), submitted)
      .when(command, { found: { areas: both } })
      .happened();
    expect((event!.data as { areas: { area: string }[] }).areas.map(({ area }) => area)).toEqual(['851', '850']);
  });
  it('is met by a bid of several where each of them meets every rule, and new where one has a new fact (G5, G16)', () => {
    const both = [areas[0]!, areaFound('850', ...portsmouth)];
    const joint = [ApplicationStarted({ ...started.data, others: ['850'] }), ...complete.slice(1), submitted];
    const judged = [excellenceJudged, EvidenceJudged({ ...excellenceJudged.data, area: '850' })];
    const of = (found: typeof both, ...history: ApplicationEvent[]) =>
      given(...joint, ...history)
        .when(command, { found: { areas: found } })
        .happened();
    const [one] = of(both, excellenceJudged);
    expect(one?.data).toMatchObject({ eligible: false, referred: ['850'] });
    const [met] = of(both, ...judged);
    expect(met?.data).toMatchObject({ eligible: true, referred: [] });
    expect(of(both, ...judged, met!)).toEqual([]);
    const newer = areaFound('850', ...portsmouth, rated('outstanding', '2021-10-01'));
    const [again] = of([areas[0]!, newer], ...judged, met!);
    expect(again?.data).toMatchObject({ areas: [{ factsUpTo: 3 }, { factsUpTo: 4 }] });
    const [newArea] = of([areas[0]!, areaFound('869', ...portsmouth)], ...judged, met!);
    expect(newArea?.data).toMatchObject({ areas: [{ area: '851' }, { area: '869' }] });
  });
  it('is judged again where a result would be another without a new fact (reading 6)', () => {
    const otherwise = EligibilityAssessed({
      ...assessed('met').data,
      areas: [{ ...assessed('met').data.areas[0]!, results: [...results, { rule: 'G22', result: 'refer' }] }],
    });
    given(...waiting, excellenceJudged, otherwise)
      .when(command)
      .then(assessed('met'));
    const [under2023] = given(...waiting, excellenceJudged, assessed('met'))
      .when(command, { now: '2023-01-01' })
      .happened();
    expect(under2023?.data).toMatchObject({ ruleSet: 'framework-2023', assessedOn: '2023-01-01' });
  });
  it('says what occasioned it, where something did', () =>
    given(...waiting, excellenceJudged)
      .when(make(AssessEligibility, { note: 'A new balance' }))
      .then(EligibilityAssessed({ ...assessed('met').data, note: 'A new balance' })));
  it('is nothing while no fact and no judgement is new, and judged again when one is (G16)', () => {
    given(...waiting, excellenceJudged, assessed('met'))
      .when(command, { now: '2021-11-09' })
      .thenNothing();
    given(...waiting, assessed('refer'), excellenceJudged)
      .when(command, { now: '2021-11-09' })
      .then(assessed('met', '2021-11-09'));
    given(...waiting, assessed('refer'), EvidenceJudged({ ...excellenceJudged.data, matter: 'route-c' }))
      .when(command)
      .then(assessed('refer'));
  });
  it('is refused of a draft', () => given(started).when(command).thenRefused('application-not-submitted'));
});
