import { londonDay, type Day, type Instant } from '@app/calendar';
import { entryOf, type Entries } from '../entries';
import type { CaseState, HeldRecord, OutcomeState, PlanStep, TaskState } from './case.state';
import type { CaseRecord } from './case.vocabulary';
import { refuse } from './improvement-case.refusals';

/** A case that there is, with what its opening said. */
export interface Opened {
  readonly area: string;
  readonly cause: 'inspection' | 'timeliness';
  readonly openedOn: Day;
}

/** @throws Refused where no such case was ever opened. */
export function opened({ area, cause, opened: by }: CaseState): Opened {
  if (area === undefined || cause === undefined || by === undefined) throw refuse('case-not-opened');
  return { area, cause, openedOn: by.on };
}

/** @throws Refused where the case is not open. */
export function open(state: CaseState): Opened {
  const known = opened(state);
  if (state.status !== 'open') throw refuse('case-not-open');
  return known;
}

/** @throws Refused where a day lies ahead or before the case. */
export function checkDay(day: Day, field: string, { openedOn }: Pick<Opened, 'openedOn'>, now: Instant): void {
  const today = londonDay(now);
  if (day > today) throw refuse('case-day-in-future', { field, values: { day, today } });
  if (day < openedOn) throw refuse('case-day-before-opening', { field, values: { day, openedOn } });
}

/** @throws Refused where a due day lies before the case. */
export function checkDue(day: Day, field: string, { openedOn }: Pick<Opened, 'openedOn'>): void {
  if (day < openedOn) throw refuse('case-day-before-opening', { field, values: { day, openedOn } });
}

/** An outcome of the case. @throws Refused where there is none of that id. */
export function knownOutcome({ outcomes }: CaseState, outcome: string, field = 'outcome'): OutcomeState {
  const known = entryOf(outcomes, outcome);
  if (!known) throw refuse('outcome-unknown', { field, values: { outcome } });
  return known;
}

/** An outcome that is pursued. @throws Refused where it is unknown, achieved or withdrawn. */
export function standingOutcome(state: CaseState, outcome: string, field = 'outcome'): OutcomeState {
  const known = knownOutcome(state, outcome, field);
  if (known.ended) throw refuse('outcome-ended', { field, values: { outcome, status: known.status, on: known.ended.on } });
  return known;
}

/** @throws Refused in a case that has no deep dives, stocktakes and boards (A3). */
export function checkDeepDives({ cause }: Opened): void {
  if (cause === 'timeliness') throw refuse('deep-dive-not-here');
}

/** @throws Refused where something of that id is on record already. */
export function checkNewRecord({ records }: CaseState, record: CaseRecord, id: string, field: string): void {
  const known = entryOf(records[record], id);
  if (known) {
    throw refuse('case-record-exists', { field, values: { revision: known.revision, record: record.replaceAll('-', ' '), id } });
  }
}

/** The record that is to be corrected, which stays under its id. @throws Refused where it does not stand. */
export function standingRecord({ records }: CaseState, record: CaseRecord, id: string, corrects: number): HeldRecord {
  const known = entryOf(records[record], id);
  if (known?.revision !== corrects) {
    throw refuse('case-record-not-standing', { field: 'corrects', values: { revision: corrects, record: record.replaceAll('-', ' ') } });
  }
  return known;
}

const STATUS_SAYS = { open: 'open', completed: 'completed', removed: 'taken out' } as const;

/** A task of an id, and the refusals that speak of it. */
function knownTask(tasks: Entries<TaskState>, id: string, what: 'action' | 'next-step'): TaskState {
  const known = entryOf(tasks, id);
  if (!known) {
    throw what === 'action'
      ? refuse('action-unknown', { field: 'action', values: { action: id } })
      : refuse('next-step-unknown', { field: 'step', values: { step: id } });
  }
  return known;
}

/** A task that is open. @throws Refused where it is unknown, completed or taken out. */
function openTask(tasks: Entries<TaskState>, id: string, what: 'action' | 'next-step'): TaskState {
  const known = knownTask(tasks, id, what);
  if (known.status !== 'open') {
    const status = STATUS_SAYS[known.status];
    throw what === 'action'
      ? refuse('action-not-open', { field: 'action', values: { action: id, status } })
      : refuse('next-step-not-open', { field: 'step', values: { step: id, status } });
  }
  return known;
}

export const knownAction = ({ actions }: CaseState, action: string): TaskState => knownTask(actions, action, 'action');
export const openAction = ({ actions }: CaseState, action: string): TaskState => openTask(actions, action, 'action');
export const knownStep = ({ nextSteps }: CaseState, step: string): TaskState => knownTask(nextSteps, step, 'next-step');
export const openStep = ({ nextSteps }: CaseState, step: string): TaskState => openTask(nextSteps, step, 'next-step');

/** What happened to a plan last. */
export const lastOfPlan = ({ plans }: CaseState, inspection: string): PlanStep | undefined => entryOf(plans, inspection)?.at(-1);

/** The submission of a plan that stands: the latest one. */
export const submissionOf = ({ plans }: CaseState, inspection: string): PlanStep | undefined =>
  entryOf(plans, inspection)?.findLast(({ status }) => status === 'submitted');

/** @throws Refused where a day lies before what happened to the plan last. */
export function checkPlanOrder(day: Day, field: string, last: PlanStep | undefined): void {
  if (last && day < last.on) throw refuse('plan-days-out-of-order', { field, values: { day, on: last.on } });
}
