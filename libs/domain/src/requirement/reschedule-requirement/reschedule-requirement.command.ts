import { lastInstantOf, laterBy } from '@app/calendar';
import { type Decide, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsOptional } from 'class-validator';
import { IsDay, IsInstant, IsText } from '../../fields';
import { LAPSE_AFTER } from '../lapse-requirement/lapse-requirement.command';
import { RequirementRescheduled, type RequirementEvent } from '../requirement.events';
import { Counting, ImposedBy, recordedCounting } from '../requirement.parts.command';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/**
 * Move a due day because a fact that it rests on was corrected or came later (E2). A lapse stands unless the new due moment lies ahead, or
 * what settles the duty was recorded by then.
 */
export class RescheduleRequirement {
  /** London day by whose end it must be recorded. */
  @IsDay() due!: string;
  /** London days, working days all, on which whoever must act is reminded. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsDay({ each: true }) remindOn?: string[];
  /** How the new due day follows, in a sentence. */
  @IsText(400) because!: string;
  /** How the new due day was counted. */
  @Nested(() => Counting) counted!: Counting;
  /** What moved it. */
  @Nested(() => ImposedBy) imposedBy!: ImposedBy;
  /** When what meets or ends it was recorded, where something does. */
  @IsOptional() @IsInstant() settledAt?: string;
}

export const rescheduleRequirement: Decide<RescheduleRequirement, RequirementState, RequirementEvent> = (command, state, { now }) => {
  const { due, remindOn, because, counted, imposedBy, settledAt } = command;
  const { status, imposed, lapsed } = state;
  if (!imposed) throw refuse('requirement-not-imposed');
  if (status !== 'open' && status !== 'lapsed') return [];
  if (due === imposed.due) return [];
  const dueMoment = lastInstantOf(due);
  const inTime = settledAt !== undefined && settledAt <= dueMoment;
  const stillLapsed = lapsed && !inTime && now >= laterBy(dueMoment, LAPSE_AFTER);
  return [
    RequirementRescheduled({
      previousDue: imposed.due,
      due,
      dueMoment,
      ...(remindOn === undefined ? {} : { remindOn }),
      because,
      counted: recordedCounting(counted),
      imposedBy: { ...imposedBy },
      stillLapsed,
    }),
  ];
};
