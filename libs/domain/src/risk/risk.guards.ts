import { londonDay } from '@app/calendar';
import { refuse } from './risk.refusals';
import type { RiskState } from './risk.stream';

/** A risk that is open, with everything that raising gave it. */
export type OpenRisk = RiskState & Required<Pick<RiskState, 'area' | 'owner' | 'score' | 'nextReviewOn' | 'latestOn'>>;

/** @throws Refused `risk-unknown`, `risk-closed` */
export function openRisk(state: RiskState): OpenRisk {
  if (state.status === 'none') throw refuse('risk-unknown');
  if (state.status === 'closed') throw refuse('risk-closed', { values: { closedOn: state.latestOn ?? '' } });
  return state as OpenRisk;
}

/** A day on which something was done to the risk: neither ahead nor before its latest record. @throws Refused `risk-day-in-future`, `risk-day-before-last` */
export function following(state: RiskState, day: string, now: string, field: string): void {
  if (day > londonDay(now)) throw refuse('risk-day-in-future', { field, values: { day } });
  if (state.latestOn !== undefined && day < state.latestOn) {
    throw refuse('risk-day-before-last', { field, values: { day, last: state.latestOn } });
  }
}

/** The next review lies after the day from which it counts (C15). @throws Refused `risk-review-not-ahead` */
export function reviewAhead(nextReviewOn: string, day: string): void {
  if (nextReviewOn <= day) throw refuse('risk-review-not-ahead', { field: 'nextReviewOn', values: { nextReviewOn, day } });
}
