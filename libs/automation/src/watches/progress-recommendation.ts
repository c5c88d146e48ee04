import type { Day } from '@app/calendar';
import type {
  CaseRecordWithdrawn,
  FormalReviewCorrected,
  FormalReviewHeld,
  ProgressDecided,
  ProgressRecommended,
  RecommendationWithdrawn,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { workingDaysAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause, type Duty } from '../requirement-engine/row';
import { caseLines, casesOfAreas, type CaseScopeEvent, type WithCase } from './case-scope';
import { contractsLines, termEnd, type TermEvent, type WithContracts } from './contract-term';

interface Review {
  /** Contract whose supplier recommends; absent where there is none. */
  readonly contract?: string;
  readonly heldOn: Day;
  readonly by: Cause;
  readonly decidedBy?: Cause;
}

interface Facts extends WithCase, WithContracts {
  readonly reviews: Readonly<Record<string, Review>>;
  /** By review. */
  readonly recommendations: Readonly<Record<string, Cause>>;
  readonly undoneBy?: Cause;
}

const decisionOn = ({ decidedBy }: Partial<Review> = {}) => (decidedBy === undefined ? {} : { decidedBy });

const held = (facts: Facts, { review, heldOn, contract }: { review: string; heldOn: Day; contract?: string }, meta: EventMeta): Facts => ({
  ...facts,
  reviews: {
    ...facts.reviews,
    [review]: { ...decisionOn(facts.reviews[review]), heldOn, by: causeOf(meta), ...(contract === undefined ? {} : { contract }) },
  },
});

const without = <T>(entries: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> => {
  const { [id]: _gone, ...rest } = entries;
  return rest;
};

/** After a formal review the supplier recommends to VCU whether progress is sufficient (C17). */
export const progressRecommendation = defineWatch<
  Facts,
  | CaseScopeEvent
  | TermEvent
  | EventOf<
      | typeof FormalReviewHeld
      | typeof FormalReviewCorrected
      | typeof CaseRecordWithdrawn
      | typeof ProgressDecided
      | typeof ProgressRecommended
      | typeof RecommendationWithdrawn
    >
>({
  of: 'improvementCase',
  also: ({ data }, { category }) => (category === 'contract' ? casesOfAreas(data, ['inspection', 'timeliness']) : []),
  initial: () => ({ contracts: {}, reviews: {}, recommendations: {} }),
  on: {
    ...caseLines<Facts>(),
    ...contractsLines<Facts>(),
    FormalReviewHeld: held,
    FormalReviewCorrected: held,
    CaseRecordWithdrawn: (facts, { record, id }) =>
      record === 'formal-review' ? { ...facts, reviews: without(facts.reviews, id) } : facts,
    ProgressDecided: (facts, { review }, meta) => {
      const found = facts.reviews[review];
      return found ? { ...facts, reviews: { ...facts.reviews, [review]: { ...found, decidedBy: causeOf(meta) } } } : facts;
    },
    ProgressRecommended: (facts, { review }, meta) => ({
      ...facts,
      recommendations: { ...facts.recommendations, [review]: causeOf(meta) },
    }),
    RecommendationWithdrawn: (facts, { review }, meta) => ({
      ...facts,
      recommendations: without(facts.recommendations, review),
      undoneBy: causeOf(meta),
    }),
  },
  duties: ({ case: scope, contracts, reviews, recommendations, undoneBy }) =>
    Object.entries(reviews).flatMap(([id, { contract, heldOn, by, decidedBy }]): Duty[] => {
      const term = contract === undefined ? undefined : contracts[contract]?.term;
      if (!scope || !term) return [];
      const metBy = recommendations[id];
      const decided = decidedBy ? [{ by: decidedBy, because: 'VCU has decided without it' }] : [];
      const closed = scope.closedBy ? [{ by: scope.closedBy, because: 'The case was closed' }] : [];
      const undone = undoneBy ?? scope.reopenedBy;
      return [
        {
          period: id.replaceAll('~', '.'),
          from: heldOn,
          areas: [scope.area],
          series: '',
          role: 'contract-manager',
          assignedTo: [`contract-${contract}`],
          due: ({ workingDays }) => workingDaysAfter(heldOn, workingDays!, 'the formal review'),
          imposedBy: by,
          ended: [...decided, ...closed, termEnd(term)],
          ...(metBy && { metBy }),
          ...(undone && { undoneBy: undone }),
        },
      ];
    }),
});
