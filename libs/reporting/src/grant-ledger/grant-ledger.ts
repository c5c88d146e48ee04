import type { PartnerEvent, ProgrammeEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import Decimal from 'decimal.js';
import { changed, inOrder, present } from '../lists';
import { LedgerRow, type LedgerAward, type LedgerClaim, type LedgerGrant, type LedgerPeriod } from './grant-ledger.view';

type Programme<T extends ProgrammeEvent['type']> = Extract<ProgrammeEvent, { type: T }>['data'];

type Particulars = Pick<Programme<'ProgrammeOpened'>, 'fundingFrom' | 'fundingUntil' | 'maximumPence'>;

const total = <T>(items: readonly T[], pence: (item: T) => number): number => items.reduce((sum, item) => sum + pence(item), 0);

const isApproved = ({ status }: LedgerClaim): boolean => status !== 'submitted';
const isPaid = ({ status }: LedgerClaim): boolean => status === 'paid';

/** Overheads per cent of day costs, of what is approved (G9, reading 2). */
function overheadPercent(claims: readonly LedgerClaim[]): string | undefined {
  const approved = claims.filter(isApproved);
  const dayCosts = total(approved, ({ dayCostsPence }) => dayCostsPence);
  if (dayCosts === 0) return undefined;
  const overheads = total(approved, ({ overheadsPence }) => overheadsPence);
  return new Decimal(overheads).times(100).div(dayCosts).toFixed(2);
}

const sums = (claims: readonly LedgerClaim[]) => ({
  claimedPence: total(claims, ({ totalPence }) => totalPence),
  approvedPence: total(claims.filter(isApproved), ({ totalPence }) => totalPence),
  paidPence: total(claims.filter(isPaid), ({ totalPence }) => totalPence),
  overheadPercent: overheadPercent(claims),
});

/** Every sum of the row from its periods, awards and claims. */
function summed(before: LedgerRow): LedgerRow {
  const { overheadPercent: _before, ...row } = before;
  const bound = (period: LedgerPeriod['period']): number =>
    total(
      row.awards.filter((award) => award.period === period),
      ({ pence }) => pence,
    );
  const periods = row.periods.map((one) => {
    const awardedPence = bound(one.period);
    return { ...one, awardedPence, remainingPence: one.maximumPence - awardedPence };
  });
  const grants = [...new Set(row.claims.map(({ grant }) => grant))].sort();
  return present<LedgerRow>({
    ...row,
    periods,
    maximumPence: total(periods, ({ maximumPence }) => maximumPence),
    awardedPence: total(periods, ({ awardedPence }) => awardedPence),
    remainingPence: total(periods, ({ remainingPence }) => remainingPence),
    ...sums(row.claims),
    grants: grants.map((grant) => present<LedgerGrant>({ grant, ...sums(row.claims.filter((claim) => claim.grant === grant)) })),
  });
}

const initial = ({ fundingFrom, fundingUntil, maximumPence }: Particulars): LedgerPeriod => ({
  period: 'initial',
  from: fundingFrom,
  until: fundingUntil,
  maximumPence,
  awardedPence: 0,
  remainingPence: maximumPence,
});

const withAward = (row: LedgerRow, award: LedgerAward): LedgerRow =>
  summed({ ...row, awards: inOrder([...row.awards, award], ({ awardedOn }) => awardedOn) });

const onAward = (row: LedgerRow, award: string, change: (award: LedgerAward) => LedgerAward): LedgerRow =>
  summed({ ...row, awards: changed(row.awards, (one) => one.award === award, change) });

const onClaim = (row: LedgerRow, grant: string, claim: string, change: Partial<LedgerClaim>): LedgerRow =>
  summed({
    ...row,
    claims: changed(
      row.claims,
      (one) => one.grant === grant && one.claim === claim,
      (one) => ({ ...one, ...change }),
    ),
  });

const withoutClaim = (row: LedgerRow, grant: string, claim: string): LedgerRow =>
  summed({ ...row, claims: row.claims.filter((one) => one.grant !== grant || one.claim !== claim) });

/** Awarded, claimed, approved, paid and left of each programme, overheads in per cent (G2, G3, G9, G21). */
export const grantLedger = defineProjection<LedgerRow, ProgrammeEvent | PartnerEvent>({
  name: 'grant-ledger',
  version: 2,
  view: LedgerRow,
  fields: everyFieldOf<LedgerRow>()(
    'title',
    'noticeId',
    'status',
    'periods',
    'furtherFunding',
    'maximumPence',
    'awardedPence',
    'claimedPence',
    'approvedPence',
    'paidPence',
    'remainingPence',
    'overheadPercent',
    'awards',
    'grants',
    'claims',
  ),
  columns: {
    title: 'text',
    status: ['open', 'closed'],
    maximumPence: 'integer',
    awardedPence: 'integer',
    claimedPence: 'integer',
    approvedPence: 'integer',
    paidPence: 'integer',
    remainingPence: 'integer',
  },
  indexes: [['title']],
  words: ['title'],
  key: (_event, { category, streamId }) => {
    if (category === 'programme') return streamId;
    return category === 'partner' ? streamId.split('~')[1] : undefined;
  },
  on: {
    ProgrammeOpened: (_row, data) =>
      summed({
        title: data.title,
        noticeId: data.noticeId,
        status: 'open',
        periods: [initial(data)],
        maximumPence: 0,
        awardedPence: 0,
        claimedPence: 0,
        approvedPence: 0,
        paidPence: 0,
        remainingPence: 0,
        awards: [],
        grants: [],
        claims: [],
      }),
    ProgrammeCorrected: (row, data) =>
      row &&
      summed({
        ...row,
        title: data.title,
        noticeId: data.noticeId,
        periods: row.periods.map((one) => (one.period === 'initial' ? initial(data) : one)),
      }),
    FurtherFundingApproved: (row, { pence, until }) => row && { ...row, furtherFunding: { pence, until } },
    FurtherFundingWithdrawn: (before) => {
      if (!before) return undefined;
      const { furtherFunding: _withdrawn, ...row } = before;
      return row;
    },
    ProgrammeExtended: (row, { from, until, maximumPence }) =>
      row &&
      summed({
        ...row,
        periods: [
          ...row.periods.filter(({ period }) => period === 'initial'),
          { period: 'extension', from, until, maximumPence, awardedPence: 0, remainingPence: maximumPence },
        ],
      }),
    ProgrammeExtensionWithdrawn: (row) => row && summed({ ...row, periods: row.periods.filter(({ period }) => period === 'initial') }),
    ProgrammeClosed: (row) => row && { ...row, status: 'closed' },
    ProgrammeReopened: (row) => row && { ...row, status: 'open' },
    GrantAwarded: (row, { award, partner, period, pence, awardedOn, objectives }) =>
      row && withAward(row, { award, partner, period, pence, status: 'offered', awardedOn, outstandingObjectives: objectives.length }),
    DiscretionaryFundingAllotted: (row, { award, engagement, partner, period, pence, allottedOn }) =>
      row &&
      withAward(row, { award, partner, period, pence, status: 'accepted', awardedOn: allottedOn, engagement, outstandingObjectives: 0 }),
    AwardAccepted: (row, { award }) => row && onAward(row, award, (one) => ({ ...one, status: 'accepted' })),
    AwardAcceptanceWithdrawn: (row, { award }) => row && onAward(row, award, (one) => ({ ...one, status: 'offered' })),
    AwardDeclined: (row, { award }) => row && onAward(row, award, (one) => ({ ...one, status: 'declined', pence: 0 })),
    AwardWithdrawn: (row, { award }) => row && onAward(row, award, (one) => ({ ...one, status: 'withdrawn', pence: 0 })),
    AwardReleased: (row, { award, remainingPence }) => row && onAward(row, award, (one) => ({ ...one, pence: remainingPence })),
    AwardRestored: (row, { award, boundPence }) => row && onAward(row, award, (one) => ({ ...one, pence: boundPence })),
    DeliveryObjectivesConfirmed: (row, { award, outstanding }) =>
      row && onAward(row, award, (one) => ({ ...one, outstandingObjectives: outstanding.length })),
    ObjectivesConfirmationWithdrawn: (row, { award, objectives }) =>
      row && onAward(row, award, (one) => ({ ...one, outstandingObjectives: one.outstandingObjectives + objectives.length })),

    CostsClaimed: (row, { claim, award, dayCostsPence, overheadsPence, totalPence }, { streamId }) =>
      row?.awards.some((one) => one.award === award)
        ? summed({
            ...row,
            claims: [...row.claims, { grant: streamId, claim, award, status: 'submitted', dayCostsPence, overheadsPence, totalPence }],
          })
        : row,
    ClaimApproved: (row, { claim, dayCostsPence, overheadsPence, totalPence }, { streamId }) =>
      row && onClaim(row, streamId, claim, { status: 'approved', dayCostsPence, overheadsPence, totalPence }),
    ClaimReduced: (row, { claim, dayCostsPence, overheadsPence, totalPence }, { streamId }) =>
      row && onClaim(row, streamId, claim, { dayCostsPence, overheadsPence, totalPence }),
    ClaimPaid: (row, { claim }, { streamId }) => row && onClaim(row, streamId, claim, { status: 'paid' }),
    ClaimApprovalReversed: (row, { claim }, { streamId }) => row && onClaim(row, streamId, claim, { status: 'submitted' }),
    ClaimPaymentReversed: (row, { claim }, { streamId }) => row && onClaim(row, streamId, claim, { status: 'approved' }),
    ClaimWithdrawn: (row, { claim }, { streamId }) => row && withoutClaim(row, streamId, claim),
    ClaimRejected: (row, { claim }, { streamId }) => row && withoutClaim(row, streamId, claim),
  },
});
