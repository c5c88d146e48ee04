import type { Decide, Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { entryOf } from '../../entries';
import { IsCount, IsDay, IsId, IsText } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { checkDay, checkPlanOrder, opened } from '../case.guards';
import type { CaseState } from '../case.state';
import { PLAN_RECIPIENTS, type PlanRecipient } from '../case.vocabulary';
import { ActionPlanSubmissionCorrected, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Correct when, or to whom, a plan was submitted (J3). */
export class CorrectActionPlanSubmission {
  /** Inspection that requires the plan, by its id. */
  @IsId() inspection!: string;
  /** To whom it was submitted. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(4) @ArrayUnique() @IsIn(PLAN_RECIPIENTS, { each: true }) to!: PlanRecipient[];
  /** Day of the submission. */
  @IsDay() submittedOn!: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const correctActionPlanSubmission: Decide<CorrectActionPlanSubmission, CaseState, CaseEvent, Reads> = (command, state, facts) => {
  const { inspection, submittedOn, to, corrects } = command;
  const known = opened(state);
  const steps = entryOf(state.plans, inspection) ?? [];
  const at = steps.findIndex(({ revision }) => revision === corrects);
  const step = steps[at];
  if (step?.status !== 'submitted') throw refuse('plan-record-not-submission', { field: 'corrects', values: { revision: corrects } });
  checkDay(submittedOn, 'submittedOn', known, facts.now);
  checkPlanOrder(submittedOn, 'submittedOn', steps[at - 1]);
  const next = steps[at + 1];
  if (next && next.on < submittedOn)
    throw refuse('plan-days-out-of-order', { field: 'submittedOn', values: { day: next.on, on: submittedOn } });
  if (step.on === submittedOn && [...(step.to ?? [])].sort().join() === [...to].sort().join()) return [];
  return [ActionPlanSubmissionCorrected({ ...plain(command), area: known.area, again: at > 0, judgedBy: facts.found.area.judgedBy })];
};
