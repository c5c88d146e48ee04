import type { Decide, Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsDay, IsId } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { checkDay, checkPlanOrder, lastOfPlan, open, submissionOf } from '../case.guards';
import type { CaseState } from '../case.state';
import { PLAN_RECIPIENTS, type PlanRecipient } from '../case.vocabulary';
import { ActionPlanSubmitted, type CaseEvent } from '../improvement-case.events';
import { checkPlanRequired } from '../plan.guards';
import { refuse } from '../improvement-case.refusals';

/** Record that the local area submitted its plan, and to whom; after a return, again (J3). */
export class SubmitActionPlan {
  /** Inspection that requires the plan, by its id on the local area's record. */
  @IsId() inspection!: string;
  /** To whom it was submitted. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(4) @ArrayUnique() @IsIn(PLAN_RECIPIENTS, { each: true }) to!: PlanRecipient[];
  /** Day of the submission. */
  @IsDay() submittedOn!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const submitActionPlan: Decide<SubmitActionPlan, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { inspection, submittedOn, to } = command;
  const known = open(state);
  checkPlanRequired(inspection, found.area.state);
  const last = lastOfPlan(state, inspection);
  if (last && last.status !== 'returned') {
    const submitted = submissionOf(state, inspection);
    if (submitted?.on === submittedOn && [...(submitted.to ?? [])].sort().join() === [...to].sort().join()) return [];
    throw refuse('plan-already-submitted', { field: 'inspection', values: { on: submitted?.on ?? last.on } });
  }
  checkDay(submittedOn, 'submittedOn', known, now);
  checkPlanOrder(submittedOn, 'submittedOn', last);
  return [ActionPlanSubmitted({ ...plain(command), area: known.area, again: last !== undefined, judgedBy: found.area.judgedBy })];
};
