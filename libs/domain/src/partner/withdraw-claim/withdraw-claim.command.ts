import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { claimOf } from '../partner-checks';
import { ClaimWithdrawn, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Withdraw a claim that is not yet answered; its days can be claimed again (G21). */
export class WithdrawClaim {
  /** Id of the claim. */
  @IsId() claim!: string;
  /** Why it is withdrawn. */
  @IsText() reason!: string;
}

export const withdrawClaim: Decide<WithdrawClaim, PartnerState, PartnerEvent> = ({ claim, reason }, state) => {
  const { status } = claimOf(claim, state);
  if (status === 'withdrawn') return [];
  if (status !== 'submitted') throw refuse('claim-not-waiting', { field: 'claim', values: { claim, status } });
  return [ClaimWithdrawn({ claim, reason })];
};
