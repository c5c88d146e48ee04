import type { Decide } from '@app/event-sourcing';
import { IsCount, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { NoticeStepConfirmationWithdrawn, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered } from '../local-area.guards';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';
import { knownStep, noticeInForce } from '../notice.guards';

/** Withdraw a confirmation of a step that should not have been recorded: the step is open again (J10). */
export class WithdrawNoticeStepConfirmation {
  /** Notice by its id. */
  @IsId() notice!: string;
  /** Step by its id. */
  @IsId() step!: string;
  /** Revision of the confirmation. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const withdrawNoticeStepConfirmation: Decide<WithdrawNoticeStepConfirmation, LocalAreaState, LocalAreaEvent> = (
  command,
  state,
  { stream },
) => {
  const { notice, step, corrects } = command;
  checkRegistered(state, stream);
  const { confirmed, dueOn } = knownStep(noticeInForce(state, notice), notice, step);
  if (confirmed?.revision !== corrects) {
    throw refuse('notice-step-not-confirmed', { field: 'corrects', values: { revision: corrects, step } });
  }
  return [NoticeStepConfirmationWithdrawn({ ...plain(command), confirmedOn: confirmed.on, dueOn })];
};
