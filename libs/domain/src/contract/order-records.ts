import { entryOf } from '../entries';
import { refuse } from './contract.refusals';
import type { ContractState, ContractTerms } from './contract.state';
import { endWithoutEarlyEnd } from './contract.term';
import { monthOf } from './reporting-period';

const advisedDays = (months: ContractState['months']): string[] =>
  Object.values(months).flatMap(({ advice }) =>
    Object.entries(advice).flatMap(([day, ofDay]) => (Object.keys(ofDay).length > 0 ? [day] : [])),
  );

/** Days of the term on which something is recorded (C2, C8, C14, C19). */
const daysInTerm = (state: ContractState): string[] => [
  ...state.professionals.map(({ from }) => from),
  ...advisedDays(state.months),
  ...Object.keys(state.liaisons).map((key) => key.slice(-10)),
  ...Object.values(state.visits).map(({ from }) => from),
  ...(state.callOff ? [state.callOff.from] : []),
  ...(state.terms?.passings ?? []).map(({ from }) => from),
];

/** Work for an area on a day that is recorded and can be taken back: advice, liaison, diagnostics (C2, C14, C18). */
export const workOnRecord = ({ months, liaisons, diagnostics }: ContractState): { area: string; day: string }[] => [
  ...Object.values(months).flatMap(({ advice }) =>
    Object.entries(advice).flatMap(([day, ofDay]) => Object.keys(ofDay).map((key) => ({ area: key.slice(0, key.indexOf(' ')), day }))),
  ),
  ...Object.keys(liaisons).map((key) => ({ area: key.slice(0, key.indexOf('~')), day: key.slice(-10) })),
  ...Object.values(diagnostics).map(({ area, madeOn }) => ({ area, day: madeOn })),
];

/** Days since the order on which something is recorded. */
const daysSinceOrder = (state: ContractState): string[] => [
  ...Object.values(state.acceptances).map(({ acceptedOn }) => acceptedOn),
  ...Object.values(state.requests).map(({ requestedOn }) => requestedOn),
  ...Object.values(state.meetings).map(({ on }) => on),
  ...Object.values(state.issues).map(({ raisedOn }) => raisedOn),
  ...(state.quality ? [state.quality.discussedOn] : []),
  ...(state.extension.notice ? [state.extension.notice.givenOn] : []),
  ...(state.extension.offer ? [state.extension.offer.offeredOn] : []),
];

/** Months, by a day of each, for which a report, a narrative or an invoice is recorded (C9). */
const monthsOnRecord = (state: ContractState): string[] => [
  ...Object.keys(state.reports).map((key) => key.slice(-10)),
  ...Object.entries(state.months).flatMap(([month, { narrative, invoice }]) => (narrative || invoice ? [`${month}-28`] : [])),
];

/** Days of the term on which something is recorded that can be taken back: advice, liaison, passings of areas, invoices by their month. */
const removableDays = ({ months, liaisons, terms }: ContractState): string[] => [
  ...advisedDays(months),
  ...Object.keys(liaisons).map((key) => key.slice(-10)),
  ...(terms?.passings ?? []).map(({ from }) => from),
  ...Object.entries(months).flatMap(([month, { invoice }]) => (terms && invoice ? [monthOf(terms, `${month}-28`).from] : [])),
];

/** An earlier end leaves no work behind it. @throws Refused `contract-end-worked-past` */
export function workedUntil(state: ContractState, endsOn: string): void {
  const day = removableDays(state).find((one) => one > endsOn && one <= state.terms!.endsOn);
  if (day !== undefined) throw refuse('contract-end-worked-past', { field: 'corrects', values: { day, endsOn } });
}

/** Whether something recorded is, or may be, about a local area. */
function isOnRecord(state: ContractState, area: string): boolean {
  const { terms, months, liaisons, visits, rhythms, recommendations, meetings, reports, diagnostics, requests, issues } = state;
  const advised = Object.values(months).flatMap(({ advice }) => Object.values(advice).flatMap((ofDay) => Object.keys(ofDay)));
  return (
    terms?.passings.some(({ predecessor }) => predecessor === area) ||
    advised.some((key) => key.startsWith(`${area} `)) ||
    Object.keys(liaisons).some((key) => key.startsWith(`${area}~`)) ||
    Object.keys(recommendations).some((key) => key.endsWith(` ${area}`)) ||
    Object.values(meetings).some((meeting) => meeting.area === area) ||
    entryOf(visits, area) !== undefined ||
    entryOf(rhythms, area) !== undefined ||
    [reports, diagnostics, requests, issues].some((records) => Object.keys(records).length > 0)
  );
}

/**
 * What is recorded under an order stays within it when the order is corrected (C1).
 * @throws Refused `order-extended`, `order-break-answered`, `early-end-not-early`, `order-leaves-day`, `order-leaves-month`, `order-leaves-area`
 */
export function checkKept(state: ContractState, before: ContractTerms, corrected: ContractTerms): void {
  const { orderedOn, commencesOn, completesOn, breakOn, endsOn, earlyEndOn, areas } = corrected;
  if (before.extensionMonths > 0 && completesOn !== before.completesOn) {
    throw refuse('order-extended', { field: 'completesOn', values: { completesOn: before.completesOn } });
  }
  if (before.breakAnswers.length > 0 && breakOn !== before.breakOn) throw refuse('order-break-answered', { field: 'breakOn' });
  const agreed = endWithoutEarlyEnd(corrected);
  if (earlyEndOn !== undefined && earlyEndOn >= agreed)
    throw refuse('early-end-not-early', { field: 'completesOn', values: { endsOn: agreed } });
  const outside =
    daysSinceOrder(state).find((day) => day < orderedOn) ??
    daysInTerm(state).find((day) => day < commencesOn || (day > endsOn && day <= before.endsOn));
  if (outside !== undefined) throw refuse('order-leaves-day', { values: { day: outside, orderedOn, from: commencesOn, to: endsOn } });
  const moved = monthsOnRecord(state)
    .map((day) => monthOf(before, day).from)
    .find((from) => monthOf(corrected, from).from !== from || from > endsOn);
  if (moved !== undefined) throw refuse('order-leaves-month', { values: { month: moved } });
  const dropped = before.areas.find((area) => !areas.includes(area) && isOnRecord(state, area));
  if (dropped !== undefined) throw refuse('order-leaves-area', { field: 'areas', values: { area: dropped } });
}
