import {
  AwardAcceptanceWithdrawn,
  AwardAccepted,
  AwardDeclined,
  AwardReleased,
  AwardRestored,
  AwardWithdrawn,
  ClaimApprovalReversed,
  ClaimApproved,
  ClaimPaid,
  ClaimPaymentReversed,
  ClaimReduced,
  ClaimRejected,
  ClaimWithdrawn,
  CostsClaimed,
  DeliveryObjectivesConfirmed,
  DiscretionaryFundingAllotted,
  FurtherFundingApproved,
  FurtherFundingWithdrawn,
  GrantAwarded,
  ObjectivesConfirmationWithdrawn,
  ProgrammeClosed,
  ProgrammeCorrected,
  ProgrammeExtended,
  ProgrammeExtensionWithdrawn,
  ProgrammeOpened,
  ProgrammeReopened,
} from '@app/domain/events';
import type { DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { grantLedger } from './grant-ledger';
import type { LedgerAward, LedgerClaim, LedgerPeriod, LedgerRow } from './grant-ledger.view';

const given = specForProjection<LedgerRow, DomainEvent<string, any>>(grantLedger as never);
const at = (event: DomainEvent<string, any>, stream = 'programme-p1') => recorded(event, { stream });
const why = { reason: 'r' };
const particulars = {
  title: 'Partners',
  noticeId: '2021/S 000-021741',
  ocid: 'ocds-h6vhtk-02dc5c',
  reference: 'p1',
  mainCpvCode: '80000000',
  additionalCpvCodes: [],
  publishedAt: '2021-09-02T11:49:00.000Z',
  applicationsCloseAt: '2021-11-01T12:00:00.000Z',
  fundingFrom: '2022-01-01',
  fundingUntil: '2023-03-31',
  maximumPence: 51_800_000,
  extendableUntil: '2024-03-31',
};
const opened = ProgrammeOpened({ ...particulars, options: [] });
const period: LedgerPeriod = {
  period: 'initial',
  from: '2022-01-01',
  until: '2023-03-31',
  maximumPence: 51_800_000,
  awardedPence: 0,
  remainingPence: 51_800_000,
};
const row: LedgerRow = {
  title: 'Partners',
  noticeId: '2021/S 000-021741',
  status: 'open',
  periods: [period],
  maximumPence: 51_800_000,
  awardedPence: 0,
  claimedPence: 0,
  approvedPence: 0,
  paidPence: 0,
  remainingPence: 51_800_000,
  awards: [],
  grants: [],
  claims: [],
};

function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<LedgerRow>): void {
  given(at(opened), at(opened, 'programme-p2'), ...events).rows({ p1: { ...row, ...change }, p2: row });
  given(...events).rows({});
}

const awarding = (award: string, pence: number, objectives: string[] = [], funding: 'initial' | 'extension' = 'initial') =>
  at(
    GrantAwarded({
      award,
      partner: '851',
      others: [],
      application: 'b1',
      period: funding,
      pence,
      legalBasis: 'section 14 Education Act 2002',
      objectives: objectives.map((objective) => ({ objective, aim: 's', measure: 's' })),
      awardedOn: '2021-12-01',
      facts: [],
      evidence: [],
      judgedBy: [],
      ...why,
    }),
  );
const award = (id: string, pence: number, change: Partial<LedgerAward> = {}): LedgerAward => ({
  award: id,
  partner: '851',
  period: 'initial',
  pence,
  status: 'offered',
  awardedOn: '2021-12-01',
  outstandingObjectives: 0,
  ...change,
});
const bound = (pence: number, awards: LedgerAward[]): Partial<LedgerRow> => ({
  awardedPence: pence,
  remainingPence: 51_800_000 - pence,
  periods: [{ ...period, awardedPence: pence, remainingPence: 51_800_000 - pence }],
  awards,
});

describe('the programme in the grant ledger (G2, G3)', () => {
  it('is opened, corrected, closed and reopened', () => {
    shows([], {});
    shows([at(ProgrammeCorrected({ ...particulars, title: 'Better', maximumPence: 100, corrects: 0, ...why }))], {
      title: 'Better',
      maximumPence: 100,
      remainingPence: 100,
      periods: [{ ...period, maximumPence: 100, remainingPence: 100 }],
    });
    const closed = at(ProgrammeClosed({ closedOn: '2023-04-01', ...why }));
    shows([closed], { status: 'closed' });
    shows([closed, at(ProgrammeReopened({ corrects: 1, ...why }))], {});
  });
  it('is extended with the money that was approved, a period of its own (G3)', () => {
    const approved = at(FurtherFundingApproved({ pence: 500, until: '2024-03-31', approvedOn: '2023-02-01', ...why }));
    shows([approved], { furtherFunding: { pence: 500, until: '2024-03-31' } });
    shows([approved, at(FurtherFundingWithdrawn({ corrects: 1, ...why }))], {});
    const extended = ProgrammeExtended({
      from: '2023-04-01',
      until: '2024-03-31',
      maximumPence: 500,
      delivered: [],
      extendedOn: '2023-03-01',
      ...why,
    });
    const further: LedgerPeriod = {
      period: 'extension',
      from: '2023-04-01',
      until: '2024-03-31',
      maximumPence: 500,
      awardedPence: 200,
      remainingPence: 300,
    };
    shows([at(extended), awarding('a2', 200, [], 'extension')], {
      periods: [period, further],
      maximumPence: 51_800_500,
      awardedPence: 200,
      remainingPence: 51_800_300,
      awards: [award('a2', 200, { period: 'extension' })],
    });
    const { from, until, extendedOn } = extended.data;
    shows([at(extended), at(ProgrammeExtensionWithdrawn({ from, until, extendedOn, corrects: 1, ...why }))], {});
  });
});

describe('awards in the grant ledger (G2)', () => {
  it('bind money while they stand', () => {
    shows([awarding('a1', 1_000)], bound(1_000, [award('a1', 1_000)]));
    shows([awarding('a1', 1_000), at(AwardAccepted({ award: 'a1', acceptedOn: '2021-12-05' }))], {
      ...bound(1_000, [award('a1', 1_000, { status: 'accepted' })]),
    });
    const notAccepted = at(AwardAcceptanceWithdrawn({ award: 'a1', acceptedOn: '2021-12-05', corrects: 2, ...why }));
    shows(
      [awarding('a1', 1_000), at(AwardAccepted({ award: 'a1', acceptedOn: '2021-12-05' })), notAccepted],
      bound(1_000, [award('a1', 1_000)]),
    );
    const released = { award: 'a1', releasedPence: 1_000, ...why };
    shows([awarding('a1', 1_000), at(AwardDeclined({ ...released, declinedOn: '2021-12-05' }))], {
      awards: [award('a1', 0, { status: 'declined' })],
    });
    shows([awarding('a1', 1_000), at(AwardWithdrawn({ ...released, withdrawnOn: '2021-12-05' }))], {
      awards: [award('a1', 0, { status: 'withdrawn' })],
    });
    const partly = AwardReleased({ award: 'a1', releasedPence: 400, remainingPence: 600, judgedBy: 'partner-851~p1@9' });
    shows([awarding('a1', 1_000), at(partly)], bound(600, [award('a1', 600)]));
    const restored = { award: 'a1', grant: '851~p1', reduction: 9, restoredPence: 400, boundPence: 1_000, judgedBy: 'partner-851~p1@9' };
    shows([awarding('a1', 1_000), at(partly), at(AwardRestored({ ...restored, ...why }))], bound(1_000, [award('a1', 1_000)]));
  });
  it('are made at discretion too, where they draw on the programme (G19)', () => {
    const allotted = DiscretionaryFundingAllotted({
      award: 'd1',
      engagement: '931~p1~x',
      partner: '931',
      period: 'initial',
      pence: 50,
      legalBasis: 'section 14 Education Act 2002',
      allottedOn: '2022-05-01',
      ...why,
    });
    const shown = award('d1', 50, { partner: '931', status: 'accepted', awardedOn: '2022-05-01', engagement: '931~p1~x' });
    shows([at(allotted)], bound(50, [shown]));
  });
  it('show how many objectives are outstanding (G3)', () => {
    const awarded = awarding('a1', 1_000, ['o1', 'o2']);
    const left = (outstandingObjectives: number) => bound(1_000, [award('a1', 1_000, { outstandingObjectives })]);
    const confirmed = at(
      DeliveryObjectivesConfirmed({ award: 'a1', objectives: ['o1'], outstanding: ['o2'], confirmedOn: '2022-12-01', evidence: 's' }),
    );
    shows([awarded], left(2));
    shows([awarded, confirmed], left(1));
    shows([awarded, confirmed, at(ObjectivesConfirmationWithdrawn({ award: 'a1', objectives: ['o1'], corrects: 2, ...why }))], left(2));
  });
});

describe('claims in the grant ledger (G9, G21)', () => {
  const partner = (event: DomainEvent<string, any>, stream = 'partner-851~p1') => at(event, stream);
  const costs = { claim: 'c1', award: 'a1', dayCostsPence: 200_000, overheadsPence: 30_000, totalPence: 230_000 };
  const claimed = partner(CostsClaimed({ ...costs, claimedOn: '2022-04-10', lines: [], overheads: [] }));
  const approval = { ...costs, approvedOn: '2022-04-20', approvedOnAwardPence: 230_000, awardRemainingPence: 0 };
  const approved = partner(ClaimApproved(approval));
  const paid = partner(ClaimPaid({ claim: 'c1', pence: 230_000, paidOn: '2022-05-01' }));
  const claim = (status: LedgerClaim['status'], change: Partial<LedgerClaim> = {}): LedgerClaim => ({
    grant: '851~p1',
    ...costs,
    status,
    ...change,
  });
  const awarded = awarding('a1', 1_000_000);
  const base = bound(1_000_000, [award('a1', 1_000_000)]);
  const sums = (claimedPence: number, approvedPence: number, paidPence: number, overheadPercent?: string) => ({
    claimedPence,
    approvedPence,
    paidPence,
    ...(overheadPercent !== undefined && { overheadPercent }),
  });
  const withClaim = (one: LedgerClaim, sum: ReturnType<typeof sums>): Partial<LedgerRow> => ({
    ...base,
    ...sum,
    claims: [one],
    grants: [{ grant: '851~p1', ...sum }],
  });
  const waiting = withClaim(claim('submitted'), sums(230_000, 0, 0));

  it('are counted as claimed, approved and paid, overheads in per cent of day costs', () => {
    shows([awarded, claimed], waiting);
    shows([awarded, claimed, approved], withClaim(claim('approved'), sums(230_000, 230_000, 0, '15.00')));
    shows([awarded, claimed, approved, paid], withClaim(claim('paid'), sums(230_000, 230_000, 230_000, '15.00')));
  });
  it('take a reduction, and what was reversed', () => {
    const less = { dayCostsPence: 200_000, overheadsPence: 12_345, totalPence: 212_345 };
    const reduced = partner(ClaimReduced({ ...costs, ...less, lines: [], overheads: [], reducedByPence: 17_655, ...why }));
    shows([awarded, claimed, approved, reduced], withClaim(claim('approved', less), sums(212_345, 212_345, 0, '6.17')));
    shows([awarded, claimed, approved, partner(ClaimApprovalReversed({ claim: 'c1', corrects: 2, ...why }))], waiting);
    shows(
      [awarded, claimed, approved, paid, partner(ClaimPaymentReversed({ claim: 'c1', corrects: 3, ...why }))],
      withClaim(claim('approved'), sums(230_000, 230_000, 0, '15.00')),
    );
  });
  it('that are withdrawn or rejected are not counted', () => {
    shows([awarded, claimed, partner(ClaimWithdrawn({ claim: 'c1', ...why }))], base);
    shows([awarded, claimed, partner(ClaimRejected({ claim: 'c1', ...why }))], base);
  });
  it('of two grants with the same id are kept apart, and those on other money are left out (G19)', () => {
    const second = partner(CostsClaimed({ ...costs, claimedOn: '2022-04-11', lines: [], overheads: [] }), 'partner-887~p1');
    const elsewhere = partner(CostsClaimed({ ...costs, award: '931~p1~x', claimedOn: '2022-04-11', lines: [], overheads: [] }));
    const { folded } = given(at(opened), awarded, claimed, second, elsewhere, approved);
    expect(folded['p1']?.grants).toEqual([
      { grant: '851~p1', ...sums(230_000, 230_000, 0, '15.00') },
      { grant: '887~p1', ...sums(230_000, 0, 0) },
    ]);
    expect(folded['p1']).toMatchObject({ claimedPence: 460_000, approvedPence: 230_000 });
  });
});
