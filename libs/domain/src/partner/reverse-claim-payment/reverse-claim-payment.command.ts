import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { claimOf } from '../partner-checks';
import { ClaimPaymentReversed, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Take back a payment that was recorded but not made (G21). */
export class ReverseClaimPayment {
  /** Id of the claim. */
  @IsId() claim!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const reverseClaimPayment: Decide<ReverseClaimPayment, PartnerState, PartnerEvent> = ({ claim: id, reason }, state) => {
  const { status, revision } = claimOf(id, state);
  if (status !== 'paid') throw refuse('claim-not-paid', { field: 'claim', values: { claim: id, status } });
  return [ClaimPaymentReversed({ claim: id, corrects: revision, reason })];
};
