import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { assertAnswers, assertLive } from '../escalation.answering';
import { EscalationResolved, type EscalationEvent } from '../escalation.events';
import type { EscalationState } from '../escalation.stream';

/** Resolve an escalation: what it asked for has been done (E3). */
export class ResolveEscalation {
  /** How, in the words of the person who decides. */
  @IsText() reason!: string;
}

export const resolveEscalation: Decide<ResolveEscalation, EscalationState, EscalationEvent> = ({ reason }, state, { actor }) => {
  if (state.status === 'resolved') return [];
  assertLive(state);
  assertAnswers(actor, state);
  return [EscalationResolved({ because: 'by-decision', reason })];
};
