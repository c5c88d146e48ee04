import type { CaseEvent, ContractEvent } from '@app/domain/events';
import type {
  JourneyAction,
  JourneyCase,
  JourneyDeepDive,
  JourneyNextStep,
  JourneyOccasion,
  JourneyOutcome,
  JourneyOversight,
  JourneyReview,
} from './journey-case.view';
import { changed, inOrder, present, put, standingIn } from '../lists';
import { opened, reopenedIn, settledIn, changedIn, type JourneyLines } from './journey-lists';
import type { LocalAreaJourney } from './local-area-journey.view';
import { planLines } from './plan-lines';
import { onCase } from './on-case';

type Data<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>['data'];

const opening = ({ cause, openedOn, inspection }: Data<'CaseOpened'>) => present({ cause, openedOn, inspection });

const onOutcome = (row: LocalAreaJourney, id: string, outcome: string, change: (outcome: JourneyOutcome) => JourneyOutcome) =>
  onCase(row, id, (one) => ({ ...one, outcomes: changed(one.outcomes, (known) => known.outcome === outcome, change) }));

const onAction = (row: LocalAreaJourney, id: string, action: string, change: (action: JourneyAction) => JourneyAction) =>
  onCase(row, id, (one) => ({ ...one, actions: changed(one.actions, (known) => known.action === action, change) }));

const dayOf = ({ heldOn, scheduledFor }: JourneyDeepDive): string => heldOn ?? scheduledFor ?? '';
const heldOf = ({ heldOn }: { heldOn: string }): string => heldOn;
const onOf = ({ on }: { on: string }): string => on;

/** Without what a deep dive had found; a scheduled one is scheduled still. */
function withoutDeepDive(one: JourneyCase, deepDive: string): JourneyCase {
  const known = one.deepDives.find((dive) => dive.deepDive === deepDive);
  const others = one.deepDives.filter((dive) => dive.deepDive !== deepDive);
  const { heldOn: _held, record: _record, ...scheduled } = known ?? { deepDive, kind: 'apa' as const };
  return {
    ...one,
    deepDives: scheduled.scheduledFor === undefined ? others : inOrder([...others, scheduled], dayOf),
    outcomes: one.outcomes.map((outcome) => ({ ...outcome, ratings: outcome.ratings.filter((rating) => rating.deepDive !== deepDive) })),
  };
}

/** A deep dive as held, with its rating and trajectory in each outcome's place. */
function withDeepDive(
  before: JourneyCase,
  data: Pick<Data<'DeepDiveRecorded'>, 'deepDive' | 'kind' | 'heldOn' | 'findings'>,
  record: number,
) {
  const { deepDive, kind, heldOn, findings } = data;
  const one = withoutDeepDive(before, deepDive);
  const scheduled = one.deepDives.find((dive) => dive.deepDive === deepDive);
  return {
    ...one,
    deepDives: put(one.deepDives, (dive) => dive.deepDive === deepDive, { ...scheduled, deepDive, kind, heldOn, record }, dayOf),
    outcomes: one.outcomes.map((outcome) => {
      const finding = findings.find((found) => found.outcome === outcome.outcome);
      if (!finding) return outcome;
      const { rating, trajectory } = finding;
      return { ...outcome, ratings: inOrder([...outcome.ratings, { deepDive, on: heldOn, rating, trajectory }], onOf) };
    }),
  };
}

interface Showing {
  readonly in: 'stocktake' | 'board-meeting';
  readonly id: string;
}

const withoutOversight = (trends: readonly JourneyOversight[], from: Showing): JourneyOversight[] =>
  trends
    .map(({ partner, findings }) => ({ partner, findings: findings.filter((one) => one.in !== from.in || one.id !== from.id) }))
    .filter(({ findings }) => findings.length > 0);

/** Each partner's trend with what a stocktake or a board meeting showed of it. */
function withOversight(trends: readonly JourneyOversight[], from: Showing, on: string, partners: Data<'StocktakeRecorded'>['partners']) {
  return partners.reduce<JourneyOversight[]>(
    (shown, { partner, oversight }) => {
      const before = shown.find((one) => one.partner === partner)?.findings ?? [];
      const findings = inOrder([...before, { on, ...from, oversight }], onOf);
      return put(
        shown,
        (one) => one.partner === partner,
        { partner, findings },
        (one) => one.partner,
      );
    },
    withoutOversight(trends, from),
  );
}

const occasions = { stocktake: 'stocktakes', 'board-meeting': 'boardMeetings' } as const;

/** An occasion that shows oversight, in its list and in each partner's trend. */
const withOccasion = (
  row: LocalAreaJourney,
  id: string,
  from: Showing,
  { heldOn, partners }: Pick<Data<'StocktakeRecorded'>, 'heldOn' | 'partners'>,
  record: number,
): LocalAreaJourney =>
  onCase(row, id, (one) => {
    const list = occasions[from.in];
    const occasion: JourneyOccasion = { id: from.id, heldOn, record };
    return {
      ...one,
      [list]: put(one[list], (known) => known.id === from.id, occasion, heldOf),
      oversight: withOversight(one.oversight, from, heldOn, partners),
    };
  });

const withoutOccasion = (one: JourneyCase, from: Showing): JourneyCase => ({
  ...one,
  [occasions[from.in]]: one[occasions[from.in]].filter((known) => known.id !== from.id),
  oversight: withoutOversight(one.oversight, from),
});

const onNextSteps = (row: LocalAreaJourney, id: string, change: (steps: JourneyCase['nextSteps']) => JourneyCase['nextSteps']) =>
  onCase(row, id, (one) => ({ ...one, nextSteps: change(one.nextSteps) }));

const isStep = (step: string) => (one: JourneyNextStep) => one.step === step;
const dueOf = ({ dueOn }: { dueOn: string }): string => dueOn;
const asItIs = <T>(item: T): T => item;

const onReview = (row: LocalAreaJourney, id: string, review: string, change: (review: JourneyReview) => JourneyReview) =>
  onCase(row, id, (one) => ({ ...one, reviews: changed(one.reviews, (known) => known.review === review, change) }));

/** Whichever case of the area had the review at which the supplier of a contract recommends (C17). */
const onReviewWith = (row: LocalAreaJourney, contract: string, review: string, change: (review: JourneyReview) => JourneyReview) => ({
  ...row,
  cases: row.cases.map((one) => ({
    ...one,
    reviews: changed(one.reviews, (known) => known.review === review && known.contract === contract, change),
  })),
});

/** What leaves a case when a record of each kind is withdrawn. */
const withdrawn: Readonly<Record<Data<'CaseRecordWithdrawn'>['record'], (one: JourneyCase, id: string) => JourneyCase>> = {
  'deep-dive': withoutDeepDive,
  stocktake: (one, id) => withoutOccasion(one, { in: 'stocktake', id }),
  'board-meeting': (one, id) => withoutOccasion(one, { in: 'board-meeting', id }),
  'timeliness-progress': (one, id) => ({ ...one, timelinessUpdates: one.timelinessUpdates.filter((known) => known.id !== id) }),
  'health-adviser-contact': asItIs,
  'formal-review': (one, id) => ({ ...one, reviews: one.reviews.filter(({ review }) => review !== id) }),
};

/** The cases of a local area (J2 to J8). */
export const caseLines: JourneyLines<CaseEvent> = {
  ...planLines,
  CaseOpened: (row, data, { streamId }) => ({
    ...row,
    cases: [
      ...row.cases,
      {
        case: streamId,
        status: 'open',
        ...opening(data),
        plans: [],
        actions: [],
        outcomes: [],
        deepDives: [],
        stocktakes: [],
        boardMeetings: [],
        oversight: [],
        timelinessUpdates: [],
        nextSteps: { open: [], settled: [] },
        reviews: [],
      },
    ],
  }),
  CaseOpeningCorrected: (row, data, { streamId }) =>
    onCase(row, streamId, ({ inspection: _before, ...one }) => ({ ...one, ...opening(data) })),
  CaseClosed: (row, { closedOn, passedTo }, { streamId }) =>
    onCase(row, streamId, (one) => present({ ...one, status: 'closed', closedOn, passedTo })),
  CaseReopened: (row, { reopenedOn }, { streamId }) =>
    onCase(row, streamId, ({ closedOn: _closed, passedTo: _passed, ...one }) => ({ ...one, status: 'open', reopenedOn })),
  CaseLeadAssigned: (row, { lead }, { streamId }) => onCase(row, streamId, (one) => ({ ...one, lead })),
  CaseRecordWithdrawn: (row, { record, id }, { streamId }) => onCase(row, streamId, (one) => withdrawn[record](one, id)),

  OutcomeAgreed: (row, { outcome, kind, words, agreedOn }, { streamId }) =>
    onCase(row, streamId, (one) => ({
      ...one,
      outcomes: [...one.outcomes, { outcome, kind, words, status: 'agreed', agreedOn, ratings: [] }],
    })),
  OutcomeReworded: (row, { outcome, words }, { streamId }) => onOutcome(row, streamId, outcome, (one) => ({ ...one, words })),
  OutcomeAchieved: (row, { outcome, achievedOn }, { streamId }) =>
    onOutcome(row, streamId, outcome, (one) => ({ ...one, status: 'achieved', endedOn: achievedOn })),
  OutcomeWithdrawn: (row, { outcome, withdrawnOn }, { streamId }) =>
    onOutcome(row, streamId, outcome, (one) => ({ ...one, status: 'withdrawn', endedOn: withdrawnOn })),
  OutcomeReinstated: (row, { outcome }, { streamId }) =>
    onOutcome(row, streamId, outcome, ({ endedOn: _ended, ...one }) => ({ ...one, status: 'agreed' })),

  ActionAdded: (row, { action, outcome, owner, dueOn }, { streamId }) =>
    onCase(row, streamId, (one) => ({ ...one, actions: [...one.actions, { action, outcome, owner, dueOn, status: 'open' }] })),
  ActionCompleted: (row, { action, completedOn }, { streamId }) =>
    onAction(row, streamId, action, (one) => ({ ...one, status: 'completed', completedOn })),
  ActionRebaselined: (row, { action, owner, dueOn }, { streamId }) => onAction(row, streamId, action, (one) => ({ ...one, owner, dueOn })),
  ActionRemoved: (row, { action }, { streamId }) => onAction(row, streamId, action, (one) => ({ ...one, status: 'removed' })),
  ActionReopened: (row, { action, dueOn }, { streamId }) =>
    onAction(row, streamId, action, ({ completedOn: _completed, ...one }) => ({ ...one, dueOn, status: 'open' })),

  DeepDiveScheduled: (row, { deepDive, outcome, scheduledFor }, { streamId }) =>
    onCase(row, streamId, (one) => ({
      ...one,
      deepDives: inOrder([...one.deepDives, { deepDive, kind: 'apa' as const, outcome, scheduledFor }], dayOf),
    })),
  DeepDiveRescheduled: (row, { deepDive, scheduledFor }, { streamId }) =>
    onCase(row, streamId, (one) => ({
      ...one,
      deepDives: inOrder(
        changed(
          one.deepDives,
          (dive) => dive.deepDive === deepDive,
          (dive) => ({ ...dive, scheduledFor }),
        ),
        dayOf,
      ),
    })),
  DeepDiveCancelled: (row, { deepDive }, { streamId }) =>
    onCase(row, streamId, (one) => ({ ...one, deepDives: one.deepDives.filter((dive) => dive.deepDive !== deepDive) })),
  DeepDiveRecorded: (row, data, { streamId, revision }) => onCase(row, streamId, (one) => withDeepDive(one, data, revision)),
  DeepDiveCorrected: (row, data, { streamId, revision }) => onCase(row, streamId, (one) => withDeepDive(one, data, revision)),

  StocktakeRecorded: (row, data, { streamId, revision }) =>
    withOccasion(row, streamId, { in: 'stocktake', id: data.stocktake }, data, revision),
  StocktakeCorrected: (row, data, { streamId, revision }) =>
    withOccasion(row, streamId, { in: 'stocktake', id: data.stocktake }, data, revision),
  BoardMeetingRecorded: (row, data, { streamId, revision }) =>
    withOccasion(row, streamId, { in: 'board-meeting', id: data.meeting }, data, revision),
  BoardMeetingCorrected: (row, data, { streamId, revision }) =>
    withOccasion(row, streamId, { in: 'board-meeting', id: data.meeting }, data, revision),
  TimelinessProgressReported: (row, { report, reportedOn, trajectory }, { streamId, revision }) =>
    onCase(row, streamId, (one) => ({
      ...one,
      timelinessUpdates: inOrder([...one.timelinessUpdates, { id: report, heldOn: reportedOn, trajectory, record: revision }], heldOf),
    })),
  TimelinessProgressCorrected: (row, { corrects, report, reportedOn, trajectory }, { streamId, revision }) =>
    onCase(row, streamId, (one) => ({
      ...one,
      timelinessUpdates: standingIn(
        one.timelinessUpdates,
        corrects,
        { id: report, heldOn: reportedOn, trajectory, record: revision },
        heldOf,
      ),
    })),

  NextStepAgreed: (row, { step, outcome, owner, dueOn, what }, { streamId }) =>
    onNextSteps(row, streamId, (steps) => opened(steps, isStep(step), present({ step, outcome, owner, dueOn, what }), dueOf)),
  NextStepRescheduled: (row, { step, owner, dueOn }, { streamId }) =>
    onNextSteps(row, streamId, (steps) => {
      const moved = changedIn(steps, isStep(step), (one) => ({ ...one, owner, dueOn }));
      return { ...moved, open: inOrder(moved.open, dueOf) };
    }),
  NextStepCompleted: (row, { step }, { streamId }) => onNextSteps(row, streamId, (steps) => settledIn(steps, isStep(step), asItIs)),
  NextStepCancelled: (row, { step }, { streamId }) => onNextSteps(row, streamId, (steps) => settledIn(steps, isStep(step), asItIs)),
  NextStepReopened: (row, { step, dueOn }, { streamId }) =>
    onNextSteps(row, streamId, (steps) => reopenedIn(steps, isStep(step), (one) => ({ ...one, dueOn }), dueOf)),

  FormalReviewHeld: (row, { review, heldOn, contract }, { streamId, revision }) =>
    onCase(row, streamId, (one) => ({
      ...one,
      reviews: inOrder([...one.reviews, present({ review, heldOn, contract, record: revision })], heldOf),
    })),
  FormalReviewCorrected: (row, { review, heldOn, contract }, { streamId, revision }) =>
    onReview(row, streamId, review, ({ contract: _before, ...one }) => present({ ...one, heldOn, contract, record: revision })),
  ProgressDecided: (row, { review, progress, decidedOn }, { streamId }) =>
    onReview(row, streamId, review, (one) => ({ ...one, progress, decidedOn })),
  DecisionRevised: (row, { review, progress, decidedOn }, { streamId }) =>
    onReview(row, streamId, review, (one) => ({ ...one, progress, decidedOn })),
};

/** What the supplier says of the progress of a case (C17). */
export const recommendationLines: JourneyLines<Extract<ContractEvent, { type: 'ProgressRecommended' | 'RecommendationWithdrawn' }>> = {
  ProgressRecommended: (row, { review, area, recommendedOn, sufficient }, { streamId }, key) =>
    area === key ? onReviewWith(row, streamId, review, (one) => ({ ...one, recommendedOn, recommendedSufficient: sufficient })) : row,
  RecommendationWithdrawn: (row, { review, area }, { streamId }, key) =>
    area === key ? onReviewWith(row, streamId, review, ({ recommendedOn: _on, recommendedSufficient: _sufficient, ...one }) => one) : row,
};
