import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { checkOverheads } from '../claim-sums';
import { claimOf } from '../partner-checks';
import { ClaimApprovalReversed, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Take back an approval that should not have been, as long as the overheads of what stays approved are still borne (G9, G21). */
export class ReverseClaimApproval {
  /** Id of the claim. */
  @IsId() claim!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const reverseClaimApproval: Decide<ReverseClaimApproval, PartnerState, PartnerEvent> = ({ claim: id, reason }, state) => {
  const { status, revision } = claimOf(id, state);
  if (status === 'paid') throw refuse('claim-paid', { field: 'claim', values: { claim: id } });
  if (status !== 'approved') throw refuse('claim-not-approved', { field: 'claim', values: { claim: id, status } });
  checkOverheads(state, id, { dayCostsPence: 0, overheadsPence: 0 });
  return [ClaimApprovalReversed({ claim: id, corrects: revision, reason })];
};
