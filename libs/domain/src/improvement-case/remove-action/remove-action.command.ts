import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { knownAction, open, openAction } from '../case.guards';
import type { CaseState } from '../case.state';
import { ActionRemoved, type CaseEvent } from '../improvement-case.events';

/** Take an action out of the plan, with a reason (J3). */
export class RemoveAction {
  /** Action by its id. */
  @IsId() action!: string;
  /** Why it is no longer part of the plan. */
  @IsText() reason!: string;
}

export const removeAction: Decide<RemoveAction, CaseState, CaseEvent> = (command, state) => {
  const { area } = open(state);
  if (knownAction(state, command.action).status === 'removed') return [];
  const { outcome } = openAction(state, command.action);
  return [ActionRemoved({ ...plain(command), area, outcome: outcome! })];
};
