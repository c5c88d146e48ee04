import type { Day } from '@app/calendar';
import type { RiskClosed, RiskCorrected, RiskRaised, RiskReassessed, RiskReopened } from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { onDay } from '../requirement-engine/due';
import { managersOfGrant } from '../requirement-engine/people';
import { causeOf, defineWatch, type Cause, type LevelOneRole } from '../requirement-engine/row';

interface Review {
  readonly revision: number;
  readonly by: Cause;
  readonly dueOn: Day;
  readonly doneBy?: Cause;
  readonly closedBy?: Cause;
}

interface Facts {
  readonly area?: string;
  readonly role: LevelOneRole;
  /** Where the person in that role is assigned. */
  readonly assignedTo: readonly string[];
  readonly reviews: readonly Review[];
}

const openLast = (facts: Facts, change: Partial<Review>): Facts => ({
  ...facts,
  reviews: facts.reviews.map((review) => (review.doneBy || review.closedBy ? review : { ...review, ...change })),
});

const next = (facts: Facts, dueOn: Day, meta: EventMeta): Facts => ({
  ...facts,
  reviews: [...facts.reviews, { revision: meta.revision, by: causeOf(meta), dueOn }],
});

/** A risk to a contract is its manager's, one to a grant the grant manager's, any other the case lead's. */
function about({ area, contract, grant }: { area: string; contract?: string; grant?: string }): Omit<Facts, 'reviews'> {
  if (contract !== undefined) return { area, role: 'contract-manager', assignedTo: [`contract-${contract}`] };
  if (grant !== undefined) return { area, role: 'grant-manager', assignedTo: managersOfGrant(grant) };
  return { area, role: 'case-lead', assignedTo: [`improvementCase-${area}~inspection`, `improvementCase-${area}~timeliness`] };
}

/** Each open risk has a next review date (C15, E1). */
export const riskReview = defineWatch<
  Facts,
  EventOf<typeof RiskRaised | typeof RiskCorrected | typeof RiskReassessed | typeof RiskClosed | typeof RiskReopened>
>({
  of: 'risk',
  initial: () => ({ role: 'case-lead', assignedTo: [], reviews: [] }),
  on: {
    RiskRaised: (facts, data, meta) => next({ ...facts, ...about(data) }, data.nextReviewOn, meta),
    RiskCorrected: (facts, data) => ({
      ...facts,
      ...about(data),
      reviews: facts.reviews.map((review, index) => (index === 0 ? { ...review, dueOn: data.nextReviewOn } : review)),
    }),
    RiskReassessed: (facts, { nextReviewOn }, meta) => next(openLast(facts, { doneBy: causeOf(meta) }), nextReviewOn, meta),
    RiskClosed: (facts, _data, meta) => openLast(facts, { closedBy: causeOf(meta) }),
    RiskReopened: (facts, { nextReviewOn }, meta) => next(facts, nextReviewOn, meta),
  },
  duties: ({ area, role, assignedTo, reviews }) =>
    reviews.map(({ revision, by, dueOn, doneBy, closedBy }) => ({
      period: `r${revision}`,
      from: by.effectiveOn,
      areas: area === undefined ? [] : [area],
      series: '',
      role,
      assignedTo,
      due: () => onDay(dueOn, 'the next review that was set'),
      imposedBy: by,
      ...(doneBy && { metBy: doneBy }),
      ...(closedBy && { ended: { by: closedBy, because: 'The risk was closed' } }),
    })),
});
