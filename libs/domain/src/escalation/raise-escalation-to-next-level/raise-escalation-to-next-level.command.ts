import type { Decide } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsEventRef, IsPersonId } from '../../fields';
import { EscalationNotifiedAgain, EscalationRaisedToNextLevel, type EscalationEvent } from '../escalation.events';
import { ESCALATION_LEVELS, MOST_TIMES_TOLD_AGAIN, ROLE_OF_LEVEL, type EscalationLevel } from '../escalation.parts.command';
import { refuse } from '../escalation.refusals';
import type { EscalationState } from '../escalation.stream';

/** Raise an escalation that was not acknowledged in time to the next level; at the highest it is told again (E3). The automation does. */
export class RaiseEscalationToNextLevel {
  /** Level at which it was not acknowledged. */
  @IsIn(ESCALATION_LEVELS) level!: EscalationLevel;
  /** Lapse of the acknowledgement, `stream@revision`. */
  @IsEventRef() lapse!: string;
  /** Level that it goes to, where nobody covers at the one in between; left out: the next. */
  @IsOptional() @IsIn(ESCALATION_LEVELS) to?: EscalationLevel;
  /** Person of that level, or who covers, where one is known. */
  @IsOptional() @IsPersonId() person?: string;
  /** Whom the person covers for. */
  @IsOptional() @IsPersonId() insteadOf?: string;
}

export const raiseEscalationToNextLevel: Decide<RaiseEscalationToNextLevel, EscalationState, EscalationEvent> = (command, state) => {
  const { level, lapse, person, insteadOf } = command;
  if (state.status === 'none') throw refuse('escalation-unknown');
  if (state.status !== 'open' || state.level !== level || state.lapse === lapse) return [];
  const whom = { ...(person === undefined ? {} : { person }), ...(insteadOf === undefined ? {} : { insteadOf }) };
  if (level === 3) {
    if (state.toldAgain >= MOST_TIMES_TOLD_AGAIN) return [];
    return [EscalationNotifiedAgain({ level, role: ROLE_OF_LEVEL[3], ...whom, time: state.toldAgain + 1, lapse })];
  }
  const next = level === 2 || command.to === 3 ? 3 : 2;
  return [EscalationRaisedToNextLevel({ level: next, role: ROLE_OF_LEVEL[next], ...whom, lapse })];
};
