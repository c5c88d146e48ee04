import { daysBetween, londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay, IsEventRef, IsInstant } from '../../fields';
import { RequirementMet, RequirementMetLate, type RequirementEvent } from '../requirement.events';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/**
 * Say what met a requirement; when that was recorded decides whether it was in time (E2). Of what was recorded late the day on which it was
 * true can be said again, once it was corrected.
 */
export class MeetRequirement {
  /** What met it, `stream@revision`. */
  @IsEventRef() by!: string;
  /** When that was recorded. */
  @IsInstant() recordedAt!: string;
  /** London day on which that was true. */
  @IsDay() effectiveOn!: string;
}

export const meetRequirement: Decide<MeetRequirement, RequirementState, RequirementEvent> = (
  command,
  { status, imposed, metBy, metOn },
) => {
  const { by, recordedAt, effectiveOn } = command;
  if (!imposed) throw refuse('requirement-not-imposed');
  const otherDay = status === 'met-late' && by === metBy && effectiveOn !== metOn;
  if (status !== 'open' && status !== 'lapsed' && !otherDay) return [];
  if (recordedAt <= imposed.dueMoment) return [RequirementMet({ by, recordedAt, effectiveOn })];
  const { due } = imposed;
  return [RequirementMetLate({ by, recordedAt, effectiveOn, due, daysLate: daysBetween(due, londonDay(recordedAt)) })];
};
