import type { Actor } from '@app/event-sourcing';
import fc from 'fast-check';
import { recommendationKey } from '../contract/contract.state';
import { dfe } from '../local-area/local-area.stories';
import { tryAnySequence } from '../sequences.testing';
import type { CaseState, HeldRecord, TaskState } from './case.state';
import { CASE_RECORDS, type CaseRecord } from './case.vocabulary';
import { caseFeatures } from './features';
import { ActionAdded, ActionCompleted, HealthAdviserContactRecorded, type CaseEvent } from './improvement-case.events';
import {
  action,
  afi,
  apa,
  areaFound,
  caseLead,
  contractFound,
  council,
  dive,
  finding,
  nextStep,
  opened,
  overall,
  oversightOf,
  recordedDive,
  review,
  scheduled,
  submitted,
  teamLeader,
} from './improvement-case.stories';
import { caseStream } from './improvement-case.stream';
import { OpenCase } from './open-case/open-case.command';
import { CorrectTimelinessProgress } from './correct-timeliness-progress/correct-timeliness-progress.command';
import { ReportTimelinessProgress } from './report-timeliness-progress/report-timeliness-progress.command';

const recommender: Actor = { who: 'u-5', role: 'case-lead' };
const day = fc.constantFrom('2023-09-15', '2023-10-24', '2024-03-27', '2024-06-24', '2024-07-01', '2024-07-02');
const late = fc.constantFrom('2024-06-24', '2024-07-01');
const reason = fc.constant('Because');
const person = fc.constantFrom('u-7', 'u-8');
const what = fc.constant('Something');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
type Of<T> = (state: CaseState) => T;
/** One of several, as the state has them, or something that it has not. */
const pick = <T, N>(from: Of<readonly T[]>, none: N) =>
  fc.nat(9).map((n) => (state: CaseState): T | N => {
    const known = from(state);
    return n === 9 || known.length === 0 ? none : known[n % known.length]!;
  });
const record = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> => fc.record(fields);
const both = (one: fc.Arbitrary<object>, other: fc.Arbitrary<object>) => fc.tuple(one, other).map(([a, b]) => ({ ...a, ...b }));

const outcomeIds = fc.constantFrom('overall', 'apa_1', 'afi_6', 'apa_2');
const kinds = fc.constantFrom('overall', 'apa', 'afi', 'timeliness');
const words = { words: fc.constantFrom('Words', 'Other words'), measures: fc.constant(['A measure']) };
const inspection = fc.constant('2023_07');
const inspectorates = fc.constant(['ofsted']);
const planRecord = pick(({ plans }) => Object.values(plans).flatMap((steps) => steps.slice(-1).map(({ revision }) => revision)), 99);
const anyPlanRecord = pick(({ plans }) => Object.values(plans).flatMap((steps) => steps.map(({ revision }) => revision)), 99);
const endOf = (tasks: Of<Readonly<Record<string, Pick<TaskState, 'ended'>>>>, id: string) =>
  fc.nat(9).map((n) => ({
    [id]: (state: CaseState) => Object.keys(tasks(state))[n % 3] ?? 'none',
    corrects: (state: CaseState) => (n === 9 ? 99 : (Object.values(tasks(state))[n % 3]?.ended?.revision ?? 99)),
  }));
const recordOf = (kind: CaseRecord, id: string) =>
  fc.nat(9).map((n) => {
    const entry = ({ records }: CaseState): [string, HeldRecord] | undefined => Object.entries(records[kind])[n % 2];
    return {
      [id]: (state: CaseState) => entry(state)?.[0] ?? 'none',
      corrects: (state: CaseState) => (n === 9 ? 99 : (entry(state)?.[1].revision ?? 99)),
    };
  });
const standing = ({ outcomes }: CaseState) => Object.entries(outcomes).filter(([, { ended }]) => !ended);
const everyFinding = fc.constant((state: CaseState) => standing(state).map(([outcome]) => finding(outcome)));
const apaFindings = fc.constant((state: CaseState) => {
  const found = standing(state)
    .filter(([, { kind }]) => kind === 'apa')
    .map(([outcome]) => finding(outcome));
  return found.length > 0 ? found : [finding('overall')];
});
const { findings: _findings, deepDive: _id, kind: _kind, heldOn: _heldOn, ...said } = dive();
const diveSaid = fc.constant(said);
const dives = fc.oneof(
  record({ kind: fc.constant('six-monthly'), heldOn: late, findings: everyFinding }),
  record({ kind: fc.constant('apa'), heldOn: late, findings: apaFindings }),
);
const partners = fc.constant(oversightOf('County Council'));
const contact = {
  heldOn: day,
  means: fc.constant('phone'),
  dfeAdviser: fc.constantFrom('p_1', 'p_2'),
  nhsAdviser: fc.constantFrom('p_2', 'p_3'),
  summary: what,
};
const formal = { heldOn: late, contract: optional(fc.constant('CON_22889')), summary: what };
const decision = {
  progress: fc.constantFrom('sufficient', 'not-sufficient'),
  decidedOn: late,
  reason,
  withoutRecommendation: optional(what),
};
const reviews = pick(({ records }) => Object.keys(records['formal-review']), 'none');
const stepIds = fc.constantFrom('s1', 's2', 's3');
const actionIds = fc.constantFrom('a1', 'a2', 'a3');
const diveIds = fc.constantFrom('d1', 'd2', 'd3', 'd4');

const bodies: Record<string, fc.Arbitrary<object>> = {
  CorrectCaseOpening: record({ inspection, openedOn: day, corrects: pick(({ opened: by }) => (by ? [by.revision] : []), 99), reason }),
  CloseCase: record({ closedOn: late, reason }),
  ReopenCase: record({ reopenedOn: late, reason }),
  AssignCaseLead: record({ lead: person, reason }),
  NameCover: record({ absent: person, cover: optional(person), from: day, to: day, reason }),
  WithdrawCover: record({ corrects: pick(({ covers }) => covers.map(({ revision }) => revision), 99), reason }),
  AgreeOutcome: record({ outcome: fc.constantFrom('overall', 'overall_2', 'apa_2', 'afi_7'), kind: kinds, ...words, agreedOn: day }),
  RewordOutcome: record({ outcome: outcomeIds, ...words, reason }),
  AchieveOutcome: record({ outcome: outcomeIds, achievedOn: late, reason }),
  WithdrawOutcome: record({ outcome: outcomeIds, withdrawnOn: late, reason }),
  ReinstateOutcome: both(
    endOf(({ outcomes }) => outcomes as never, 'outcome'),
    record({ reason }),
  ),
  SubmitActionPlan: record({ inspection, to: inspectorates, submittedOn: late }),
  CorrectActionPlanSubmission: record({ inspection, to: inspectorates, submittedOn: day, corrects: anyPlanRecord, reason }),
  AcceptActionPlan: record({ inspection, by: inspectorates, acceptedOn: late, reason }),
  ReturnActionPlan: record({ inspection, by: inspectorates, returnedOn: late, dueOn: fc.constant('2024-07-31'), reason }),
  PublishActionPlan: record({ inspection, publishedOn: late, source: fc.constant(dfe) }),
  WithdrawActionPlan: record({ inspection, corrects: planRecord, reason }),
  WithdrawActionPlanAnswer: record({ inspection, corrects: planRecord, reason }),
  AddAction: record({ action: actionIds, outcome: outcomeIds, owner: person, dueOn: day, what }),
  CompleteAction: record({ action: actionIds, completedOn: day, reason }),
  RebaselineAction: record({ action: actionIds, owner: person, dueOn: day, reason }),
  RemoveAction: record({ action: actionIds, reason }),
  ReopenAction: both(
    endOf(({ actions }) => actions, 'action'),
    record({ reason }),
  ),
  ScheduleDeepDive: record({ deepDive: diveIds, outcome: outcomeIds, scheduledFor: day }),
  RescheduleDeepDive: record({ deepDive: diveIds, scheduledFor: day, reason }),
  CancelDeepDive: record({ deepDive: diveIds, reason }),
  RecordDeepDive: both(both(dives, diveSaid), record({ deepDive: diveIds, nextSteps: fc.constant([]) })),
  CorrectDeepDive: both(both(dives, diveSaid), both(recordOf('deep-dive', 'deepDive'), record({ reason }))),
  RecordStocktake: record({ stocktake: fc.constantFrom('k1', 'k2'), heldOn: day, partners, summary: what }),
  CorrectStocktake: both(recordOf('stocktake', 'stocktake'), record({ heldOn: day, partners, summary: what, reason })),
  RecordBoardMeeting: record({ meeting: fc.constantFrom('m1', 'm2'), heldOn: day, partners, summary: what }),
  CorrectBoardMeeting: both(recordOf('board-meeting', 'meeting'), record({ heldOn: day, partners, summary: what, reason })),
  RecordHealthAdviserContact: record({ contact: fc.constantFrom('c1', 'c2'), ...contact }),
  CorrectHealthAdviserContact: both(recordOf('health-adviser-contact', 'contact'), record({ ...contact, reason })),
  AgreeNextStep: record({ step: stepIds, outcome: optional(outcomeIds), owner: person, dueOn: late, what, agreedOn: day }),
  CompleteNextStep: record({ step: stepIds, completedOn: day, reason }),
  RescheduleNextStep: record({ step: stepIds, owner: person, dueOn: day, reason }),
  CancelNextStep: record({ step: stepIds, reason }),
  ReopenNextStep: both(
    endOf(({ nextSteps }) => nextSteps, 'step'),
    record({ reason }),
  ),
  HoldFormalReview: record({ review: fc.constantFrom('r1', 'r2'), ...formal }),
  CorrectFormalReview: both(recordOf('formal-review', 'review'), record({ ...formal, reason })),
  DecideProgress: record({ review: reviews, ...decision }),
  ReviseDecision: both(
    record(decision),
    fc.nat(9).map((n) => ({
      review: ({ decisions }: CaseState) => Object.keys(decisions)[n % 2] ?? 'none',
      corrects: ({ decisions }: CaseState) => Object.values(decisions)[n % 2]?.revision ?? 99,
    })),
  ),
  WithdrawCaseRecord: fc
    .constantFrom(...CASE_RECORDS)
    .chain((kind) => both(recordOf(kind, 'id'), record({ record: fc.constant(kind), reason }))),
};

const FOLLOWS = { submitted: [undefined, 'returned'], returned: ['submitted'], accepted: ['submitted'], published: ['accepted'] } as const;

const past: CaseEvent[] = [
  opened,
  overall,
  apa,
  afi,
  submitted,
  action,
  ActionAdded({ ...action.data, action: 'a2' }),
  ActionCompleted({ area: '931', action: 'a2', outcome: 'apa_1', completedOn: '2024-03-27', reason: 'Done' }),
  nextStep,
  scheduled,
  recordedDive(),
  HealthAdviserContactRecorded({
    area: '931',
    contact: 'c1',
    heldOn: '2024-03-27',
    means: 'phone',
    dfeAdviser: 'p_1',
    nhsAdviser: 'p_2',
    summary: 'First',
  }),
  review,
];

describe('any sequence of commands on a case (J2 to J6, J8, C17)', () => {
  it('keeps plans and days in order, one overall outcome, APA deep dives on areas of priority action, and two people to a decision', () =>
    tryAnySequence<CaseState, CaseEvent>({
      stream: caseStream,
      features: caseFeatures.filter(
        ({ command }) => ![OpenCase, ReportTimelinessProgress, CorrectTimelinessProgress].includes(command as never),
      ),
      id: '931~inspection',
      now: '2024-07-01T12:00:00.000Z',
      actors: [caseLead, teamLeader, recommender],
      past,
      found: (command) => {
        const contract = contractFound({ [recommendationKey('r1', '931')]: { by: [recommender.who], revision: 9 } });
        return 'contract' in command && command.contract === undefined ? {} : { contract, area: areaFound(council) };
      },
      bodies,
      repeatable: ['ReopenCase'],
      runs: 60,
      holds: (state, _revision, happened, actor) => {
        const overalls = Object.values(state.outcomes).filter(({ kind, status }) => kind === 'overall' && status !== 'withdrawn');
        expect(overalls.length <= 1).toBe(true);
        for (const { outcome } of Object.values(state.scheduledDives)) expect(state.outcomes[outcome]?.kind).toBe('apa');
        for (const steps of Object.values(state.plans)) {
          steps.forEach(({ status, on }, index) => {
            expect(FOLLOWS[status] as readonly unknown[]).toContain(steps[index - 1]?.status);
            expect(on >= (steps[index - 1]?.on ?? '')).toBe(true);
          });
        }
        expect((state.closedOn === undefined) === (state.status === 'open')).toBe(true);
        for (const id of Object.keys(state.decisions)) expect(Object.keys(state.records['formal-review'])).toContain(id);
        for (const { type, data } of happened) {
          if (type === 'ProgressDecided' || type === 'DecisionRevised')
            expect(data.recommendation && actor.who === recommender.who).toBeFalsy();
          if (type === 'DeepDiveRecorded' && data.kind === 'apa') {
            for (const { outcome } of data.findings) expect(state.outcomes[outcome]?.kind).toBe('apa');
          }
        }
      },
    }));
});
