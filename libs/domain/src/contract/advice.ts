import { adviceKey, monthIn } from './contract.months';
import { refuse } from './contract.refusals';
import type { AdviceEntry, ContractState, ContractTerms, DayOfAdvice } from './contract.state';
import { covers, notAhead, professionalOn, withinTerm } from './contract.term';

/** Minutes of two full days: on one date one person's hours count as one day, once (readings 9, 21, 25). */
export const TWO_FULL_DAYS = 2 * 420;

/** What makes a record of advice one: there is one per date, area and person. */
export interface AdviceDay {
  readonly day: string;
  readonly area: string;
  readonly person: string;
  readonly minutes: number;
}

/** A record that stands, with what makes it one. */
export type StandingAdvice = AdviceEntry & AdviceDay;

/** The record of advice that stands with a revision. @throws Refused `contract-nothing-to-correct` */
export function adviceAt(state: ContractState, revision: number): StandingAdvice {
  for (const { advice } of Object.values(state.months)) {
    for (const [day, ofDay] of Object.entries(advice)) {
      for (const [key, record] of Object.entries(ofDay)) {
        if (record.revision !== revision) continue;
        const toPerson = key.indexOf(' ');
        return { ...record, day, area: key.slice(0, toPerson), person: key.slice(toPerson + 1) };
      }
    }
  }
  throw refuse('contract-nothing-to-correct', { field: 'corrects', values: { corrects: revision } });
}

const adviceOn = (state: ContractState, day: string): DayOfAdvice => monthIn(state, day).advice[day] ?? {};

/** Minutes of a person on a date over all areas, one record left aside. */
export function minutesOn(state: ContractState, { day, person }: AdviceDay, aside?: number): number {
  return Object.entries(adviceOn(state, day))
    .filter(([key, { revision }]) => revision !== aside && key.endsWith(` ${person}`))
    .reduce((sum, [, { minutes }]) => sum + minutes, 0);
}

/**
 * The minutes of the person on the date with this advice.
 * @throws Refused `contract-area-unknown`, `contract-day-in-future`, `contract-day-outside-term`, `advice-by-unnamed-professional`,
 * `advice-day-already-recorded`, `advice-day-counted-twice`
 */
export function dateMinutesWith(state: ContractState, terms: ContractTerms, advice: AdviceDay, now: string, aside?: number): number {
  const { day, area, person, minutes } = advice;
  covers(terms, area, day);
  notAhead(day, now, 'day');
  withinTerm(terms, day, 'day');
  if (professionalOn(state, day)?.subject !== person) throw refuse('advice-by-unnamed-professional', { field: 'person', values: { day } });
  const recorded = adviceOn(state, day)[adviceKey(area, person)];
  if (recorded && recorded.revision !== aside) throw refuse('advice-day-already-recorded', { field: 'day', values: { day, area } });
  const dateMinutes = minutesOn(state, advice, aside) + minutes;
  if (dateMinutes >= TWO_FULL_DAYS) throw refuse('advice-day-counted-twice', { field: 'minutes', values: { day, dateMinutes } });
  return dateMinutes;
}
