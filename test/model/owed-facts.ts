import { addDays, addWorkingDays, lastInstantOf, londonDay, type Day } from '@app/calendar';
import type { Manager } from './oracle-people';
import type { Entry } from './world';

/** Something on record, and since when. */
export interface Fact {
  readonly at: string;
  /** Day on which it was so. */
  readonly on: Day;
  readonly event: string;
}

/** One duty, as the rules have it from everything that people have recorded. */
export interface Owed {
  readonly id: string;
  readonly from: Day;
  readonly due: Day;
  readonly met?: Fact;
  /** It was met because its cause has gone: nothing came late. */
  readonly gone?: boolean;
  /** What it served has ended. */
  readonly ended?: Fact;
  readonly level: 1 | 2 | 3;
  /** A second lapse in a row within it starts a level higher. */
  readonly series?: string;
  /** Who answers for it, where that is not whoever answers for the thing that it is owed for. */
  readonly to?: Manager;
}

export type Data = any;
export const fact = ({ meta }: Entry): Fact => ({ at: meta.recordedAt, on: meta.effectiveOn, event: `${meta.stream}@${meta.revision}` });
export const first = (...facts: (Fact | undefined)[]): Fact | undefined =>
  facts.filter((one) => one !== undefined).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
const counted = new Map<string, Day>();
export function workingDays(day: Day, count: number): Day {
  const known = counted.get(`${day}+${count}`) ?? addWorkingDays(day, count).day;
  counted.set(`${day}+${count}`, known);
  return known;
}
export const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
export const later = (one: Day, other: Day): Day => (one > other ? one : other);
export const id = (definition: string, what: string, period: string): string => `${definition}~${what}~${period}`.replaceAll('-', '_');

/** Since when the record has said, without a break, that the last day lies before a day. */
export const overBefore = (day: Day, ends: readonly { end: Day; by: Fact }[]): Fact | undefined => {
  let since: Fact | undefined;
  for (const { end, by } of ends) since = end < day ? (since ?? by) : undefined;
  return since;
};

/** A report that came in time and was returned has some working days from its return; it is met by the last one, unless that was returned. */
export function reported(due: Day, entries: readonly Entry[], resubmission: number): { due: Day; met?: Fact } {
  let submitted: Fact | undefined;
  let inTime = true;
  for (const entry of entries) {
    if (entry.event.type.endsWith('Submitted')) {
      submitted = fact(entry);
      inTime &&= submitted.at <= lastInstantOf(due);
    } else {
      submitted = undefined;
      if (inTime) due = later(due, workingDays(londonDay(entry.meta.recordedAt), resubmission));
    }
  }
  return { due, met: submitted };
}

/** From one occurrence to the next, in the order in which they were recorded. */
export function stretches(base: Day, occurrences: readonly { day: Day; by: Fact }[]): { from: Day; met?: Fact }[] {
  const found: { from: Day; met?: Fact }[] = [{ from: base }];
  for (const { day, by } of occurrences) {
    if (day <= found.at(-1)!.from) continue;
    found.at(-1)!.met = { ...by, on: day };
    found.push({ from: day });
  }
  return found;
}

const SETS_AN_END =
  /^(OrderAccepted|Contract(Extended|EndedEarly|Completed)|Extension(Corrected|RecordWithdrawn)|BreakAnswer(ed|Withdrawn)|EarlyEndWithdrawn)$/;

/** C1, C4 to C6: the binding acceptance, and every end that was ever set. */
export function termOf(own: readonly Entry[]): { binding: Data; ends: { end: Day; by: Fact }[]; end: Day } | undefined {
  const binding = own.find(({ event }) => event.type === 'OrderAccepted' && (event.data as Data).binding);
  if (!binding) return undefined;
  const ends = own
    .filter(({ event, meta }) => SETS_AN_END.test(event.type) && meta.revision >= binding.meta.revision)
    .map((entry) => ({
      end: ((data: Data) => data.endsOn ?? data.completion ?? data.completesOn)(entry.event.data) as Day,
      by: fact(entry),
    }));
  return { binding: binding.event.data, ends, end: ends.at(-1)!.end };
}

/** From when to when an area is in a contract; a day is absent where it is in it from the order or to the end. */
export interface Stay {
  readonly entered?: Day;
  readonly left?: Day;
}

/** Reading 26: a successor is in the contract from the day of the passing, whom it succeeds until the day before. */
export function stayOf(own: readonly Entry[], area: string): Stay | undefined {
  const passings = new Map<number, Data>();
  for (const { event, meta } of own) {
    if (event.type === 'AreaPassedToSuccessors') passings.set(meta.revision, event.data);
    if (event.type === 'AreaPassingWithdrawn') passings.delete((event.data as Data).corrects);
  }
  const ordered: boolean = termOf(own)!.binding.areas.includes(area);
  const entered = [...passings.values()].filter(({ successors }) => successors.includes(area)).map(({ from }): Day => from);
  if (!ordered && entered.length === 0) return undefined;
  return {
    entered: ordered ? undefined : entered.sort()[0],
    left: [...passings.values()].find(({ predecessor }) => predecessor === area)?.from,
  };
}

/** Every last day that the record has ever given to an area in a contract. */
export function endsFor(own: readonly Entry[], area: string): { end: Day; by: Fact }[] {
  if (!own.some(({ event }) => event.type === 'AreaPassedToSuccessors')) return termOf(own)!.ends;
  return own.flatMap((entry, index) => {
    const so = own.slice(0, index + 1);
    const term = termOf(so);
    const left = term && stayOf(so, area)?.left;
    return term ? [{ end: left === undefined ? term.end : earlier(term.end, addDays(left, -1)), by: fact(entry) }] : [];
  });
}
