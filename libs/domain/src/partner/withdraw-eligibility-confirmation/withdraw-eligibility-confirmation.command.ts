import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { checkEngaged } from '../partner-checks';
import { EligibilityConfirmationWithdrawn, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Take back a yearly confirmation of eligibility that should not have been given (G16). */
export class WithdrawEligibilityConfirmation {
  /** First day of the grant year that was confirmed. */
  @IsDay() yearFrom!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const withdrawEligibilityConfirmation: Decide<WithdrawEligibilityConfirmation, PartnerState, PartnerEvent> = (command, state) => {
  const { yearFrom, reason } = command;
  checkEngaged(state);
  const corrects = state.confirmations[yearFrom];
  if (corrects === undefined) throw refuse('confirmation-unknown', { field: 'yearFrom', values: { year: yearFrom } });
  return [EligibilityConfirmationWithdrawn({ yearFrom, corrects, reason })];
};
