import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, checkPlanOrder, lastOfPlan, open } from '../case.guards';
import type { CaseState } from '../case.state';
import { INSPECTORATES, type Inspectorate } from '../case.vocabulary';
import { ActionPlanReturned, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Record that the inspectorates returned the plan with reasons, and by when it is due again (J3). */
export class ReturnActionPlan {
  /** Inspection that requires the plan, by its id. */
  @IsId() inspection!: string;
  /** Who returned it. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(2) @ArrayUnique() @IsIn(INSPECTORATES, { each: true }) by!: Inspectorate[];
  /** Day of the return. */
  @IsDay() returnedOn!: string;
  /** Day by which it is to be submitted again, inclusive. */
  @IsDay() dueOn!: string;
  /** The inspectorates' reasons. */
  @IsText() reason!: string;
}

export const returnActionPlan: Decide<ReturnActionPlan, CaseState, CaseEvent> = (command, state, { now }) => {
  const { inspection, returnedOn, dueOn } = command;
  const known = open(state);
  const last = lastOfPlan(state, inspection);
  if (last?.status === 'returned' && last.on === returnedOn && last.dueOn === dueOn) return [];
  if (last?.status !== 'submitted') throw refuse('plan-not-submitted', { field: 'inspection' });
  checkDay(returnedOn, 'returnedOn', known, now);
  checkPlanOrder(returnedOn, 'returnedOn', last);
  if (dueOn < returnedOn) throw refuse('plan-due-before-return', { field: 'dueOn', values: { returnedOn } });
  return [ActionPlanReturned({ ...plain(command), area: known.area })];
};
