import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsDay, IsId } from '../../fields';
import { plain } from '../../plain';
import { checkDeepDives, checkDue, open, standingOutcome } from '../case.guards';
import type { CaseState } from '../case.state';
import { DeepDiveScheduled, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Schedule an APA deep dive on an area of priority action; six-monthly ones follow from their rhythm (J4). */
export class ScheduleDeepDive {
  /** Id of the deep dive within the case. */
  @IsId() deepDive!: string;
  /** Area of priority action by the id of its outcome. */
  @IsId() outcome!: string;
  /** Day for which it is scheduled. */
  @IsDay() scheduledFor!: string;
}

export const scheduleDeepDive: Decide<ScheduleDeepDive, CaseState, CaseEvent> = (command, state) => {
  const { deepDive, outcome, scheduledFor } = command;
  const known = open(state);
  checkDeepDives(known);
  const before = entryOf(state.scheduledDives, deepDive);
  if (before?.status === 'scheduled' && before.outcome === outcome && before.scheduledFor === scheduledFor) return [];
  if (before || entryOf(state.records['deep-dive'], deepDive)) {
    throw refuse('deep-dive-already-scheduled', { field: 'deepDive', values: { deepDive } });
  }
  if (standingOutcome(state, outcome).kind !== 'apa') throw refuse('deep-dive-not-apa', { field: 'outcome', values: { outcome } });
  checkDue(scheduledFor, 'scheduledFor', known);
  return [DeepDiveScheduled({ ...plain(command), area: known.area })];
};
