import { londonDay } from '@app/calendar';
import type { Facts, Found } from '@app/event-sourcing';
import { entryOf } from '../entries';
import { recommendationOn, recommendedBy, type ContractState } from '../contract/contract.state';
import type { HeldRecord } from './case.state';
import { refuse } from './improvement-case.refusals';
import type { ProgressDecision } from './case.vocabulary';
import type { CaseState } from './case.state';

/** What a decision on progress finds: the contract whose supplier recommends, where the review names one. */
export interface DecisionReads {
  readonly contract?: Found<ContractState>;
}

/** A decision on progress, or its revision. */
export interface Decision {
  readonly review: string;
  readonly progress: ProgressDecision;
  readonly decidedOn: string;
  readonly withoutRecommendation?: string;
  readonly reason: string;
}

/** A formal review of the case. @throws Refused where there is none of that id. */
export function knownReview({ records }: CaseState, review: string): HeldRecord {
  const known = entryOf(records['formal-review'], review);
  if (!known) throw refuse('review-unknown', { field: 'review', values: { review } });
  return known;
}

/**
 * What the event of a decision says besides its own words: the contract, and the recommendation on record.
 * @throws Refused where it lies before the review or ahead, nobody recommended, or the one who recommended decides (C17).
 */
export function decidedOn(decision: Decision, area: string, state: CaseState, { now, actor, found }: Facts<DecisionReads>) {
  const { review, decidedOn: day } = decision;
  const { on: heldOn, contract } = knownReview(state, review);
  const today = londonDay(now);
  if (day > today) throw refuse('case-day-in-future', { field: 'decidedOn', values: { day, today } });
  if (day < heldOn) throw refuse('decision-before-review', { field: 'decidedOn', values: { heldOn } });
  if (contract === undefined) return {};
  const recommendation = found.contract && recommendationOn(found.contract.state, review, area);
  const people = [actor.who, ...(actor.onBehalfOf === undefined ? [] : [actor.onBehalfOf])];
  if (people.some((person) => recommendedBy(recommendation, person))) throw refuse('decision-by-recommender');
  if (recommendation) return { contract, recommendation: `contract-${contract}@${recommendation.revision}` };
  if (decision.withoutRecommendation === undefined) {
    throw refuse('decision-before-recommendation', { field: 'withoutRecommendation', values: { contract } });
  }
  return { contract };
}
