import type { ContractMonth, ContractState } from './contract.state';
import type { LiaisonProgramme } from './contract.vocabulary';

/** `2023-10` of a day. */
export const monthKey = (day: string): string => day.slice(0, 7);

const emptyMonth: ContractMonth = { advice: {} };

/** What the state holds of a day's month. */
export const monthIn = (state: ContractState, day: string): ContractMonth => state.months[monthKey(day)] ?? emptyMonth;

/** The state with a day's month as `change` answers. */
export function withMonth(state: ContractState, day: string, change: (month: ContractMonth) => ContractMonth): ContractState {
  return { ...state, months: { ...state.months, [monthKey(day)]: change(monthIn(state, day)) } };
}

/** A report by its period and, where reporting is increased, its area. */
export const reportKey = (period: string, area?: string): string => (area === undefined ? period : `${area}~${period}`);

/** A record of advice among those of its day; no id holds a space. */
export const adviceKey = (area: string, person: string): string => `${area} ${person}`;

/** A liaison by what makes it one: the area, the programme and the day. */
export const liaisonKey = (area: string, programme: LiaisonProgramme, day: string): string => `${area}~${programme}~${day}`;

/** The liaison that stands with a revision. */
export function liaisonAt(state: ContractState, revision: number): { area: string; programme: LiaisonProgramme; day: string } | undefined {
  const key = Object.keys(state.liaisons).find((candidate) => state.liaisons[candidate]?.revision === revision);
  if (key === undefined) return undefined;
  const toDay = key.lastIndexOf('~');
  const toProgramme = key.lastIndexOf('~', toDay - 1);
  return { area: key.slice(0, toProgramme), programme: key.slice(toProgramme + 1, toDay) as LiaisonProgramme, day: key.slice(toDay + 1) };
}
