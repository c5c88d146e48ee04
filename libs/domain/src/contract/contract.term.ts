import { addMonthsKeepingEnd, londonDay } from '@app/calendar';
import { areasOn, isIn, stayOf, type AreaStay } from './contract.areas';
import { refuse } from './contract.refusals';
import type { ContractState, ContractTerms, NamedProfessional } from './contract.state';
import type { BreakAnswer } from './contract.vocabulary';

/** Days from commencement within which the approach to quality is discussed, the first one not counted (C11). */
export const QUALITY_APPROACH_DAYS = 14;

/** The end as agreed: the original completion plus all months, a month end staying a month end (C6). */
export const agreedEnd = ({ completesOn, extensionMonths }: Pick<ContractTerms, 'completesOn' | 'extensionMonths'>): string =>
  addMonthsKeepingEnd(completesOn, extensionMonths);

/** The last day for a notice of extension: the end less one month (C6, reading 10). */
export const noticeBy = (endsOn: string): string => addMonthsKeepingEnd(endsOn, -1);

/** The answer to the break that stands (C4). */
export const breakAnswer = ({ breakAnswers }: Pick<ContractTerms, 'breakAnswers'>): BreakAnswer | undefined => breakAnswers.at(-1)?.answer;

/** The end as agreed and as the break was answered, an early end left aside (C4, C5). */
export const endWithoutEarlyEnd = (terms: ContractTerms): string =>
  breakAnswer(terms) === 'terminate' && terms.breakOn !== undefined ? terms.breakOn : agreedEnd(terms);

/** Whether the Department decided to end the contract before its agreed end (C4, C5). */
export const endsByDecision = (terms: ContractTerms): boolean => breakAnswer(terms) === 'terminate' || terms.earlyEndOn !== undefined;

/** The terms with their end as it follows anew; an early end that would not be early is none any more (C5). */
function endingAnew({ earlyEndOn, ...terms }: ContractTerms): ContractTerms {
  const otherwise = endWithoutEarlyEnd(terms);
  const isEarly = earlyEndOn !== undefined && earlyEndOn < otherwise;
  const endsOn = isEarly ? earlyEndOn : otherwise;
  return { ...terms, ...(isEarly && { earlyEndOn }), endsOn, completed: terms.completed && endsOn === terms.endsOn };
}

/** The terms without an answer to the break, as the one before it has them (C4). */
export const withoutBreakAnswer = ({ breakAnswers, ...terms }: ContractTerms, revision: number): ContractTerms =>
  endingAnew({ ...terms, breakAnswers: breakAnswers.filter((one) => one.revision !== revision) });

/** The contract without its latest extension: its end, the notice and the offer upon which it was agreed, and the days called off, as before (C6, C7). */
export function withoutLatestExtension({ callOff, ...state }: ContractState): ContractState {
  const { terms, extension } = state;
  if (!terms || !extension.latest) return { ...state, ...(callOff && { callOff }) };
  const { months, before, callOffBefore } = extension.latest;
  const shorter = endingAnew({ ...terms, extensionMonths: terms.extensionMonths - months });
  const calledOff = callOff && callOff.from > shorter.endsOn ? callOffBefore : callOff;
  return { ...state, terms: shorter, extension: before, ...(calledOff && { callOff: calledOff }) };
}

/** What a correction of the order alters in the terms; extensions, the answer to the break and an early end stay. */
export type OrderDays = Pick<ContractTerms, 'areas' | 'orderedOn' | 'commencesOn' | 'completesOn' | 'breakOn'>;

/** The terms as a correction of the order makes them (C1). */
export function correctedTerms(
  { breakOn: _before, ...terms }: ContractTerms,
  { areas, orderedOn, commencesOn, completesOn, breakOn }: OrderDays,
): ContractTerms {
  const corrected = { ...terms, areas, orderedOn, commencesOn, completesOn, ...(breakOn !== undefined && { breakOn }) };
  const endsOn = terms.earlyEndOn ?? endWithoutEarlyEnd(corrected);
  return { ...corrected, endsOn, completed: terms.completed && endsOn === terms.endsOn };
}

/** The terms of an order that is placed, binding or not. @throws Refused `contract-unknown` */
export function placed({ status, terms }: ContractState): ContractTerms {
  if (terms === undefined || (status !== 'placed' && status !== 'binding')) throw refuse('contract-unknown');
  return terms;
}

/** The terms of a binding contract, over or not. @throws Refused `contract-unknown`, `contract-not-binding` */
export function binding(state: ContractState): ContractTerms {
  const terms = placed(state);
  if (state.status !== 'binding') throw refuse('contract-not-binding');
  return terms;
}

/** The terms of a binding contract that has not ended. @throws Refused `contract-over` besides */
export function running(state: ContractState, now: string): ContractTerms {
  const terms = binding(state);
  if (londonDay(now) > terms.endsOn) throw refuse('contract-over', { values: { endsOn: terms.endsOn } });
  return terms;
}

/** @throws Refused `contract-day-in-future` */
export function notAhead(day: string, now: string, field: string): void {
  if (day > londonDay(now)) throw refuse('contract-day-in-future', { field, values: { day } });
}

/** What has happened since the order: neither ahead nor before it. @throws Refused `contract-day-in-future`, `contract-day-before-order` */
export function sinceOrder({ orderedOn }: ContractTerms, day: string, now: string, field: string): void {
  notAhead(day, now, field);
  if (day < orderedOn) throw refuse('contract-day-before-order', { field, values: { day, orderedOn } });
}

/** @throws Refused `contract-day-outside-term` */
export function withinTerm({ commencesOn, endsOn }: ContractTerms, day: string, field: string): void {
  if (day < commencesOn || day > endsOn) {
    throw refuse('contract-day-outside-term', { field, values: { day, from: commencesOn, to: endsOn } });
  }
}

/** When an area is in the contract. @throws Refused `contract-area-unknown` */
export function stayIn(terms: ContractTerms, area: string, field = 'area'): AreaStay {
  const stay = stayOf(terms, area);
  if (stay === undefined) throw refuse('contract-area-unknown', { field, values: { area } });
  return stay;
}

/** The area, where one is named, is in the contract on the day. @throws Refused `contract-area-unknown`, `contract-area-not-on-day` */
export function covers(terms: ContractTerms, area: string | undefined, day: string, field = 'area'): void {
  if (area === undefined) return;
  stayIn(terms, area, field);
  if (!isIn(terms, area, day)) {
    throw refuse('contract-area-not-on-day', { field, values: { area, day, areas: areasOn(terms, day).join(', ') } });
  }
}

/** The record that a correction stands in for. @throws Refused `contract-nothing-to-correct` */
export function standing<T extends { readonly revision: number }>(record: T | undefined, revision: number): T {
  if (record === undefined || record.revision !== revision) {
    throw refuse('contract-nothing-to-correct', { field: 'corrects', values: { corrects: revision } });
  }
  return record;
}

/** The professional who delivers the services on a day (C8). */
export const professionalOn = ({ professionals }: ContractState, day: string): NamedProfessional | undefined =>
  professionals.findLast(({ from }) => from <= day);

/** The present professional's subject id: the adviser whose own contract this is (P4). */
export const presentProfessional = ({ professionals }: ContractState): string | undefined => professionals.at(-1)?.subject;
