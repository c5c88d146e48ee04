import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, knownAction, open, openAction } from '../case.guards';
import type { CaseState } from '../case.state';
import { ActionCompleted, type CaseEvent } from '../improvement-case.events';

/** Record that an action of the plan was completed (J3). */
export class CompleteAction {
  /** Action by its id. */
  @IsId() action!: string;
  /** Day of the completion. */
  @IsDay() completedOn!: string;
  /** What shows it. */
  @IsText() reason!: string;
}

export const completeAction: Decide<CompleteAction, CaseState, CaseEvent> = (command, state, { now }) => {
  const { action, completedOn } = command;
  const known = open(state);
  const { status, ended } = knownAction(state, action);
  if (status === 'completed' && ended?.on === completedOn) return [];
  const { outcome } = openAction(state, action);
  checkDay(completedOn, 'completedOn', known, now);
  return [ActionCompleted({ ...plain(command), area: known.area, outcome: outcome! })];
};
