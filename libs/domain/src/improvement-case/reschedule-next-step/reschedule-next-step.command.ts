import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsPersonId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDue, open, openStep } from '../case.guards';
import type { CaseState } from '../case.state';
import { NextStepRescheduled, type CaseEvent } from '../improvement-case.events';

/** Give a next step another due day or another owner, with a reason (J6). */
export class RescheduleNextStep {
  /** Next step by its id. */
  @IsId() step!: string;
  /** Opaque id of who owns it from then on. */
  @IsPersonId() owner!: string;
  /** Day by which it is to be taken, inclusive. */
  @IsDay() dueOn!: string;
  /** Why. */
  @IsText() reason!: string;
}

export const rescheduleNextStep: Decide<RescheduleNextStep, CaseState, CaseEvent> = (command, state) => {
  const { step, owner, dueOn } = command;
  const known = open(state);
  const task = openStep(state, step);
  checkDue(dueOn, 'dueOn', known);
  if (task.owner === owner && task.dueOn === dueOn) return [];
  return [NextStepRescheduled({ ...plain(command), area: known.area, previousDueOn: task.dueOn })];
};
