import { addDays, daysBetween, endOfMonth, londonDay, startOfMonth } from '@app/calendar';
import { entryOf } from '../entries';
import type { AreaPassing, AreaStay } from './contract.areas';
import { refuse } from './contract.refusals';
import type { ContractState, ContractTerms, RhythmChange } from './contract.state';
import type { ReportingRhythm } from './contract.vocabulary';

/** Days of a period that is not the calendar month (C10). */
export const PERIOD_DAYS: Readonly<Partial<Record<ReportingRhythm, number>>> = { fortnightly: 14, weekly: 7 };

export interface ReportingPeriod {
  readonly from: string;
  readonly to: string;
  readonly rhythm: ReportingRhythm;
}

const latest = (a: string, b: string): string => (a > b ? a : b);
const earliest = (a: string, b: string): string => (a < b ? a : b);

/** The calendar month of a day, cut to the term: the first one begins at commencement (C9). */
export function monthOf({ commencesOn, endsOn }: Pick<ContractTerms, 'commencesOn' | 'endsOn'>, day: string): ReportingPeriod {
  return { from: latest(startOfMonth(day), commencesOn), to: earliest(endOfMonth(day), endsOn), rhythm: 'monthly' };
}

/** The period in which an area is reported on at a day of the term (C10). */
export function areaPeriodOf(state: ContractState, terms: ContractTerms, area: string, day: string): ReportingPeriod {
  const change = rhythmAt(entryOf(state.rhythms, area) ?? [], day);
  if (change === undefined) return monthOf(terms, day);
  const length = PERIOD_DAYS[change.rhythm];
  if (length === undefined) {
    const month = monthOf(terms, day);
    return { ...month, from: latest(month.from, change.from) };
  }
  const from = addDays(change.from, Math.floor(daysBetween(change.from, day) / length) * length);
  return { from, to: earliest(addDays(from, length - 1), terms.endsOn), rhythm: change.rhythm };
}

/**
 * The first day of the period after the one in which an area is reported on now (C10).
 * @throws Refused `reporting-no-later-period`
 */
export function nextPeriodOf(state: ContractState, terms: ContractTerms, area: string, { entered, left }: AreaStay, now: string): string {
  const today = latest(londonDay(now), entered?.from ?? terms.commencesOn);
  const from = addDays(areaPeriodOf(state, terms, area, today).to, 1);
  const endsOn = left === undefined ? terms.endsOn : earliest(addDays(left.from, -1), terms.endsOn);
  if (from > endsOn) throw refuse('reporting-no-later-period', { values: { area, endsOn } });
  return from;
}

/**
 * The first period of a rhythm that is more frequent than monthly to begin with the area's successors in the contract, and has not begun yet;
 * `undefined` where there is none (C10, reading 26).
 */
export function rhythmForSuccessors(
  { rhythms }: ContractState,
  { endsOn }: ContractTerms,
  { predecessor, from: passesOn }: AreaPassing,
  now: string,
): RhythmChange | undefined {
  const day = latest(passesOn, londonDay(now));
  const change = rhythmAt(entryOf(rhythms, predecessor) ?? [], day);
  const length = change && PERIOD_DAYS[change.rhythm];
  if (change === undefined || length === undefined) return undefined;
  const from = addDays(change.from, Math.ceil(daysBetween(change.from, day) / length) * length);
  return from > endsOn ? undefined : { ...change, from };
}

/** The change that holds on a day. */
export const rhythmAt = (changes: readonly RhythmChange[], day: string): RhythmChange | undefined =>
  changes.findLast(({ from }) => from <= day);

/** The period that a report is for. */
export const periodOf = (state: ContractState, terms: ContractTerms, day: string, area?: string): ReportingPeriod =>
  area === undefined ? monthOf(terms, day) : areaPeriodOf(state, terms, area, day);

/**
 * The month of the term that begins on a day which has come.
 * @throws Refused `report-period-unknown`, `report-period-not-begun`
 */
export function begunMonth(terms: ContractTerms, month: string, now: string): ReportingPeriod {
  const period = monthOf(terms, month);
  if (period.from !== month || month > terms.endsOn) {
    throw refuse('report-period-unknown', { field: 'month', values: { period: month, rhythm: period.rhythm, begins: period.from } });
  }
  if (month > londonDay(now)) throw refuse('report-period-not-begun', { field: 'month', values: { period: month } });
  return period;
}
