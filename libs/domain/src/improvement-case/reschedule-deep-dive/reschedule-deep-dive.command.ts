import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDue, open } from '../case.guards';
import type { CaseState } from '../case.state';
import { DeepDiveRescheduled, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Give a scheduled APA deep dive another day, with a reason (J4). */
export class RescheduleDeepDive {
  /** Deep dive by its id. */
  @IsId() deepDive!: string;
  /** Day for which it is scheduled from then on. */
  @IsDay() scheduledFor!: string;
  /** Why. */
  @IsText() reason!: string;
}

export const rescheduleDeepDive: Decide<RescheduleDeepDive, CaseState, CaseEvent> = (command, state) => {
  const { deepDive, scheduledFor } = command;
  const known = open(state);
  const dive = entryOf(state.scheduledDives, deepDive);
  if (dive?.status !== 'scheduled') throw refuse('deep-dive-not-scheduled', { field: 'deepDive', values: { deepDive } });
  checkDue(scheduledFor, 'scheduledFor', known);
  if (dive.scheduledFor === scheduledFor) return [];
  return [DeepDiveRescheduled({ ...plain(command), area: known.area, outcome: dive.outcome, previouslyFor: dive.scheduledFor })];
};
