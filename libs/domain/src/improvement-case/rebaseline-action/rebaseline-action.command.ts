import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsPersonId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDue, open, openAction } from '../case.guards';
import type { CaseState } from '../case.state';
import { ActionRebaselined, type CaseEvent } from '../improvement-case.events';

/** Give an action of the plan another date or another owner, with a reason (J3). */
export class RebaselineAction {
  /** Action by its id. */
  @IsId() action!: string;
  /** Opaque id of who owns it from then on. */
  @IsPersonId() owner!: string;
  /** Day by which it is to be completed, inclusive. */
  @IsDay() dueOn!: string;
  /** Why. */
  @IsText() reason!: string;
}

export const rebaselineAction: Decide<RebaselineAction, CaseState, CaseEvent> = (command, state) => {
  const { action, owner, dueOn } = command;
  const known = open(state);
  const task = openAction(state, action);
  checkDue(dueOn, 'dueOn', known);
  if (task.owner === owner && task.dueOn === dueOn) return [];
  return [ActionRebaselined({ ...plain(command), area: known.area, outcome: task.outcome!, previousDueOn: task.dueOn })];
};
