import type { Day } from '@app/calendar';
import type { RiskClosed, RiskCorrected, RiskRaised, RiskReassessed, RiskReopened } from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { onDay } from '../requirement-engine/due';
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

const about = ({ area, contract, grant }: { area: string; contract?: string; grant?: string }): Pick<Facts, 'area' | 'role'> => ({
  area,
  role: contract !== undefined ? 'contract-manager' : grant !== undefined ? 'grant-manager' : 'case-lead',
});

/** Each open risk has a next review date (C15, E1). */
export const riskReview = defineWatch<
  Facts,
  EventOf<typeof RiskRaised | typeof RiskCorrected | typeof RiskReassessed | typeof RiskClosed | typeof RiskReopened>
>({
  of: 'risk',
  initial: () => ({ role: 'case-lead', reviews: [] }),
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
  duties: ({ area, role, reviews }) =>
    reviews.map(({ revision, by, dueOn, doneBy, closedBy }) => ({
      period: `r${revision}`,
      from: by.effectiveOn,
      areas: area === undefined ? [] : [area],
      role,
      due: () => onDay(dueOn, 'the next review that was set'),
      imposedBy: by,
      ...(doneBy && { metBy: doneBy }),
      ...(closedBy && { ended: { by: closedBy, because: 'The risk was closed' } }),
    })),
});
