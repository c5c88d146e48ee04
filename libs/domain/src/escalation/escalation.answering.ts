import type { Actor } from '@app/event-sourcing';
import { LEVEL_OF_ROLE } from './escalation.parts.command';
import { refuse } from './escalation.refusals';
import { isLive, type EscalationState } from './escalation.stream';

/** @throws Refused unless there is such an escalation and someone still has to act. */
export function assertLive(state: EscalationState): void {
  if (state.status === 'none') throw refuse('escalation-unknown');
  if (!isLive(state)) throw refuse('escalation-settled', { values: { status: state.status } });
}

/** @throws Refused unless the actor is the person told (who may be a cover) or has a role of that level or above (E3). */
export function assertAnswers({ who, role }: Actor, { level, person }: EscalationState): void {
  const own = Object.entries(LEVEL_OF_ROLE).some(([name, of]) => name === role && of >= level);
  if (!own && who !== person) throw refuse('escalation-not-yours', { values: { level } });
}
