import type { EventsIn, EvolveLines } from '@app/event-sourcing';
import { changedEntry, entryOf, withEntry } from '../entries';
import type * as plan from './case-plan.events';
import type { CaseState, PlanStep, TaskState } from './case.state';

const happened = (state: CaseState, inspection: string, step: PlanStep): CaseState => ({
  ...state,
  plans: withEntry(state.plans, inspection, [...(entryOf(state.plans, inspection) ?? []), step]),
});

const without = (state: CaseState, inspection: string, revision: number): CaseState => ({
  ...state,
  plans: withEntry(
    state.plans,
    inspection,
    (entryOf(state.plans, inspection) ?? []).filter((step) => step.revision !== revision),
  ),
});

/** A task that is done or dropped. */
export const ended = (task: TaskState, status: 'completed' | 'removed', revision: number, on?: string): TaskState => ({
  ...task,
  status,
  ended: { ...(on !== undefined && { on }), revision },
});

/** A task that is to be done after all. */
export const reopened = ({ ended: _ended, ...task }: TaskState): TaskState => ({ ...task, status: 'open' });

const action = (state: CaseState, id: string, change: (task: TaskState) => TaskState): CaseState => {
  const known = entryOf(state.actions, id);
  return known ? { ...state, actions: withEntry(state.actions, id, change(known)) } : state;
};

/** The priority action plan and its actions (J3). */
export const planLines: EvolveLines<CaseState, EventsIn<typeof plan>> = {
  ActionPlanSubmitted: (state, { inspection, submittedOn, to }, { revision }) =>
    happened(state, inspection, { status: 'submitted', on: submittedOn, to, revision }),
  ActionPlanSubmissionCorrected: (state, { inspection, submittedOn, to, corrects }, { revision }) => ({
    ...state,
    plans: withEntry(
      state.plans,
      inspection,
      (entryOf(state.plans, inspection) ?? []).map((step) =>
        step.revision === corrects ? { status: 'submitted' as const, on: submittedOn, to, revision } : step,
      ),
    ),
  }),
  ActionPlanAccepted: (state, { inspection, acceptedOn }, { revision }) =>
    happened(state, inspection, { status: 'accepted', on: acceptedOn, revision }),
  ActionPlanReturned: (state, { inspection, returnedOn, dueOn }, { revision }) =>
    happened(state, inspection, { status: 'returned', on: returnedOn, dueOn, revision }),
  ActionPlanPublished: (state, { inspection, publishedOn }, { revision }) =>
    happened(state, inspection, { status: 'published', on: publishedOn, revision }),
  ActionPlanWithdrawn: (state, { inspection, corrects }) => without(state, inspection, corrects),
  ActionPlanAnswerWithdrawn: (state, { inspection, corrects }) => without(state, inspection, corrects),
  ActionAdded: (state, { action: id, outcome, owner, dueOn }) => ({
    ...state,
    actions: withEntry(state.actions, id, { status: 'open', owner, dueOn, outcome }),
  }),
  ActionCompleted: (state, { action: id, completedOn }, { revision }) =>
    action(state, id, (task) => ended(task, 'completed', revision, completedOn)),
  ActionRebaselined: (state, { action: id, owner, dueOn }) => ({ ...state, actions: changedEntry(state.actions, id, { owner, dueOn }) }),
  ActionRemoved: (state, { action: id }, { revision }) => action(state, id, (task) => ended(task, 'removed', revision)),
  ActionReopened: (state, { action: id }) => action(state, id, reopened),
};
