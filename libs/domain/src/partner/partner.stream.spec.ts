import { recorded, stateAfter } from '@app/event-sourcing/testing';
import { example } from '../told.testing';
import * as events from './partner.events';
import type { PartnerEvent } from './partner.events';
import { breachKey, entryOn, fundedUntil, grantEnd, minutesOf, type PartnerState } from './partner.state';
import { partnerStream } from './partner.stream';
import { partnerId } from './partner.testing';

const after = (...happened: PartnerEvent[]): PartnerState => stateAfter(partnerStream, happened, partnerId);
const none = {
  status: 'none',
  area: '',
  others: [],
  programme: '',
  atDiscretion: false,
  reportsAgreed: false,
  engagedOn: '',
  awards: {},
  factsUpTo: {},
  evidence: {},
  breaches: {},
  doubts: {},
  confirmations: {},
  unpayable: [],
  reports: {},
  rates: {},
  diary: {},
  claims: {},
};
const engaged = example(events.PartnerEngaged);
const held = { pence: 12_000_000, from: '2022-01-01', until: '2023-03-31' };
const known = {
  ...none,
  status: 'engaged',
  area: '851',
  others: ['850'],
  programme: 'project_5369',
  engagement: { revision: 0, award: 'illustrative_award' },
  reportsAgreed: true,
  engagedOn: '2021-12-15',
  awards: { illustrative_award: held },
  factsUpTo: { '851': 3, '850': 5 },
  evidence: { '851': { excellence: 'met' }, '850': { routeC: 'met', excellence: 'met' } },
};

describe('what is known of a grant', () => {
  it('is nothing before an engagement', () => {
    expect(partnerStream).toMatchObject({ category: 'partner', collection: 'partners' });
    expect(partnerStream.initial()).toEqual(none);
  });

  it('is who is engaged under which award, with what had been judged (G2, G16)', () => {
    expect(after(engaged)).toStrictEqual(known);
    expect(after(engaged, example(events.RateAgreed), example(events.PartnerEngagementWithdrawn))).toStrictEqual(none);
  });

  it('is an engagement at discretion, of the programme’s money or under its own id of other money (G19)', () => {
    const { award: _award, ...other } = example(events.PartnerEngagedAtDiscretion).data;
    const data = { ...other, reportsAgreed: true, pence: 7, from: '2022-05-02', until: '2022-08-31', engagedOn: '2022-05-01' };
    const atDiscretion = {
      ...none,
      status: 'engaged',
      area: '887',
      programme: 'project_5369',
      atDiscretion: true,
      discretion: { revision: 0, award: 'urgent' },
      reportsAgreed: true,
      engagedOn: '2022-05-01',
    };
    const award = { pence: 7, from: '2022-05-02', until: '2022-08-31' };
    expect(after(events.PartnerEngagedAtDiscretion({ ...data, award: 'urgent' }))).toStrictEqual({
      ...atDiscretion,
      awards: { urgent: award },
    });
    const others = { ...atDiscretion, discretion: { revision: 0, award: partnerId }, awards: { [partnerId]: award } };
    expect(after(events.PartnerEngagedAtDiscretion(data))).toStrictEqual(others);
    const corrected = events.EngagementAtDiscretionCorrected({
      ...data,
      pence: 8,
      award: 'urgent',
      previousAward: partnerId,
      fundedUntil: '2022-08-31',
      corrects: 0,
    });
    expect(after(events.PartnerEngagedAtDiscretion(data), corrected)).toStrictEqual({
      ...atDiscretion,
      discretion: { revision: 1, award: 'urgent' },
      awards: { urgent: { ...award, pence: 8 } },
    });
    const withdrawn = example(events.EngagementAtDiscretionWithdrawn);
    expect(after(events.PartnerEngagedAtDiscretion(data), withdrawn)).toStrictEqual(none);
  });

  it('is what each award gives, extended and reduced (G2, G3)', () => {
    const extended = example(events.GrantExtended);
    const further = { pence: 5_000_000, from: '2023-04-01', until: '2024-03-31', extended: { revision: 1, on: '2023-03-01' } };
    const reduced = example(events.AwardReduced);
    const again = example(events.AwardReduced, { pence: 9_000_000, reducedOn: '2022-06-01' });
    const first = { revision: 2, was: 12_000_000, reducedOn: '2022-05-01' };
    const second = { revision: 3, was: 10_000_000, reducedOn: '2022-06-01' };
    const awards = (...more: PartnerEvent[]) => after(engaged, extended, ...more).awards;
    const once = { illustrative_award: { ...held, pence: 10_000_000, reductions: [first] }, illustrative_award_2: further };
    expect(awards(reduced)).toStrictEqual(once);
    expect(awards(reduced, again)).toStrictEqual({
      ...once,
      illustrative_award: { ...held, pence: 9_000_000, reductions: [first, second] },
    });
    const reversed = (pence: number) => example(events.AwardReductionReversed, { pence });
    expect(awards(reduced, again, reversed(10_000_000))).toStrictEqual(once);
    expect(awards(reduced, reversed(12_000_000))).toStrictEqual({ ...once, illustrative_award: held });
    expect(awards(reversed(12_000_000))['illustrative_award']).toStrictEqual(held);
    expect(awards(example(events.GrantExtensionWithdrawn))).toStrictEqual({ illustrative_award: held });
  });

  it('is its end, taken back to what it was', () => {
    const ended = example(events.GrantEnded, { endedOn: '2022-12-31' });
    const reopened = example(events.GrantReopened);
    const terminated = example(events.WorkTerminated);
    const termination = { revision: 1, terminatedOn: '2022-06-20', claimableUntil: '2022-07-31' };
    expect(after(engaged, ended)).toStrictEqual({ ...known, status: 'ended', endedOn: '2022-12-31', endedAt: 1 });
    expect(after(engaged, ended, reopened)).toStrictEqual(known);
    expect(after(engaged, terminated)).toStrictEqual({ ...known, status: 'terminated', termination });
    expect(after(engaged, terminated, ended, reopened)).toStrictEqual({ ...known, status: 'terminated', termination });
  });

  it('is which rules do not hold now, since when, and what was decided (G16, G17)', () => {
    const breached = recorded(example(events.EligibilityBreached), { recordedAt: '2022-04-30T23:30:00.000Z' });
    const safety = example(events.EligibilityBreached, { rule: 'G13-safety-valve', factsUpTo: 6 });
    const state = stateAfter(partnerStream, [engaged, breached, safety], partnerId);
    const breach = {
      area: '851',
      rule: 'G13-deficit',
      revision: 1,
      effectiveOn: '2022-03-31',
      recordedOn: '2022-05-01',
      fact: example(events.EligibilityBreached).data.fact,
    };
    const other = { ...breach, rule: 'G13-safety-valve', revision: 2, recordedOn: '2021-09-02' };
    expect(state).toStrictEqual({
      ...known,
      factsUpTo: { '851': 6, '850': 5 },
      breaches: { '851 G13-deficit': breach, '851 G13-safety-valve': other },
    });
    const restored = example(events.EligibilityRestored, { factsUpTo: 8 });
    expect(stateAfter(partnerStream, [engaged, breached, safety, restored], partnerId)).toMatchObject({
      factsUpTo: { '851': 8, '850': 5 },
      breaches: { '851 G13-safety-valve': other },
    });
    const remedy = example(events.BreachDecided);
    const decided = stateAfter(partnerStream, [engaged, breached, safety, remedy], partnerId);
    expect(decided.breaches).toEqual({
      '851 G13-deficit': { ...breach, decision: { decision: 'remedy', remedyBy: '2022-09-30' } },
      '851 G13-safety-valve': other,
    });
    expect(decided.unpayable).toEqual([{ breach: 7, from: '2022-06-01', through: '2022-06-20' }]);
    const terminated = example(events.WorkTerminated);
    const reversed = example(events.TerminationReversed);
    const { termination, ...back } = stateAfter(partnerStream, [engaged, breached, safety, remedy, terminated, reversed], partnerId);
    expect(termination).toBeUndefined();
    expect(back).toMatchObject({ status: 'engaged', breaches: { '851 G13-deficit': breach, '851 G13-safety-valve': other } });
    expect('decision' in back.breaches['851 G13-deficit']!).toBe(false);
  });

  it('is a decision to continue, which leaves no day unpaid and no day of a remedy (G17)', () => {
    const { remedyBy: _remedyBy, unpayableFrom: _unpayableFrom, ...data } = example(events.BreachDecided).data;
    const goesOn = events.BreachDecided({ ...data, decision: 'continue' });
    const state = after(engaged, example(events.EligibilityBreached), goesOn);
    expect(state.breaches['851 G13-deficit']?.decision).toStrictEqual({ decision: 'continue' });
    expect(state.unpayable).toEqual([]);
    const gone = after(engaged, goesOn, example(events.BreachDecided));
    expect(gone.breaches).toEqual({});
    expect(gone.unpayable).toEqual([{ breach: 7, from: '2022-06-01', through: '2022-06-20' }]);
  });

  it('is the days that the latest decision on each breach leaves unpaid; a termination changes nothing about that (reading 22)', () => {
    const breached = example(events.EligibilityBreached);
    const first = example(events.BreachDecided, { breach: 1 });
    const other = example(events.BreachDecided, { rule: 'G14', breach: 2, unpayableFrom: '2022-06-10' });
    const { unpayableFrom: _unpayableFrom, ...paid } = first.data;
    const unpaid = (...more: PartnerEvent[]) => after(engaged, breached, first, other, ...more).unpayable;
    const later = events.BreachDecided({ ...first.data, unpayableFrom: '2022-06-05', decidedOn: '2022-06-25' });
    const ofFirst = { breach: 1, from: '2022-06-01', through: '2022-06-20' };
    const ofOther = { breach: 2, from: '2022-06-10', through: '2022-06-20' };
    expect(unpaid()).toEqual([ofFirst, ofOther]);
    expect(unpaid(later)).toEqual([ofOther, { breach: 1, from: '2022-06-05', through: '2022-06-25' }]);
    expect(unpaid(events.BreachDecided(paid))).toEqual([ofOther]);
    const terminating = events.BreachDecided({ ...paid, decision: 'terminate' });
    expect(unpaid(terminating)).toEqual([ofFirst, ofOther]);
    expect(unpaid(events.BreachDecided({ ...terminating.data, unpayableFrom: '2022-06-02' }))).toEqual([
      ofOther,
      { breach: 1, from: '2022-06-02', through: '2022-06-20' },
    ]);
    expect(unpaid(example(events.WorkTerminated), example(events.TerminationReversed))).toEqual([ofOther]);
  });

  it('is its yearly confirmations, doubts, and what was judged of evidence again (G16, G22)', () => {
    const confirmed = example(events.EligibilityConfirmed, { yearFrom: '2021-12-15' });
    const next = example(events.EligibilityConfirmed, { yearFrom: '2022-12-15' });
    const back = example(events.EligibilityConfirmationWithdrawn, { yearFrom: '2021-12-15' });
    expect(after(engaged, confirmed, next).confirmations).toEqual({ '2021-12-15': 1, '2022-12-15': 2 });
    expect(after(engaged, confirmed, next, back).confirmations).toEqual({ '2022-12-15': 2 });
    const doubted = example(events.ExcellenceDoubted);
    const other = example(events.ExcellenceDoubted, { area: '850' });
    expect(after(engaged, doubted, other).doubts).toEqual({ '851': 1, '850': 2 });
    expect(after(engaged, doubted, other, example(events.ExcellenceDoubtWithdrawn)).doubts).toEqual({ '850': 2 });
    const again = example(events.EvidenceJudgedAgain, { judgement: 'not-met' });
    const state = after(engaged, doubted, other, again);
    expect([state.doubts, state.evidence]).toEqual([{ '850': 2 }, { ...known.evidence, '851': { excellence: 'not-met' } }]);
    const routeC = after(engaged, doubted, example(events.EvidenceJudgedAgain, { matter: 'route-c', judgement: 'not-met' }));
    expect([routeC.doubts, routeC.evidence['851']]).toEqual([{ '851': 1 }, { excellence: 'met', routeC: 'not-met' }]);
  });

  it('is its quarterly reports, and how each stands (G18)', () => {
    const submitted = example(events.QuarterlyReportSubmitted);
    const next = example(events.QuarterlyReportSubmitted, { quarter: '2022-04-01', submittedOn: '2022-07-05' });
    const returned = example(events.QuarterlyReportReturned);
    const accepted = example(events.QuarterlyReportAccepted);
    const report = { status: 'submitted', revision: 1, submittedOn: '2022-04-05' };
    const reports = (...more: PartnerEvent[]) => after(engaged, submitted, next, ...more).reports;
    const other = { '2022-04-01': { status: 'submitted', revision: 2, submittedOn: '2022-07-05' } };
    expect(reports()).toEqual({ ...other, '2022-01-01': report });
    expect(reports(returned)).toEqual({ ...other, '2022-01-01': { ...report, status: 'returned', revision: 3 } });
    expect(reports(accepted)).toEqual({ ...other, '2022-01-01': { ...report, status: 'accepted', revision: 3 } });
    expect(reports(accepted, example(events.QuarterlyReportAcceptanceReversed))).toEqual({
      ...other,
      '2022-01-01': { ...report, revision: 4 },
    });
  });

  it('is the rates of each person, earliest first (G8)', () => {
    const later = example(events.RateAgreed, { from: '2022-06-01', pence: 75_000 });
    const first = example(events.RateAgreed);
    const corrected = example(events.RateCorrected, { from: '2022-06-01', pence: 70_000 });
    const manager = example(events.RateAgreed, { person: 'manager-1', grade: 'management', pence: 60_000 });
    const rate = { from: '2022-01-01', grade: 'executive', pence: 80_000, revision: 2 };
    expect(after(engaged, later, first, manager).rates).toEqual({
      'director-1': [rate, { from: '2022-06-01', grade: 'executive', pence: 75_000, revision: 1 }],
      'manager-1': [{ from: '2022-01-01', grade: 'management', pence: 60_000, revision: 3 }],
    });
    expect(after(engaged, later, first, corrected).rates['director-1']).toEqual([
      rate,
      { from: '2022-06-01', grade: 'executive', pence: 70_000, revision: 3 },
    ]);
  });

  it('is the hours of each person on each date, over all packages (G7, reading 25)', () => {
    const hours = example(events.DeliveryRecorded, { minutes: 200 });
    const other = example(events.DeliveryRecorded, { package: 'oxford_1', minutes: 220 });
    const another = example(events.DeliveryRecorded, { day: '2022-04-01' });
    const corrected = example(events.DeliveryCorrected, { package: 'medway_1', day: '2022-03-01', minutes: 210 });
    const state = after(engaged, hours, other, another);
    const medway = { minutes: 200, revision: 1 };
    const oxford = { minutes: 220, revision: 2 };
    expect(state.diary).toEqual({
      '2022-03': { 'director-1 2022-03-01': { packages: { medway_1: medway, oxford_1: oxford } } },
      '2022-04': { 'director-1 2022-04-01': { packages: { medway_1: { minutes: 420, revision: 3 } } } },
    });
    expect(minutesOf(entryOn(state, 'director-1', '2022-03-01'))).toBe(420);
    expect(entryOn(state, 'director-1', '2022-03-02')).toBeUndefined();
    expect(entryOn(state, 'director-1', '2022-05-01')).toBeUndefined();
    expect(minutesOf(undefined)).toBe(0);
    expect(entryOn(after(engaged, hours, other, corrected), 'director-1', '2022-03-01')).toEqual({
      packages: { medway_1: { minutes: 210, revision: 3 }, oxford_1: oxford },
    });
  });

  describe('is its claims (G21)', () => {
    const first = example(events.DeliveryRecorded);
    const second = example(events.DeliveryRecorded, { day: '2022-03-02' });
    const history = [engaged, first, second, example(events.CostsClaimed)];
    const claim = {
      status: 'submitted',
      award: 'illustrative_award',
      claimedOn: '2022-04-01',
      lines: [{ person: 'director-1', ratePence: 80_000, days: ['2022-03-01', '2022-03-02'] }],
      overheads: { reports: 24_000 },
      dayCostsPence: 160_000,
      overheadsPence: 24_000,
      revision: 3,
    };
    const heldBy = (state: PartnerState) => ['2022-03-01', '2022-03-02'].map((day) => entryOn(state, 'director-1', day)?.claim);

    it('each with the days that it holds', () => {
      const state = after(...history);
      expect(state.claims).toStrictEqual({ march_2022: claim });
      expect(heldBy(state)).toEqual(['march_2022', 'march_2022']);
      expect(minutesOf(entryOn(state, 'director-1', '2022-03-01'))).toBe(420);
    });

    it('withdrawn or rejected, which gives the days free', () => {
      for (const [end, status] of [
        [example(events.ClaimWithdrawn), 'withdrawn'],
        [example(events.ClaimRejected), 'rejected'],
      ] as const) {
        const state = after(...history, end);
        expect(state.claims).toStrictEqual({ march_2022: { ...claim, status, revision: 4 } });
        expect(heldBy(state)).toEqual([undefined, undefined]);
        expect(minutesOf(entryOn(state, 'director-1', '2022-03-01'))).toBe(420);
      }
    });

    it('reduced, which gives free the days that are not borne', () => {
      const state = after(...history, example(events.ClaimReduced));
      expect(state.claims).toStrictEqual({
        march_2022: {
          ...claim,
          lines: [{ person: 'director-1', ratePence: 80_000, days: ['2022-03-01'] }],
          overheads: { reports: 12_000 },
          dayCostsPence: 80_000,
          overheadsPence: 12_000,
          revision: 4,
        },
      });
      expect(heldBy(state)).toEqual(['march_2022', undefined]);
    });

    it('approved and paid, and back', () => {
      const other = example(events.CostsClaimed, { claim: 'april_2022', lines: [], overheads: [] });
      const approved = example(events.ClaimApproved);
      const paid = example(events.ClaimPaid);
      const march = (...more: PartnerEvent[]) => after(...history, other, ...more).claims['march_2022'];
      const agreed = { ...claim, status: 'approved', approvedOn: '2022-04-10', revision: 5 };
      expect(march(approved)).toStrictEqual(agreed);
      expect(march(approved, paid)).toStrictEqual({ ...agreed, status: 'paid', revision: 6 });
      expect(march(approved, paid, example(events.ClaimPaymentReversed))).toStrictEqual({ ...agreed, revision: 7 });
      expect(march(approved, example(events.ClaimApprovalReversed))).toStrictEqual({ ...agreed, status: 'submitted', revision: 6 });
      expect(after(...history, other, approved).claims['april_2022']?.status).toBe('submitted');
    });
  });
});

describe('the last day of a grant (reading 22)', () => {
  const state = after(engaged, example(events.GrantExtended));
  it('is the last funded day, or the day of its end or termination', () => {
    expect(fundedUntil(state)).toBe('2024-03-31');
    expect(fundedUntil({ awards: { later: { ...held, until: '2024-03-31' }, earlier: held } })).toBe('2024-03-31');
    expect(fundedUntil({ awards: {} })).toBe('');
    expect(grantEnd(state)).toBe('2024-03-31');
    const terminated = example(events.WorkTerminated);
    expect(grantEnd(after(engaged, terminated))).toBe('2022-06-20');
    expect(grantEnd(after(engaged, terminated, example(events.GrantEnded, { endedOn: '2022-06-30' })))).toBe('2022-06-30');
  });
  it('knows a breach by its area and rule', () => expect(breachKey('851', 'G14')).toBe('851 G14'));
});
