import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { totalPence } from '../claim-sums';
import { checkAnswerDay, claimOf } from '../partner-checks';
import { ClaimPaid, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Record that an approved claim was paid; the amount is the approved one (G21). */
export class PayClaim {
  /** Id of the claim. */
  @IsId() claim!: string;
  /** Day of the payment. */
  @IsDay() paidOn!: string;
  /** Reference of the payment. */
  @IsOptional() @IsText(100) paymentReference?: string;
}

export const payClaim: Decide<PayClaim, PartnerState, PartnerEvent> = ({ claim: id, paidOn, paymentReference }, state, { now }) => {
  const claim = claimOf(id, state);
  if (claim.status === 'paid') return [];
  if (claim.status !== 'approved' || claim.approvedOn === undefined) {
    throw refuse('claim-not-approved', { field: 'claim', values: { claim: id, status: claim.status } });
  }
  checkAnswerDay(paidOn, 'paidOn', claim.approvedOn, now);
  return [ClaimPaid({ claim: id, pence: totalPence(claim), paidOn, ...(paymentReference !== undefined && { paymentReference }) })];
};
