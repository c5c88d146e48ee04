import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { open } from '../case.guards';
import type { CaseState } from '../case.state';
import { DeepDiveCancelled, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Cancel a scheduled APA deep dive, with a reason (J4). */
export class CancelDeepDive {
  /** Deep dive by its id. */
  @IsId() deepDive!: string;
  /** Why it is not held. */
  @IsText() reason!: string;
}

export const cancelDeepDive: Decide<CancelDeepDive, CaseState, CaseEvent> = (command, state) => {
  const { deepDive } = command;
  const { area } = open(state);
  const dive = entryOf(state.scheduledDives, deepDive);
  if (dive?.status === 'cancelled') return [];
  if (dive?.status !== 'scheduled') throw refuse('deep-dive-not-scheduled', { field: 'deepDive', values: { deepDive } });
  return [DeepDiveCancelled({ ...plain(command), area, outcome: dive.outcome, scheduledFor: dive.scheduledFor })];
};
