import { daysBetween, londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay, IsEventRef, IsInstant } from '../../fields';
import { RequirementMet, RequirementMetLate, type RequirementEvent } from '../requirement.events';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/** Say what met a requirement; when that was recorded decides whether it was in time (E2). */
export class MeetRequirement {
  /** What met it, `stream@revision`. */
  @IsEventRef() by!: string;
  /** When that was recorded. */
  @IsInstant() recordedAt!: string;
  /** London day on which that was true. */
  @IsDay() effectiveOn!: string;
}

export const meetRequirement: Decide<MeetRequirement, RequirementState, RequirementEvent> = (command, { status, imposed }) => {
  const { by, recordedAt, effectiveOn } = command;
  if (!imposed) throw refuse('requirement-not-imposed');
  if (status !== 'open' && status !== 'lapsed') return [];
  if (recordedAt <= imposed.dueMoment) return [RequirementMet({ by, recordedAt, effectiveOn })];
  const { due } = imposed;
  return [RequirementMetLate({ by, recordedAt, effectiveOn, due, daysLate: daysBetween(due, londonDay(recordedAt)) })];
};
