import { addDays } from '@app/calendar';
import { make, stateAfter } from '@app/event-sourcing/testing';
import fc from 'fast-check';
import { areaFound, portsmouth } from '../application/application.testing';
import { rated } from '../local-area/local-area.stories';
import { overheadLimitPence } from '../programme/grant-terms';
import { awarded, accepted, foundAfter, opened, programmeId } from '../programme/programme.testing';
import { numbered, play, type Step } from '../programme/play.testing';
import { programmeStream } from '../programme/programme.stream';
import { AgreeRate, agreeRate } from './agree-rate/agree-rate.command';
import { ApproveClaim, approveClaim } from './approve-claim/approve-claim.command';
import { ClaimCosts, claimCosts } from './claim-costs/claim-costs.command';
import { CorrectDelivery, correctDelivery } from './correct-delivery/correct-delivery.command';
import {
  CorrectEngagementAtDiscretion,
  correctEngagementAtDiscretion,
} from './correct-engagement-at-discretion/correct-engagement-at-discretion.command';
import { CorrectRate, correctRate } from './correct-rate/correct-rate.command';
import { DecideOnBreach, decideOnBreach } from './decide-on-breach/decide-on-breach.command';
import { areaUpTo } from './eligibility-watch';
import { EndGrant, endGrant } from './end-grant/end-grant.command';
import { EngageAtDiscretion, engageAtDiscretion } from './engage-at-discretion/engage-at-discretion.command';
import { EngagePartner, engagePartner } from './engage-partner/engage-partner.command';
import { deliveredDays, minutesOf, type Claim, type PartnerState } from './partner.state';
import { partnerStream } from './partner.stream';
import { award, packageFound, partnerId } from './partner.testing';
import { PayClaim, payClaim } from './pay-claim/pay-claim.command';
import { rateOn } from './rates';
import { ReassessEligibility, reassessEligibility } from './reassess-eligibility/reassess-eligibility.command';
import { RecordDelivery, recordDelivery } from './record-delivery/record-delivery.command';
import { ReduceAward, reduceAward } from './reduce-award/reduce-award.command';
import { ReduceClaim, reduceClaim } from './reduce-claim/reduce-claim.command';
import { RejectClaim, rejectClaim } from './reject-claim/reject-claim.command';
import { ReopenGrant, reopenGrant } from './reopen-grant/reopen-grant.command';
import { ReverseAwardReduction, reverseAwardReduction } from './reverse-award-reduction/reverse-award-reduction.command';
import { ReverseClaimApproval, reverseClaimApproval } from './reverse-claim-approval/reverse-claim-approval.command';
import { ReverseClaimPayment, reverseClaimPayment } from './reverse-claim-payment/reverse-claim-payment.command';
import { ReverseTermination, reverseTermination } from './reverse-termination/reverse-termination.command';
import { WithdrawClaim, withdrawClaim } from './withdraw-claim/withdraw-claim.command';
import {
  WithdrawEngagementAtDiscretion,
  withdrawEngagementAtDiscretion,
} from './withdraw-engagement-at-discretion/withdraw-engagement-at-discretion.command';

const reason = 'A reason';
const AWARDED = 400_000;
const DELIVERED = ['2022-02-01', '2022-02-02', '2022-02-03', '2023-03-31'];
const programme = foundAfter(programmeStream, programmeId, opened, awarded({ pence: AWARDED }), accepted);
const engage: Step = {
  decide: engagePartner,
  command: make(EngagePartner, { award, engagedOn: '2021-12-15' }),
  now: '2021-12-15T12:00:00.000Z',
  found: { programme },
};
const agree: Step = {
  decide: agreeRate,
  command: make(AgreeRate, { person: 'p1', grade: 'executive', pence: 80_000, from: '2022-01-01' }),
  now: '2021-12-15T12:00:00.000Z',
};

const packages = { medway_1: packageFound('medway_1'), oxfordshire_1: packageFound('oxfordshire_1') };
const agreed = ['p1', 'p2'].map((who) => ({
  ...agree,
  command: make(AgreeRate, { person: who, grade: 'executive', pence: 80_000, from: '2022-01-01' }),
}));
const delivered: Step[] = DELIVERED.slice(0, 3).map((on) => ({
  decide: recordDelivery,
  command: make(RecordDelivery, { package: 'medway_1', person: 'p1', day: on, minutes: 420 }),
  now: '2022-03-01T12:00:00.000Z',
  found: { package: packages.medway_1 },
}));
const packageId = fc.constantFrom<keyof typeof packages>('medway_1', 'oxfordshire_1');
const person = fc.constantFrom('p1', 'p1', 'p2');
const day = fc.constantFrom('2022-01-31', '2022-04-01', '2023-04-01', ...DELIVERED);
const claimDays = fc.uniqueArray(fc.constantFrom(...DELIVERED), { minLength: 1, maxLength: 2 });
const ratePence = fc.constantFrom(60_000, 60_000, 80_000, 80_001);
const minutes = fc.constantFrom(1, 209, 210, 419, 420, 421, 1_440);
const claimId = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const pence = fc.constantFrom(1, 12_000, 12_001, 24_000, 60_000, 80_000, 80_001, 200_000, 400_000);
const rates = [rated('inadequate', '2022-02-02'), rated('good', '2022-02-20'), rated('inadequate', '2022-03-10')];
const area = { ...areaFound('851', ...portsmouth, ...rates) };
const read = (factsUpTo: number) => ({
  area: { ...area, state: stateAfter(areaUpTo(factsUpTo), [...portsmouth, ...rates] as never[], '851') },
});
const readUpTo = new Map([4, 5, 6].map((factsUpTo) => [factsUpTo, read(factsUpTo)]));

type Made = (today: string) => Omit<Step, 'now'>;
const delivery = fc.record({ package: packageId, person, day, minutes });
const claiming: fc.Arbitrary<Made> = fc
  .record({
    claimId,
    person,
    days: claimDays,
    ratePence,
    overhead: fc.constantFrom(undefined, undefined, 9_000, 12_000, 12_001, 18_000),
  })
  .map((of) => (today: string) => ({
    decide: claimCosts,
    command: make(ClaimCosts, {
      claim: of.claimId,
      award,
      claimedOn: today,
      lines: [{ person: of.person, ratePence: of.ratePence, days: of.days }],
      overheads:
        of.overhead === undefined ? [] : [{ item: 'o1', charge: 'quarterly-progress-reports', pence: of.overhead, evidence: 'Timesheets' }],
    }),
  }));
const money: fc.Arbitrary<Made> = fc.oneof(
  fc.record({ person, pence, from: fc.constantFrom('2022-01-01', '2022-02-02') }).map((of) => () => ({
    decide: agreeRate,
    command: make(AgreeRate, { ...of, grade: 'executive' }),
  })),
  fc.record({ person, pence, from: fc.constantFrom('2022-01-01', '2022-02-02') }).map((of) => () => ({
    decide: correctRate,
    command: make(CorrectRate, { ...of, grade: 'executive', reason }),
  })),
  delivery.map((of) => () => ({ decide: recordDelivery, command: make(RecordDelivery, of), found: { package: packages[of.package] } })),
  delivery.map((of) => () => ({ decide: recordDelivery, command: make(RecordDelivery, of), found: { package: packages[of.package] } })),
  delivery.map((of) => () => ({
    decide: correctDelivery,
    command: make(CorrectDelivery, { ...of, reason }),
    found: { package: packages[of.package] },
  })),
  claiming,
  claiming,
  claiming,
  claimId.map((claim) => (today: string) => ({ decide: approveClaim, command: make(ApproveClaim, { claim, approvedOn: today }) })),
  claimId.map((claim) => (today: string) => ({ decide: approveClaim, command: make(ApproveClaim, { claim, approvedOn: today }) })),
  claimId.map((claim) => () => ({ decide: withdrawClaim, command: make(WithdrawClaim, { claim, reason }) })),
  claimId.map((claim) => () => ({ decide: rejectClaim, command: make(RejectClaim, { claim, reason }) })),
  claimId.map((claim) => (today: string) => ({ decide: payClaim, command: make(PayClaim, { claim, paidOn: today }) })),
  claimId.map((claim) => () => ({ decide: reverseClaimApproval, command: make(ReverseClaimApproval, { claim, reason }) })),
  claimId.map((claim) => () => ({ decide: reverseClaimPayment, command: make(ReverseClaimPayment, { claim, reason }) })),
  fc.record({ claimId, person, day, pence }).map((of) => () => ({
    decide: reduceClaim,
    command: make(ReduceClaim, {
      claim: of.claimId,
      withoutDays: [{ person: of.person, day: of.day }],
      overheads: [{ item: 'o1', pence: of.pence }],
      reason,
    }),
  })),
  fc.record({ claimId, pence }).map((of) => () => ({
    decide: reduceClaim,
    command: make(ReduceClaim, { claim: of.claimId, withoutDays: [], overheads: [{ item: 'o1', pence: of.pence }], reason }),
  })),
);

const course: fc.Arbitrary<Made> = fc.oneof(
  pence.map((left) => (today: string) => ({
    decide: reduceAward,
    command: make(ReduceAward, { award, pence: left, reducedOn: today, reason }),
  })),
  fc.constant(() => ({
    decide: numbered<PartnerState>(reverseAwardReduction, 'corrects', ({ awards }) => awards[award]?.reductions?.at(-1)?.revision),
    command: make(ReverseAwardReduction, { award, corrects: 0, reason }),
  })),
  fc.constantFrom(4, 5, 6).map((factsUpTo) => () => ({
    decide: reassessEligibility,
    command: make(ReassessEligibility, { factsUpTo }),
    found: readUpTo.get(factsUpTo)!,
  })),
  fc.constantFrom('terminate', 'continue', 'remedy').map((decision) => (today: string) => ({
    decide: decideOnBreach,
    command: make(DecideOnBreach, {
      rule: 'G14',
      decision,
      decidedOn: today,
      ...(decision === 'terminate' && { claimableUntil: addDays(today, 30) }),
      ...(decision === 'remedy' && { remedyBy: addDays(today, 10) }),
      reason,
    }),
  })),
  fc.constant(() => ({ decide: reverseTermination, command: make(ReverseTermination, { reason }) })),
  fc.constant((today: string) => ({ decide: endGrant, command: make(EndGrant, { endedOn: today, reason }) })),
  fc.constant(() => ({ decide: reopenGrant, command: make(ReopenGrant, { reason }) })),
);

const commands = fc.oneof({ weight: 12, arbitrary: money }, { weight: 1, arbitrary: course });

const isApproved = ({ status }: Claim): boolean => status === 'approved' || status === 'paid';
const isLive = (claim: Claim): boolean => claim.status === 'submitted' || isApproved(claim);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

function checkInvariants(state: PartnerState): void {
  const claims = Object.values(state.claims);
  const approved = claims.filter(isApproved);
  const dayCosts = sum(approved.map(({ dayCostsPence }) => dayCostsPence));
  const overheads = sum(approved.map(({ overheadsPence }) => overheadsPence));
  expect(dayCosts + overheads).toBeLessThanOrEqual(state.awards[award]!.pence);
  expect(state.awards[award]!.pence).toBeLessThanOrEqual(AWARDED);
  expect(overheads).toBeLessThanOrEqual(overheadLimitPence(dayCosts));
  const claimedDays = claims
    .filter(isLive)
    .flatMap(({ lines }) => lines.flatMap(({ person: who, days }) => days.map((on) => `${who} ${on}`)));
  expect(new Set(claimedDays).size).toBe(claimedDays.length);
  for (const { lines } of claims.filter(isLive)) {
    for (const { person: who, ratePence: claimed, days } of lines) {
      for (const on of days) {
        const rate = rateOn(state, who, on);
        expect(claimed).toBeLessThanOrEqual(rate?.pence ?? 0);
        expect(rate?.pence).toBeLessThanOrEqual(80_000);
      }
    }
  }
  const entries = Object.values(state.diary).flatMap((month) => Object.entries(month));
  for (const [key, entry] of entries) {
    expect(minutesOf(entry)).toBeLessThanOrEqual(1_440);
    expect(Object.values(entry.packages).filter((recorded) => recorded.minutes >= 420).length).toBeLessThanOrEqual(1);
    expect(entry.claim !== undefined).toBe(claimedDays.includes(key));
    if (entry.claim !== undefined) expect(minutesOf(entry)).toBeGreaterThanOrEqual(420);
    expect(key.slice(-10) >= '2022-02-01' && key.slice(-10) <= '2023-03-31').toBe(true);
  }
}

describe('any sequence of commands on a grant', () => {
  it('never overspends the award or the 15%, claims no day twice and none above its agreed rate, and takes no day before approval or outside the period (G2, G7, G8, G9, G10, G21)', () => {
    const sequence = fc.array(fc.record({ made: commands, later: fc.constantFrom(0, 0, 1, 5) }), {
      minLength: 20,
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(sequence, fc.constantFrom('2022-03-01', '2023-04-10'), (entries, start) => {
        let today: string = start;
        const steps = entries.map(({ made, later }) => {
          today = addDays(today, later);
          return { ...made(today), now: `${today}T12:00:00.000Z` };
        });
        play(partnerStream, partnerId, [engage, ...agreed, ...delivered, ...steps], checkInvariants);
      }),
      { numRuns: 200 },
    );
  });
});

const engagement = '887~project_5369~urgent';
const atDiscretion = fc.record({
  from: fc.constantFrom('2022-01-01', '2022-02-02'),
  until: fc.constantFrom('2022-02-02', '2022-12-31'),
  pence: fc.constantFrom(60_000, 120_000, 400_000),
  reportsAgreed: fc.boolean(),
});
const standing = (decide: Step['decide']) => numbered<PartnerState>(decide, 'corrects', ({ discretion }) => discretion?.revision);
const ofEngagement: fc.Arbitrary<Made> = fc.oneof(
  atDiscretion.map((terms) => (today: string) => ({
    decide: engageAtDiscretion,
    command: make(EngageAtDiscretion, { ...terms, area: '887', engagedOn: today, reason }),
    found: { programme },
  })),
  atDiscretion.map((terms) => (today: string) => ({
    decide: standing(correctEngagementAtDiscretion),
    command: make(CorrectEngagementAtDiscretion, { ...terms, area: '887', engagedOn: today, corrects: 0, reason }),
    found: { programme },
  })),
  fc.constant(() => ({
    decide: standing(withdrawEngagementAtDiscretion),
    command: make(WithdrawEngagementAtDiscretion, { corrects: 0, reason }),
  })),
  fc.constantFrom('2022-02-01', '2022-02-02', '2022-02-03').map((on) => () => ({
    decide: recordDelivery,
    command: make(RecordDelivery, { package: 'oxfordshire_1', person: 'p1', day: on, minutes: 420 }),
    found: { package: { ...packages.oxfordshire_1, state: { ...packages.oxfordshire_1.state, partner: engagement } } },
  })),
  fc.constant(() => ({
    decide: agreeRate,
    command: make(AgreeRate, { person: 'p1', grade: 'executive', pence: 60_000, from: '2022-02-02' }),
  })),
  fc.record({ claimId, days: claimDays }).map((of) => (today: string) => ({
    decide: claimCosts,
    command: make(ClaimCosts, {
      claim: of.claimId,
      award: engagement,
      claimedOn: today,
      lines: [{ person: 'p1', ratePence: 60_000, days: of.days }],
      overheads: [],
    }),
  })),
  claimId.map((claim) => (today: string) => ({ decide: approveClaim, command: make(ApproveClaim, { claim, approvedOn: today }) })),
  claimId.map((claim) => () => ({ decide: withdrawClaim, command: make(WithdrawClaim, { claim, reason }) })),
);

describe('any sequence of commands on an engagement at discretion', () => {
  it('keeps what is delivered within it and what is approved within its money, however its record is corrected (G2, G19)', () => {
    const sequence = fc.array(fc.record({ made: ofEngagement, later: fc.constantFrom(0, 0, 1) }), {
      minLength: 15,
      maxLength: 40,
      size: 'max',
    });
    const withdrawnAfterUse: string[] = [];
    fc.assert(
      fc.property(sequence, (entries) => {
        let today = '2022-03-01';
        const steps = entries.map(({ made, later }) => {
          today = addDays(today, later);
          return { ...made(today), now: `${today}T12:00:00.000Z` };
        });
        play(partnerStream, engagement, steps, (state, [event], before) => {
          if (event?.type === 'EngagementAtDiscretionWithdrawn') withdrawnAfterUse.push(...deliveredDays(before));
          const held = state.awards[engagement];
          const approved = Object.values(state.claims).filter(isApproved);
          expect(sum(approved.map(({ dayCostsPence }) => dayCostsPence))).toBeLessThanOrEqual(held?.pence ?? 0);
          for (const on of deliveredDays(state)) expect(on >= held!.from && on <= held!.until).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
    expect(withdrawnAfterUse).toEqual([]);
  });
});
