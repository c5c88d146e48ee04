import { make, specFor, recorded, stateAfter, type Past } from '@app/event-sourcing/testing';
import { portsmouth } from '../../application/application.testing';
import {
  CareRatingRecorded,
  DsgPositionCorrected,
  FactWithdrawn,
  InterventionProgrammeLeft,
  type LocalAreaEvent,
  SliPartnershipJoined,
} from '../../local-area/local-area.events';
import { balance, dfe, inspected2016, joined, rated } from '../../local-area/local-area.stories';
import { localAreaStream } from '../../local-area/local-area.stream';
import { areaUpTo } from '../eligibility-watch';
import { EligibilityBreached, EligibilityRestored, GrantEnded, PartnerEngaged } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, engagedAtDiscretion, partnerId as id } from '../partner.testing';
import { ReassessEligibility, reassessEligibility } from './reassess-eligibility.command';

const given = specFor(partnerStream, reassessEligibility, { now: '2022-06-10', actor: { who: 'process:eligibility', role: 'system' }, id });
const command = (factsUpTo: number) => make(ReassessEligibility, { factsUpTo });
const atAward = PartnerEngaged({ ...engaged.data, facts: [{ area: '851', factsUpTo: 3 }] });

/** Facts with the days that their declarations give, as the log holds them. */
const dated = (events: readonly LocalAreaEvent[]): Past<LocalAreaEvent>[] =>
  events.map((event) => {
    const declaration = localAreaStream.events.find(({ type }) => type === event.type)!;
    return recorded(event, { effectiveOn: declaration.effective(event.data as never) ?? '2022-06-10' });
  });

/** Portsmouth with later facts, read up to one of them as the feature asks for it. */
const upTo = (factsUpTo: number, ...events: LocalAreaEvent[]) => {
  const all = [...portsmouth, ...events];
  const state = stateAfter(areaUpTo(factsUpTo), dated(all) as never, '851');
  return { found: { area: { id: '851', state, revision: all.length - 1, judgedBy: `localArea-851@${all.length - 1}` } } };
};

const deficit = (percent: string) => balance('2021-22', percent);
const breach = EligibilityBreached({
  area: '851',
  rule: 'G13-deficit',
  balance: '-1.00',
  threshold: '-1.00',
  fact: 'localArea-851@4',
  ruleSet: 'notice-2021',
  effectiveOn: '2022-03-31',
  judgedBy: 'localArea-851@4',
  factsUpTo: 4,
});
const corrected = DsgPositionCorrected({ ...deficit('-0.99').data, corrects: 4, reason: 'Audited accounts' });
const restored = EligibilityRestored({
  area: '851',
  rule: 'G13-deficit',
  balance: '-0.99',
  threshold: '-1.00',
  fact: 'localArea-851@5',
  ruleSet: 'notice-2021',
  effectiveOn: '2022-03-31',
  judgedBy: 'localArea-851@5',
  factsUpTo: 5,
  breach: 1,
});

describe('judging eligibility again on a new fact (G16)', () => {
  it('breaks at a deficit of 1.00 and not at 0.99, from the day of the fact (G13)', () => {
    given(atAward)
      .when(command(4), upTo(4, deficit('-1.00')))
      .then(breach);
    given(atAward)
      .when(command(4), upTo(4, deficit('-0.99')))
      .thenNothing();
  });
  it('holds again when the figure is corrected from 1.00 to 0.99; the breach stays on record', () =>
    given(atAward, breach)
      .when(command(5), upTo(5, deficit('-1.00'), corrected))
      .then(restored));
  it('is over when the fact that broke it is withdrawn, although nothing is known instead (G16)', () => {
    const withdrawn = FactWithdrawn({ kind: 'dsg-position', corrects: 4, effectiveOn: '2022-03-31', reason: 'Of another authority' });
    const over = EligibilityRestored({
      area: '851',
      rule: 'G13-deficit',
      fact: 'localArea-851@5',
      ruleSet: 'notice-2021',
      effectiveOn: '2022-03-31',
      judgedBy: 'localArea-851@5',
      factsUpTo: 5,
      breach: 1,
    });
    given(atAward, breach)
      .when(command(5), upTo(5, deficit('-1.00'), withdrawn))
      .then(over);
  });
  it('goes on when nothing is known of a later year: the fact that broke it stands (G13, G16)', () =>
    given(atAward, breach)
      .when(command(5), { ...upTo(5, deficit('-1.00'), rated('outstanding', '2023-04-01')), now: '2023-04-02' })
      .thenNothing());
  it('sees a breach although its correction is on record already, and then the correction', () => {
    given(atAward)
      .when(command(4), upTo(4, deficit('-1.00'), corrected))
      .then(breach);
    given(atAward, breach)
      .when(command(5), upTo(5, deficit('-1.00'), corrected))
      .then(restored);
  });
  it('judges every fact once: what was judged already is nothing', () => {
    given(atAward, breach)
      .when(command(4), upTo(4, deficit('-1.00')))
      .thenNothing();
    given(atAward, breach, restored)
      .when(command(4), upTo(4, deficit('-1.00'), corrected))
      .thenNothing();
    given(atAward).when(command(3), upTo(3)).thenNothing();
  });
  it('records each rule that one fact or another breaks (G13, G14, G15)', () => {
    const safetyValve = EligibilityBreached({
      area: '851',
      rule: 'G13-safety-valve',
      value: 'member from 2022-05-01',
      threshold: 'no member',
      fact: 'localArea-851@5',
      ruleSet: 'notice-2021',
      effectiveOn: '2022-05-01',
      judgedBy: 'localArea-851@5',
      factsUpTo: 5,
    });
    given(atAward, breach)
      .when(command(5), upTo(5, deficit('-1.00'), joined('safety-valve', '2022-05-01')))
      .then(safetyValve);
    given(atAward)
      .when(command(5), upTo(5, deficit('-1.00'), joined('safety-valve', '2022-05-01')))
      .then(EligibilityBreached({ ...breach.data, judgedBy: 'localArea-851@5', factsUpTo: 5 }), safetyValve);
    given(atAward)
      .when(command(4), upTo(4, rated('inadequate', '2022-05-20')))
      .then(
        EligibilityBreached({
          area: '851',
          rule: 'G14',
          value: 'inadequate',
          threshold: 'not inadequate',
          fact: 'localArea-851@4',
          ruleSet: 'notice-2021',
          effectiveOn: '2022-05-20',
          judgedBy: 'localArea-851@4',
          factsUpTo: 4,
        }),
      );
    given(atAward)
      .when(command(4), upTo(4, SliPartnershipJoined({ from: '2022-04-01', source: dfe })))
      .then(
        EligibilityBreached({
          area: '851',
          rule: 'G15',
          value: 'partner from 2022-04-01',
          threshold: 'no joint partner',
          fact: 'localArea-851@4',
          ruleSet: 'notice-2021',
          effectiveOn: '2022-04-01',
          judgedBy: 'localArea-851@4',
          factsUpTo: 4,
        }),
      );
  });
  it('ends route (c) when an inspection is published that asks for a statement (G12)', () => {
    const notInspected = [portsmouth[0]!, portsmouth[2]!, portsmouth[3]!];
    const withRouteC = PartnerEngaged({ ...engaged.data, evidence: [{ area: '851', routeC: 'met', excellence: 'met' }] });
    const facts = [...notInspected, inspected2016('2022-03-01', '2022-05-03', 4)];
    const state = stateAfter(areaUpTo(3), dated(facts) as never, '851');
    given(withRouteC)
      .when(command(3), { found: { area: { id: '851', state, revision: 3, judgedBy: 'localArea-851@3' } } })
      .then(
        EligibilityBreached({
          area: '851',
          rule: 'G12',
          route: 'b',
          value: 'wsoa-required',
          threshold: 'sufficient progress in all areas of significant weakness',
          fact: 'localArea-851@3',
          ruleSet: 'notice-2021',
          effectiveOn: '2022-05-03',
          judgedBy: 'localArea-851@3',
          factsUpTo: 3,
        }),
      );
  });
  it('records a breach that is known ahead, and does not take another fact before its day for its end', () => {
    const ahead = joined('safety-valve', '2022-09-01');
    const known = EligibilityBreached({
      area: '851',
      rule: 'G13-safety-valve',
      value: 'member from 2022-09-01',
      threshold: 'no member',
      fact: 'localArea-851@4',
      ruleSet: 'notice-2021',
      effectiveOn: '2022-09-01',
      judgedBy: 'localArea-851@4',
      factsUpTo: 4,
    });
    given(atAward).when(command(4), upTo(4, ahead)).then(known);
    given(atAward, known)
      .when(command(5), upTo(5, ahead, rated('outstanding', '2022-06-01')))
      .thenNothing();
    given(atAward, known)
      .when(command(5), upTo(5, ahead, InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2022-11-01', source: dfe })))
      .then(
        EligibilityRestored({
          area: '851',
          rule: 'G13-safety-valve',
          fact: 'localArea-851@5',
          ruleSet: 'notice-2021',
          effectiveOn: '2022-11-01',
          judgedBy: 'localArea-851@5',
          factsUpTo: 5,
          breach: 1,
        }),
      );
  });
  it('is broken by no fact that is effective after the grant’s end, and by one of its last day (reading 22)', () => {
    const on = (day: string) => CareRatingRecorded({ ...rated('inadequate', day).data });
    given(atAward)
      .when(command(4), { ...upTo(4, on('2023-04-01')), now: '2023-06-01' })
      .thenNothing();
    given(atAward)
      .when(command(4), { ...upTo(4, on('2023-03-31')), now: '2023-06-01' })
      .then(
        EligibilityBreached({
          area: '851',
          rule: 'G14',
          value: 'inadequate',
          threshold: 'not inadequate',
          fact: 'localArea-851@4',
          ruleSet: 'framework-2023',
          effectiveOn: '2023-03-31',
          judgedBy: 'localArea-851@4',
          factsUpTo: 4,
        }),
      );
    const ended = GrantEnded({ area: '851', endedOn: '2022-05-19', reason: 'Given up' });
    given(atAward, ended)
      .when(command(4), upTo(4, on('2022-05-20')))
      .thenNothing();
  });
  it('does not watch an engagement at discretion (G19), nor what is not engaged', () => {
    given(engagedAtDiscretion)
      .when(command(4), upTo(4, deficit('-1.00')))
      .thenNothing();
    given().when(command(4), { found: {} }).thenNothing();
  });
  it('is refused for a fact that is not recorded, or of a local area outside the grant', () => {
    given(atAward)
      .when(command(5), upTo(5, deficit('-1.00')))
      .thenRefused('facts-not-recorded', 'factsUpTo');
    given(atAward)
      .when(make(ReassessEligibility, { factsUpTo: 4, area: '931' }), upTo(4, deficit('-1.00')))
      .thenRefused('partner-area-unknown', 'area');
  });
});
