import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId } from '../../fields';
import { approvedPence, checkAward, checkOverheads, totalPence } from '../claim-sums';
import { checkAnswerDay, checkPayable, claimOf } from '../partner-checks';
import { ClaimApproved, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Approve a claim: within the award, within 15% of overheads over all that is approved, and of payable days alone (G2, G9, G17, G21). */
export class ApproveClaim {
  /** Id of the claim. */
  @IsId() claim!: string;
  /** Day of the approval. */
  @IsDay() approvedOn!: string;
}

export const approveClaim: Decide<ApproveClaim, PartnerState, PartnerEvent> = ({ claim: id, approvedOn }, state, { now }) => {
  const { status, award, claimedOn, lines, dayCostsPence, overheadsPence } = claimOf(id, state);
  if (status === 'approved' || status === 'paid') return [];
  if (status !== 'submitted') throw refuse('claim-not-waiting', { field: 'claim', values: { claim: id, status } });
  checkAnswerDay(approvedOn, 'approvedOn', claimedOn, now);
  for (const day of lines.flatMap(({ days }) => days)) checkPayable(day, state);
  const costs = { dayCostsPence, overheadsPence };
  checkOverheads(state, id, costs);
  checkAward(state, id, award, costs);
  const approvedOnAwardPence = approvedPence(state, award, id) + totalPence(costs);
  return [
    ClaimApproved({
      claim: id,
      award,
      ...costs,
      totalPence: totalPence(costs),
      approvedOn,
      approvedOnAwardPence,
      awardRemainingPence: state.awards[award]!.pence - approvedOnAwardPence,
    }),
  ];
};
