import type { CaseEvent } from '@app/domain/events';
import type { JourneyCase, JourneyPlan, JourneyPlanStep } from './journey-case.view';
import { inOrder, present, withoutRecord } from '../lists';
import { type JourneyLines } from './journey-lists';
import { onCase } from './on-case';

const lastOf = (steps: readonly JourneyPlanStep[], is: JourneyPlanStep['is']): string | undefined =>
  steps.findLast((step) => step.is === is)?.on;

/** What the steps of a plan come to; none where no step is left. */
function planFrom(inspection: string, steps: readonly JourneyPlanStep[]): JourneyPlan[] {
  const latest = steps.at(-1);
  if (!latest) return [];
  return [
    present({
      inspection,
      status: latest.is,
      submittedOn: lastOf(steps, 'submitted'),
      acceptedOn: lastOf(steps, 'accepted'),
      returnedOn: lastOf(steps, 'returned'),
      publishedOn: lastOf(steps, 'published'),
      dueOn: latest.is === 'returned' ? latest.dueOn : undefined,
      steps: [...steps],
    }),
  ];
}

const withSteps = (one: JourneyCase, inspection: string, change: (steps: JourneyPlanStep[]) => JourneyPlanStep[]): JourneyCase => {
  const plan = one.plans.find((known) => known.inspection === inspection);
  const others = one.plans.filter((known) => known.inspection !== inspection);
  return { ...one, plans: [...others, ...planFrom(inspection, change(plan?.steps ?? []))] };
};

/** Steps stand in the order of their days, whenever they were recorded. */
const withStep = (one: JourneyCase, inspection: string, step: JourneyPlanStep): JourneyCase =>
  withSteps(one, inspection, (steps) => inOrder([...steps, step], ({ on }) => on));

const withoutStep = (one: JourneyCase, record: number): JourneyCase =>
  one.plans.reduce((left, { inspection }) => withSteps(left, inspection, (steps) => withoutRecord(steps, record)), one);

/** The priority action plan (J3). */
export const planLines: JourneyLines<CaseEvent> = {
  ActionPlanSubmitted: (row, { inspection, to, submittedOn }, { streamId, revision }) =>
    onCase(row, streamId, (one) => withStep(one, inspection, { is: 'submitted', on: submittedOn, with: to, record: revision })),
  ActionPlanSubmissionCorrected: (row, { corrects, inspection, to, submittedOn }, { streamId, revision }) =>
    onCase(row, streamId, (one) =>
      withStep(withoutStep(one, corrects), inspection, { is: 'submitted', on: submittedOn, with: to, record: revision }),
    ),
  ActionPlanAccepted: (row, { inspection, by, acceptedOn }, { streamId, revision }) =>
    onCase(row, streamId, (one) => withStep(one, inspection, { is: 'accepted', on: acceptedOn, with: by, record: revision })),
  ActionPlanReturned: (row, { inspection, by, returnedOn, dueOn }, { streamId, revision }) =>
    onCase(row, streamId, (one) => withStep(one, inspection, { is: 'returned', on: returnedOn, with: by, dueOn, record: revision })),
  ActionPlanPublished: (row, { inspection, publishedOn }, { streamId, revision }) =>
    onCase(row, streamId, (one) => withStep(one, inspection, { is: 'published', on: publishedOn, with: [], record: revision })),
  ActionPlanWithdrawn: (row, { corrects }, { streamId }) => onCase(row, streamId, (one) => withoutStep(one, corrects)),
  ActionPlanAnswerWithdrawn: (row, { corrects }, { streamId }) => onCase(row, streamId, (one) => withoutStep(one, corrects)),
};
