import { laterBy } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsString, Matches } from 'class-validator';
import { RequirementLapsed, type RequirementEvent } from '../requirement.events';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/** How long after the due moment a lapse is judged, in milliseconds: what was recorded in time has reached the log by then. */
export const LAPSE_AFTER = 60_000;

/** Say that a requirement has lapsed: its due moment is 60 seconds past and nothing that meets it was recorded by then (E2, E5). */
export class LapseRequirement {
  /** Position of the log up to which was read. */
  @IsString() @Matches(/^\S{0,120}$/) readUpTo!: string;
}

export const lapseRequirement: Decide<LapseRequirement, RequirementState, RequirementEvent> = (
  { readUpTo },
  { status, imposed },
  { now },
) => {
  if (!imposed) throw refuse('requirement-not-imposed');
  if (status !== 'open') return [];
  const { definition, what, period, areas, due, dueMoment, recordedAt, escalation } = imposed;
  const from = laterBy(dueMoment, LAPSE_AFTER);
  if (now < from) throw refuse('lapse-too-early', { values: { due, from, now } });
  return [
    RequirementLapsed({
      definition,
      what,
      period,
      areas: [...areas],
      due,
      judgedAt: now,
      readUpTo,
      escalation,
      pastWhenImposed: recordedAt > dueMoment,
    }),
  ];
};
