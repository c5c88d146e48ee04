import {
  ApplicationDeclined,
  ApplicationReopened,
  ApplicationStarted,
  ApplicationWithdrawn,
  AwardReduced,
  AwardReductionReversed,
  BreachDecided,
  EligibilityAssessed,
  EligibilityBreached,
  EligibilityConfirmationWithdrawn,
  EligibilityConfirmed,
  EligibilityRestored,
  EvidenceJudged,
  EvidenceJudgedAgain,
  EngagementAtDiscretionCorrected,
  EngagementAtDiscretionWithdrawn,
  ExcellenceDoubted,
  ExcellenceDoubtWithdrawn,
  GrantEnded,
  GrantExtended,
  GrantExtensionWithdrawn,
  GrantReopened,
  PartnerEngaged,
  PartnerEngagedAtDiscretion,
  PartnerEngagementWithdrawn,
  QuarterlyReportAcceptanceReversed,
  QuarterlyReportAccepted,
  QuarterlyReportReturned,
  QuarterlyReportSubmitted,
  TerminationReversed,
  WorkTerminated,
} from '@app/domain/events';
import { fieldsOf, type DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { partnerRegister } from './partner-register';
import { PartnerEligibility, type PartnerRow } from './partner-register.view';

const given = specForProjection<PartnerRow, DomainEvent<string, any>>(partnerRegister as never);
const applied = (event: DomainEvent<string, any>, stream = 'application-b1') => recorded(event, { stream });
const at = (event: DomainEvent<string, any>, stream = 'partner-851~p1') => recorded(event, { stream });
const why = { reason: 'r' };

const started = applied(ApplicationStarted({ programme: 'p1', lead: '851', others: ['887'] }));
const other = applied(ApplicationStarted({ programme: 'p1', lead: '931', others: [] }), 'application-b2');
const result = (rule: string, found: 'met' | 'not-met' | 'refer', rest: object = {}) => ({ rule, result: found, ...rest });
const assessing = (results: object[], assessedOn = '2021-11-02') =>
  EligibilityAssessed({
    assessedOn,
    ruleSet: '2021-09',
    areas: [{ area: '851', results, factsUpTo: 3, judgedBy: 'localArea-851@3' }],
    eligible: false,
    referred: [],
  } as never);
const deficit = { balance: '4.83', threshold: '-1.00', fact: 'localArea-851@2' };
const assessed = applied(
  assessing([result('G22', 'refer'), result('G13-deficit', 'met', deficit), result('G12', 'refer', { route: 'c' })]),
);
const rule = (name: string, found: PartnerEligibility['result'], rest: Partial<PartnerEligibility> = {}): PartnerEligibility => ({
  area: '851',
  rule: name,
  result: found,
  since: '2021-11-02',
  ...rest,
});
const rules = [rule('G12', 'refer', { route: 'c' }), rule('G13-deficit', 'met', deficit), rule('G22', 'refer')];
const applicant: PartnerRow = {
  area: '851',
  others: [],
  programme: 'p1',
  application: 'b1',
  status: 'applicant',
  atDiscretion: false,
  awards: [],
  eligible: false,
  notMet: [],
  eligibility: rules,
  doubted: [],
  reports: [],
  confirmations: [],
};

describe('applicants in the partner register (G12 to G15, G22)', () => {
  it('are there from their assessment on, each rule with what it was judged on', () => {
    given(started, other).rows({});
    given(assessed).rows({});
    given(started, other, assessed, applied(assessing([result('G14', 'not-met')]), 'application-b2')).rows({
      '851~p1': applicant,
      '931~p1': {
        ...applicant,
        area: '931',
        application: 'b2',
        others: ['851'],
        notMet: ['G14'],
        eligibility: [rule('G14', 'not-met')],
      },
    });
    expect(fieldsOf(PartnerEligibility).get('balance')?.classification?.category).toBe('unpublished-dsg');
  });
  it('are judged anew, and by a person where the rules refer (reading 5)', () => {
    given(started, assessed, applied(assessing([result('G14', 'met')], '2021-11-05'))).rows({
      '851~p1': { ...applicant, eligible: true, eligibility: [rule('G14', 'met', { since: '2021-11-05' })] },
    });
    const judged = (matter: 'route-c' | 'excellence', stream?: string) =>
      applied(EvidenceJudged({ area: '851', matter, judgement: 'met', judgedOn: '2021-11-10', ...why }), stream);
    const met = { result: 'met' as const, since: '2021-11-10' };
    given(started, assessed, judged('route-c')).rows({
      '851~p1': { ...applicant, eligibility: [{ ...rules[0]!, ...met }, rules[1]!, rules[2]!] },
    });
    given(started, assessed, judged('route-c'), judged('excellence')).rows({
      '851~p1': { ...applicant, eligible: true, eligibility: [{ ...rules[0]!, ...met }, rules[1]!, { ...rules[2]!, ...met }] },
    });
    given(judged('route-c')).rows({});
  });
  it('withdraw, are declined, and reopened', () => {
    given(started, assessed, applied(ApplicationWithdrawn(why))).rows({ '851~p1': { ...applicant, status: 'withdrawn' } });
    const declined = applied(ApplicationDeclined({ declinedOn: '2021-12-01', ...why }));
    given(started, assessed, declined).rows({ '851~p1': { ...applicant, status: 'declined' } });
    given(started, assessed, declined, applied(ApplicationReopened({ corrects: 3, status: 'submitted', ...why }))).rows({
      '851~p1': applicant,
    });
    const second = applied(ApplicationStarted({ programme: 'p1', lead: '851', others: [] }), 'application-b3');
    given(started, assessed, declined, second, applied(assessing([result('G14', 'met')]), 'application-b3')).rows({
      '851~p1': { ...applicant, application: 'b3', eligible: true, eligibility: [rule('G14', 'met')] },
    });
  });
});

const award = { award: 'a1', pence: 100, from: '2022-01-01', until: '2023-03-31' };
const engaging = {
  area: '851',
  others: ['887'],
  programme: 'p1',
  application: 'b1',
  ...award,
  engagedOn: '2021-12-10',
  legalBasis: 'section 14 Education Act 2002',
  facts: [],
  evidence: [],
  judgedBy: 'programme-p1@3',
};
const engaged = at(PartnerEngaged(engaging));
const row: PartnerRow = { ...applicant, others: ['887'], status: 'engaged', engagedOn: '2021-12-10', awards: [award] };

function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<PartnerRow>): void {
  const second = at(PartnerEngaged({ ...engaging, area: '931', application: 'b2' }), 'partner-931~p1');
  given(started, assessed, engaged, second, ...events).rows({
    '851~p1': { ...row, ...change },
    '931~p1': { ...row, area: '931', application: 'b2', eligibility: [] },
  });
  given(...events).rows({});
}

describe('partners in the partner register (G16 to G19)', () => {
  it('keep how they were assessed, and no later application changes it', () => {
    shows([], {});
    const again = applied(ApplicationStarted({ programme: 'p1', lead: '851', others: [] }), 'application-b3');
    const later = [
      assessing([result('G14', 'not-met')]),
      ApplicationWithdrawn(why),
      ApplicationDeclined({ declinedOn: '2022-01-01', ...why }),
    ].map((event: DomainEvent<string, any>) => applied(event, 'application-b3'));
    given(started, assessed, engaged, again, ...later).rows({ '851~p1': row });
    shows([applied(ApplicationReopened({ corrects: 3, status: 'submitted', ...why }))], {});
  });
  it('at discretion are not watched for eligibility (G19)', () => {
    const data = { area: '931', programme: 'p1', pence: 5, from: '2022-05-01', until: '2022-06-30', engagedOn: '2022-05-01' };
    given(at(PartnerEngagedAtDiscretion({ ...data, reportsAgreed: false, ...why }), 'partner-931~p1~x')).rows({
      '931~p1~x': {
        area: '931',
        others: [],
        programme: 'p1',
        status: 'engaged',
        atDiscretion: true,
        engagedOn: '2022-05-01',
        awards: [{ pence: 5, from: '2022-05-01', until: '2022-06-30' }],
        notMet: [],
        eligibility: [],
        doubted: [],
        reports: [],
        confirmations: [],
      },
    });
  });
  it('at discretion are shown as corrected, and not at all where that was a mistake (G19)', () => {
    const other = { pence: 5, from: '2022-05-01', until: '2022-06-30' };
    const data = { area: '931', programme: 'p1', engagedOn: '2022-05-01', reportsAgreed: false, ...why };
    const x = 'partner-931~p1~x';
    const begun = at(PartnerEngagedAtDiscretion({ ...data, ...other }), x);
    const money = { pence: 7, from: '2022-05-02', until: '2022-07-31' };
    const further = { award: 'a2', pence: 5, from: '2023-04-01', until: '2024-03-31' };
    const extended = at(GrantExtended({ ...further, extendedOn: '2023-03-01', judgedBy: 'programme-p1@9', ...why }), x);
    const correct = (previousAward: string, award?: string) =>
      at(
        EngagementAtDiscretionCorrected({
          ...data,
          ...money,
          ...(award !== undefined && { award }),
          engagedOn: '2022-05-02',
          previousAward,
          fundedUntil: '2024-03-31',
          corrects: 0,
        }),
        x,
      );
    const awardsAfter = (...events: Past<DomainEvent<string, any>>[]) => given(begun, extended, ...events).folded['931~p1~x']?.awards;
    expect(awardsAfter(correct('931~p1~x', 'a1'))).toEqual([{ award: 'a1', ...money }, further]);
    expect(awardsAfter(correct('931~p1~x', 'a1'), correct('a1'))).toEqual([money, further]);
    expect(given(begun, correct('931~p1~x')).folded['931~p1~x']).toMatchObject({ engagedOn: '2022-05-02', awards: [money] });
    given(correct('931~p1~x')).rows({});
    const withdrawn = { area: '931', programme: 'p1', engagedOn: '2022-05-01', corrects: 0, ...why };
    given(begun, at(EngagementAtDiscretionWithdrawn(withdrawn), x)).rows({});
  });
  it('are applicants again where the engagement was taken back, eligible as they were judged last (G2)', () => {
    const taken = { area: '851', others: [], programme: 'p1', award: 'a1', engagedOn: '2021-12-10', corrects: 0, ...why };
    const withdrawn = at(PartnerEngagementWithdrawn(taken));
    const doubted = at(ExcellenceDoubted({ area: '851', doubtedOn: '2022-02-01', ...why } as never));
    const { engagedOn: _engagedOn, ...before } = given(started, assessed, engaged).folded['851~p1']!;
    expect(given(started, assessed, engaged, doubted, withdrawn).folded['851~p1']).toEqual({ ...before, status: 'applicant', awards: [] });
    given(withdrawn).rows({});
  });
  it('are extended, reduced, end and are reopened (G3, G21)', () => {
    const further = { award: 'a2', pence: 5, from: '2023-04-01', until: '2024-03-31' };
    const extended = at(GrantExtended({ ...further, extendedOn: '2023-03-01', judgedBy: 'programme-p1@9', ...why }));
    shows([extended], { awards: [award, further] });
    const notExtended = { ...further, extendedOn: '2023-03-01', fundedUntil: '2023-03-31', corrects: 4, ...why };
    const { pence: _pence, ...taken } = notExtended;
    shows([extended, at(GrantExtensionWithdrawn(taken))], {});
    const reduced = at(AwardReduced({ award: 'a1', pence: 60, releasedPence: 40, reducedOn: '2022-06-01', ...why }));
    shows([reduced], { awards: [{ ...award, pence: 60 }] });
    const reversed = { award: 'a1', pence: 100, restoredPence: 40, reducedOn: '2022-06-01', corrects: 4, ...why };
    shows([reduced, at(AwardReductionReversed(reversed))], {});
    const ended = at(GrantEnded({ area: '851', endedOn: '2023-03-31', ...why }));
    shows([ended], { status: 'ended', endedOn: '2023-03-31' });
    shows([ended, at(GrantReopened({ corrects: 1, ...why }))], {});
  });

  const fact = { value: 'inadequate', threshold: 'not inadequate', fact: 'localArea-851@7' };
  const judging = { area: '851', rule: 'G14', ...fact, ruleSet: '2021-09', judgedBy: 'localArea-851@7', factsUpTo: 7 };
  const breached = at(EligibilityBreached({ ...judging, effectiveOn: '2022-06-01' } as never));
  const broken: PartnerEligibility = { ...rule('G14', 'not-met', fact), since: '2022-06-01' };
  const withBroken = (change: Partial<PartnerEligibility> = {}) => [rules[0]!, rules[1]!, { ...broken, ...change }, rules[2]!];
  const decided = at(
    BreachDecided({ area: '851', rule: 'G14', breach: 1, decision: 'remedy', decidedOn: '2022-06-10', remedyBy: '2022-09-01', ...why }),
  );

  it('break a rule by a fact and meet it again, both with what they rest on', () => {
    shows([breached], { notMet: ['G14'], eligibility: withBroken() });
    const restored = at(EligibilityRestored({ ...judging, value: 'good', effectiveOn: '2022-08-01', breach: 1 } as never));
    shows([breached, restored], { eligibility: withBroken({ result: 'met', value: 'good', since: '2022-08-01' }) });
  });
  it('name each rule that is not met once, in order, whichever of their areas breaks it', () => {
    const ofAnother = at(EligibilityBreached({ ...judging, area: '887', effectiveOn: '2022-06-02' } as never));
    const deficitToo = at(EligibilityBreached({ ...judging, rule: 'G13-deficit', effectiveOn: '2022-06-03' } as never));
    const { folded } = given(started, assessed, engaged, breached, ofAnother, deficitToo);
    expect(folded['851~p1']!.notMet).toEqual(['G13-deficit', 'G14']);
  });
  it('are decided on, terminated, and stand as before where that is taken back (G17)', () => {
    shows([breached, decided], { notMet: ['G14'], eligibility: withBroken({ decision: 'remedy', remedyBy: '2022-09-01' }) });
    const terminated = at(
      WorkTerminated({ area: '851', terminatedOn: '2022-07-01', claimableUntil: '2022-08-01', rules: ['G14'], ...why }),
    );
    const over = { status: 'terminated' as const, terminatedOn: '2022-07-01', claimableUntil: '2022-08-01' };
    shows([terminated], over);
    shows([breached, decided, terminated, at(TerminationReversed({ corrects: 3, ...why }))], {
      notMet: ['G14'],
      eligibility: withBroken(),
    });
    const ended = at(GrantEnded({ area: '851', endedOn: '2022-08-01', ...why }));
    shows([terminated, ended, at(GrantReopened({ corrects: 2, ...why }))], over);
  });
  it('are doubted, and judged again (G22)', () => {
    const doubted = at(ExcellenceDoubted({ area: '851', doubtedOn: '2022-06-01', ...why }));
    shows([doubted, doubted], { doubted: ['851'] });
    shows([doubted, at(ExcellenceDoubtWithdrawn({ area: '851', corrects: 1, ...why }))], {});
    const again = (matter: 'route-c' | 'excellence') =>
      at(EvidenceJudgedAgain({ area: '851', matter, judgement: 'not-met', judgedOn: '2022-06-20', ...why }));
    const not = { result: 'not-met' as const, since: '2022-06-20' };
    shows([doubted, again('excellence')], { notMet: ['G22'], eligibility: [rules[0]!, rules[1]!, { ...rules[2]!, ...not }] });
    shows([doubted, again('route-c')], {
      doubted: ['851'],
      notMet: ['G12'],
      eligibility: [{ ...rules[0]!, ...not }, rules[1]!, rules[2]!],
    });
  });
  it('report by the quarter (G18) and confirm by the year (G16)', () => {
    const report = { progress: 's', performance: 's', impact: 's', figures: [] };
    const submitted = (quarter: string) => at(QuarterlyReportSubmitted({ quarter, submittedOn: '2022-04-10', ...report }));
    const shown = (quarter: string, status: 'submitted' | 'returned' | 'accepted') => ({ quarter, status, submittedOn: '2022-04-10' });
    shows([submitted('2022-04-01'), submitted('2022-01-01')], {
      reports: [shown('2022-01-01', 'submitted'), shown('2022-04-01', 'submitted')],
    });
    const returned = at(QuarterlyReportReturned({ quarter: '2022-01-01', returnedOn: '2022-04-12', ...why }));
    shows([submitted('2022-01-01'), returned], { reports: [shown('2022-01-01', 'returned')] });
    const accepted = at(QuarterlyReportAccepted({ quarter: '2022-01-01', acceptedOn: '2022-04-12' }));
    shows([submitted('2022-01-01'), accepted], { reports: [shown('2022-01-01', 'accepted')] });
    const reversed = at(QuarterlyReportAcceptanceReversed({ quarter: '2022-01-01', corrects: 3, ...why }));
    shows([submitted('2022-01-01'), accepted, reversed], { reports: [shown('2022-01-01', 'submitted')] });
    const confirmed = at(EligibilityConfirmed({ yearFrom: '2021-12-10', confirmedOn: '2022-12-01', requirements: [], statement: 's' }));
    shows([confirmed], { confirmations: [{ yearFrom: '2021-12-10', confirmedOn: '2022-12-01' }] });
    shows([confirmed, at(EligibilityConfirmationWithdrawn({ yearFrom: '2021-12-10', corrects: 2, ...why }))], {});
  });
});
