import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { assertAnswers, assertLive } from '../escalation.answering';
import { EscalationWithdrawn, type EscalationEvent } from '../escalation.events';
import type { EscalationState } from '../escalation.stream';

/** Withdraw an escalation: there was or is no cause for it (E3). */
export class WithdrawEscalation {
  /** Why, in the words of the person who decides. */
  @IsText() reason!: string;
}

export const withdrawEscalation: Decide<WithdrawEscalation, EscalationState, EscalationEvent> = ({ reason }, state, { actor }) => {
  if (state.status === 'withdrawn') return [];
  assertLive(state);
  assertAnswers(actor, state);
  return [EscalationWithdrawn({ because: 'by-decision', reason })];
};
