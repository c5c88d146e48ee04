import type { Decide } from '@app/event-sourcing';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { SupportCorrected, type EscalationEvent } from '../escalation.events';
import { ESCALATION_NEEDS, type EscalationNeed } from '../escalation.parts.command';
import { refuse } from '../escalation.refusals';
import type { EscalationState } from '../escalation.stream';
import { assertSupportDay } from '../put-support-in-place/put-support-in-place.command';

/** Correct what was recorded as put in place for an escalation (E6). */
export class CorrectSupport {
  /** Revision of what was recorded wrongly. */
  @IsInt() @Min(0) @Max(1_000_000) corrects!: number;
  /** Information, departmental intervention, or additional support from the SEND adviser. */
  @IsIn(ESCALATION_NEEDS) kind!: EscalationNeed;
  /** London day from which it is in place. */
  @IsDay() from!: string;
  /** What it is, in the words of the person who records it. */
  @IsText() description!: string;
  /** Why it is corrected. */
  @IsText() reason!: string;
}

export const correctSupport: Decide<CorrectSupport, EscalationState, EscalationEvent> = (command, state, { now }) => {
  const { corrects, kind, from, description, reason } = command;
  if (state.status === 'none') throw refuse('escalation-unknown');
  if (!state.supports.includes(corrects)) throw refuse('support-unknown', { field: 'corrects', values: { corrects } });
  assertSupportDay(from, state, now);
  return [SupportCorrected({ corrects, kind, from, description, reason })];
};
