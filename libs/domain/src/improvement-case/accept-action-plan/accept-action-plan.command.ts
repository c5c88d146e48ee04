import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, checkPlanOrder, lastOfPlan, open } from '../case.guards';
import type { CaseState } from '../case.state';
import { INSPECTORATES, type Inspectorate } from '../case.vocabulary';
import { ActionPlanAccepted, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Record that the inspectorates accepted the submitted plan (J3). */
export class AcceptActionPlan {
  /** Inspection that requires the plan, by its id. */
  @IsId() inspection!: string;
  /** Who accepted it. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(2) @ArrayUnique() @IsIn(INSPECTORATES, { each: true }) by!: Inspectorate[];
  /** Day of the acceptance. */
  @IsDay() acceptedOn!: string;
  /** The inspectorates' reasons. */
  @IsText() reason!: string;
}

export const acceptActionPlan: Decide<AcceptActionPlan, CaseState, CaseEvent> = (command, state, { now }) => {
  const { inspection, acceptedOn } = command;
  const known = open(state);
  const last = lastOfPlan(state, inspection);
  if (last?.status === 'accepted' && last.on === acceptedOn) return [];
  if (last?.status !== 'submitted') throw refuse('plan-not-submitted', { field: 'inspection' });
  checkDay(acceptedOn, 'acceptedOn', known, now);
  checkPlanOrder(acceptedOn, 'acceptedOn', last);
  return [ActionPlanAccepted({ ...plain(command), area: known.area })];
};
