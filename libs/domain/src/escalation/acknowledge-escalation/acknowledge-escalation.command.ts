import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { assertAnswers, assertLive } from '../escalation.answering';
import { EscalationAcknowledged, type EscalationEvent } from '../escalation.events';
import type { EscalationState } from '../escalation.stream';

/** Acknowledge an escalation: the person told, or a role of its level or above, takes it on, and it no longer goes up by itself (E3). */
export class AcknowledgeEscalation {
  /** What will be done about it, in the words of the person who takes it on. */
  @IsText() reason!: string;
}

export const acknowledgeEscalation: Decide<AcknowledgeEscalation, EscalationState, EscalationEvent> = ({ reason }, state, { actor }) => {
  assertLive(state);
  assertAnswers(actor, state);
  if (state.status === 'acknowledged') return [];
  return [EscalationAcknowledged({ level: state.level, reason })];
};
