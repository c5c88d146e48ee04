import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { claimOf } from '../partner-checks';
import { ClaimRejected, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Reject a claim with reasons; its days can be claimed again (G21). */
export class RejectClaim {
  /** Id of the claim. */
  @IsId() claim!: string;
  /** Why it is rejected. */
  @IsText() reason!: string;
}

export const rejectClaim: Decide<RejectClaim, PartnerState, PartnerEvent> = ({ claim, reason }, state) => {
  const { status } = claimOf(claim, state);
  if (status === 'rejected') return [];
  if (status !== 'submitted') throw refuse('claim-not-waiting', { field: 'claim', values: { claim, status } });
  return [ClaimRejected({ claim, reason })];
};
