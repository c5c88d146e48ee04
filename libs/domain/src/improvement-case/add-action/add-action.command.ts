import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsPersonId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDue, open, standingOutcome } from '../case.guards';
import type { CaseState } from '../case.state';
import { ActionAdded, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Add an action of the plan to an outcome, with its owner and its date (J3). */
export class AddAction {
  /** Id of the action within the case. */
  @IsId() action!: string;
  /** Outcome that it serves, as a rule an area of priority action. */
  @IsId() outcome!: string;
  /** Opaque id of who owns it. */
  @IsPersonId() owner!: string;
  /** Day by which it is to be completed, inclusive. */
  @IsDay() dueOn!: string;
  /** What is to be done. */
  @IsText() what!: string;
}

export const addAction: Decide<AddAction, CaseState, CaseEvent> = (command, state) => {
  const { action, outcome, owner, dueOn } = command;
  const known = open(state);
  const before = entryOf(state.actions, action);
  if (before) {
    if (before.status === 'open' && before.outcome === outcome && before.owner === owner && before.dueOn === dueOn) return [];
    throw refuse('action-already-added', { field: 'action', values: { action } });
  }
  standingOutcome(state, outcome);
  checkDue(dueOn, 'dueOn', known);
  return [ActionAdded({ ...plain(command), area: known.area })];
};
