import type { Decide } from '@app/event-sourcing';
import { IsInt, Max, Min } from 'class-validator';
import { IsText } from '../../fields';
import { assertAnswers } from '../escalation.answering';
import { EscalationReopened, type EscalationEvent } from '../escalation.events';
import { refuse } from '../escalation.refusals';
import type { EscalationState } from '../escalation.stream';

/** Reopen an escalation that was resolved or withdrawn by mistake: it stands as before, acknowledged or not (E3). */
export class ReopenEscalation {
  /** Revision of the resolution or withdrawal. */
  @IsInt() @Min(0) @Max(1_000_000) corrects!: number;
  /** Why, in the words of the person who decides. */
  @IsText() reason!: string;
}

export const reopenEscalation: Decide<ReopenEscalation, EscalationState, EscalationEvent> = ({ corrects, reason }, state, { actor }) => {
  const { status, ended } = state;
  if (status === 'none') throw refuse('escalation-unknown');
  if (ended === undefined) throw refuse('escalation-not-settled');
  if (ended.revision !== corrects)
    throw refuse('escalation-end-mismatch', { field: 'corrects', values: { ended: ended.revision, corrects } });
  assertAnswers(actor, state);
  return [EscalationReopened({ corrects, reason })];
};
