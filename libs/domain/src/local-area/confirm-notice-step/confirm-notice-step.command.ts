import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { ImprovementNoticeStepConfirmed, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkOrder, checkRegistered } from '../local-area.guards';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';
import { knownStep, noticeInForce } from '../notice.guards';

/** Confirm that a step of an improvement notice was taken: an act of the Department (J10). */
export class ConfirmNoticeStep {
  /** Notice by its id. */
  @IsId() notice!: string;
  /** Step by its id. */
  @IsId() step!: string;
  /** Day of the confirmation. */
  @IsDay() confirmedOn!: string;
  /** What shows that it was taken. */
  @IsText() reason!: string;
}

export const confirmNoticeStep: Decide<ConfirmNoticeStep, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { notice, step, confirmedOn } = command;
  checkRegistered(state, stream);
  const known = noticeInForce(state, notice);
  const { confirmed, dueOn } = knownStep(known, notice, step);
  if (confirmed?.on === confirmedOn) return [];
  if (confirmed) throw refuse('notice-step-confirmed', { field: 'step', values: { step, confirmedOn: confirmed.on } });
  checkNotAhead(confirmedOn, 'confirmedOn', now);
  checkOrder(known.issuedOn, confirmedOn, 'confirmedOn');
  return [ImprovementNoticeStepConfirmed({ ...plain(command), dueOn })];
};
