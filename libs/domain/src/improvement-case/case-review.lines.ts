import type { EventsIn, EvolveLines } from '@app/event-sourcing';
import { changedEntry, entryOf, withEntry } from '../entries';
import { held } from './case-oversight.lines';
import { ended, reopened } from './case-plan.lines';
import type * as review from './case-review.events';
import type { CaseState, TaskState } from './case.state';

const nextStep = (state: CaseState, id: string, change: (task: TaskState) => TaskState): CaseState => {
  const known = entryOf(state.nextSteps, id);
  return known ? { ...state, nextSteps: withEntry(state.nextSteps, id, change(known)) } : state;
};

type ReviewData = { readonly review: string; readonly heldOn: string; readonly contract?: string };

const reviewHeld = (state: CaseState, data: ReviewData, revision: number): CaseState =>
  held(state, 'formal-review', data.review, {
    revision,
    on: data.heldOn,
    ...(data.contract !== undefined && { contract: data.contract }),
  });

/** Next steps, formal reviews and decisions (J6, J8, C17). */
export const reviewLines: EvolveLines<CaseState, EventsIn<typeof review>> = {
  NextStepAgreed: (state, { step, owner, dueOn, outcome }) => ({
    ...state,
    nextSteps: withEntry(state.nextSteps, step, { status: 'open', owner, dueOn, ...(outcome !== undefined && { outcome }) }),
  }),
  NextStepCompleted: (state, { step, completedOn }, { revision }) =>
    nextStep(state, step, (task) => ended(task, 'completed', revision, completedOn)),
  NextStepRescheduled: (state, { step, owner, dueOn }) => ({ ...state, nextSteps: changedEntry(state.nextSteps, step, { owner, dueOn }) }),
  NextStepCancelled: (state, { step }, { revision }) => nextStep(state, step, (task) => ended(task, 'removed', revision)),
  NextStepReopened: (state, { step }) => nextStep(state, step, reopened),
  FormalReviewHeld: (state, data, { revision }) => reviewHeld(state, data, revision),
  FormalReviewCorrected: (state, data, { revision }) => reviewHeld(state, data, revision),
  ProgressDecided: (state, { review: id, progress, decidedOn }, { revision }) => ({
    ...state,
    decisions: withEntry(state.decisions, id, { revision, progress, decidedOn }),
  }),
  DecisionRevised: (state, { review: id, progress, decidedOn }, { revision }) => ({
    ...state,
    decisions: withEntry(state.decisions, id, { revision, progress, decidedOn }),
  }),
};
