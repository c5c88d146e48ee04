import type { Day } from '@app/calendar';
import type {
  ActionPlanAnswerWithdrawn,
  ActionPlanReturned,
  ActionPlanSubmissionCorrected,
  ActionPlanSubmitted,
  ActionPlanWithdrawn,
  FactWithdrawn,
  InspectionCorrected,
  InspectionReceiptRecorded,
  InspectionRecorded,
} from '@app/domain/events';
import type { EventMeta, EventOf, Lines } from '@app/event-sourcing';
import { onDay, workingDaysAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause, type Duty } from '../requirement-engine/row';
import { caseLines, endedWithCase, type CaseScopeEvent, type WithCase } from './case-scope';

interface Submission {
  readonly inspection: string;
  readonly by: Cause;
  readonly revisions: readonly number[];
}

interface WithSubmissions extends WithCase {
  /** Submissions that stand, in the order in which they were recorded. */
  readonly submissions: readonly Submission[];
  /** What took a submission back last. */
  readonly undoneBy?: Cause;
}

type SubmissionEvent = EventOf<typeof ActionPlanSubmitted | typeof ActionPlanSubmissionCorrected | typeof ActionPlanWithdrawn>;

const submissionLines = <S extends WithSubmissions>() =>
  ({
    ActionPlanSubmitted: (facts, { inspection }, meta) => ({
      ...facts,
      submissions: [...facts.submissions, { inspection, by: causeOf(meta), revisions: [meta.revision] }],
    }),
    ActionPlanSubmissionCorrected: (facts, { inspection, submittedOn, corrects }, { revision }) => ({
      ...facts,
      submissions: facts.submissions.map((submission) =>
        submission.revisions.includes(corrects)
          ? { inspection, by: { ...submission.by, effectiveOn: submittedOn }, revisions: [...submission.revisions, revision] }
          : submission,
      ),
    }),
    ActionPlanWithdrawn: (facts, { corrects }, meta) => ({
      ...facts,
      submissions: facts.submissions.filter(({ revisions }) => !revisions.includes(corrects)),
      undoneBy: causeOf(meta),
    }),
  }) satisfies Lines<S, SubmissionEvent, S>;

interface Inspection {
  /** Of its record and of the corrections of it. */
  readonly revisions: readonly number[];
  readonly outcome: string;
  /** When the local area received the report; absent while unknown: then no plan is due (reading 29). */
  readonly received?: { readonly on: Day; readonly by: Cause };
}

interface PlanFacts extends WithSubmissions {
  readonly inspections: Readonly<Record<string, Inspection>>;
}

type InspectionEvent = EventOf<
  typeof InspectionRecorded | typeof InspectionCorrected | typeof InspectionReceiptRecorded | typeof FactWithdrawn
>;

function recordedInspection(
  facts: PlanFacts,
  { inspection, outcome, receivedOn }: { inspection: string; outcome: string; receivedOn?: Day },
  meta: EventMeta,
): PlanFacts {
  const before = facts.inspections[inspection];
  const received =
    receivedOn === undefined ? undefined : before?.received?.on === receivedOn ? before.received : { on: receivedOn, by: causeOf(meta) };
  const now = { revisions: [...(before?.revisions ?? []), meta.revision], outcome, ...(received && { received }) };
  return { ...facts, inspections: { ...facts.inspections, [inspection]: now } };
}

const inspectionLines: Lines<PlanFacts, InspectionEvent, PlanFacts> = {
  InspectionRecorded: recordedInspection,
  InspectionCorrected: recordedInspection,
  InspectionReceiptRecorded: (facts, { inspection, receivedOn }, meta) => {
    const known = facts.inspections[inspection];
    if (!known) return facts;
    return { ...facts, inspections: { ...facts.inspections, [inspection]: { ...known, received: { on: receivedOn, by: causeOf(meta) } } } };
  },
  FactWithdrawn: (facts, { corrects }) => ({
    ...facts,
    inspections: Object.fromEntries(Object.entries(facts.inspections).filter(([, { revisions }]) => !revisions.includes(corrects))),
  }),
};

const planWatch = (outcomes: readonly string[]) =>
  defineWatch<PlanFacts, CaseScopeEvent | SubmissionEvent | InspectionEvent>({
    of: 'improvementCase',
    also: (_event, { category, streamId }) => (category === 'localArea' ? [`${streamId}~inspection`] : []),
    initial: () => ({ submissions: [], inspections: {} }),
    on: { ...caseLines<PlanFacts>(), ...submissionLines<PlanFacts>(), ...inspectionLines },
    duties: ({ case: scope, submissions, undoneBy, inspections }) =>
      Object.entries(inspections).flatMap(([id, { outcome, received }]): Duty[] => {
        if (!scope || !received || !outcomes.includes(outcome)) return [];
        const submission = submissions.find(({ inspection }) => inspection === id);
        return [
          {
            period: id.replaceAll('~', '.'),
            from: received.on,
            areas: [scope.area],
            due: ({ workingDays }) => workingDaysAfter(received.on, workingDays!, 'the receipt of the report'),
            imposedBy: received.by,
            ...endedWithCase(scope),
            ...(submission && { metBy: submission.by }),
            ...(undoneBy && { undoneBy }),
          },
        ];
      }),
  });

/** After outcome (3) a priority action plan is submitted within the inspectorates' target (J3). */
export const actionPlan = planWatch(['systemic-failings']);

/** The statutory longstop holds after outcome (3) and where a written statement of action is required (J3, reading 29). */
export const actionPlanStatutory = planWatch(['systemic-failings', 'wsoa-required']);

interface Returning {
  readonly revision: number;
  readonly inspection: string;
  readonly dueOn: Day;
  readonly by: Cause;
  readonly withdrawnBy?: Cause;
}

interface ReturnFacts extends WithSubmissions {
  readonly returns: readonly Returning[];
}

/** A plan that was returned with reasons is due again (J3). */
export const planResubmission = defineWatch<
  ReturnFacts,
  CaseScopeEvent | SubmissionEvent | EventOf<typeof ActionPlanReturned | typeof ActionPlanAnswerWithdrawn>
>({
  of: 'improvementCase',
  initial: () => ({ submissions: [], returns: [] }),
  on: {
    ...caseLines<ReturnFacts>(),
    ...submissionLines<ReturnFacts>(),
    ActionPlanReturned: (facts, { inspection, dueOn }, meta) => ({
      ...facts,
      returns: [...facts.returns, { revision: meta.revision, inspection, dueOn, by: causeOf(meta) }],
    }),
    ActionPlanAnswerWithdrawn: (facts, { corrects }, meta) => ({
      ...facts,
      returns: facts.returns.map((one) => (one.revision === corrects ? { ...one, withdrawnBy: causeOf(meta) } : one)),
    }),
  },
  duties: ({ case: scope, submissions, undoneBy, returns }) =>
    scope
      ? returns.map(({ revision, inspection, dueOn, by, withdrawnBy }): Duty => {
          const next = submissions.find((submission) => submission.inspection === inspection && submission.revisions[0]! > revision);
          return {
            period: `r${revision}`,
            series: inspection,
            from: by.effectiveOn,
            areas: [scope.area],
            due: () => onDay(dueOn, 'the day set with the return'),
            imposedBy: by,
            ...endedWithCase(scope, withdrawnBy && { by: withdrawnBy, because: 'The return was withdrawn' }),
            ...(next && { metBy: next.by }),
            ...(undoneBy && { undoneBy }),
          };
        })
      : [],
});
