import { addWorkingDays, lastInstantOf, londonDay, type Day } from '@app/calendar';
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
