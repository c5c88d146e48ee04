import type { DomainEvent, EventMeta } from '@app/event-sourcing';
import type { LocalAreaJourney } from './local-area-journey.view';

/** A line per event of interest on a row that there is. */
export type JourneyLines<E extends DomainEvent> = {
  readonly [T in E['type']]?: (
    row: LocalAreaJourney,
    data: Extract<E, { type: T }>['data'],
    meta: EventMeta,
    area: string,
  ) => LocalAreaJourney;
};

/** The same without what is not there, so that a row is exactly what JSON holds. */
export const present = <T extends object>(item: T): T =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as T;

type Key<T> = (item: T) => string;

/** By what `key` says, the earliest first; what came later stands behind where that is the same. */
export const inOrder = <T>(items: readonly T[], key: Key<T>): T[] =>
  [...items].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));

/** Something that a record on a stream says. */
interface Recorded {
  readonly record: number;
}

export const withoutRecord = <T extends Recorded>(items: readonly T[], record: number): T[] =>
  items.filter((item) => item.record !== record);

/** With the one that stands in for a record, in its order. */
export const standingIn = <T extends Recorded>(items: readonly T[], corrects: number, item: T, key: Key<T>): T[] =>
  inOrder([...withoutRecord(items, corrects), item], key);

/** With one added, or put in place of the one that is the same thing. */
export const put = <T>(items: readonly T[], isIt: (item: T) => boolean, item: T, key: Key<T>): T[] =>
  inOrder([...items.filter((one) => !isIt(one)), item], key);

export const changed = <T>(items: readonly T[], isIt: (item: T) => boolean, change: (item: T) => T): T[] =>
  items.map((item) => (isIt(item) ? change(item) : item));

/** What is open, and the latest of what was settled: enough to bring back what is reopened, and bounded. */
interface Register<T> {
  open: T[];
  settled: T[];
}

/** How many settled ones are kept. */
const KEPT = 20;

export const opened = <T>({ open, settled }: Register<T>, isIt: (item: T) => boolean, item: T, key: Key<T>): Register<T> => ({
  open: put(open, isIt, item, key),
  settled: settled.filter((one) => !isIt(one)),
});

export const changedIn = <T>({ open, settled }: Register<T>, isIt: (item: T) => boolean, change: (item: T) => T): Register<T> => ({
  open: changed(open, isIt, change),
  settled: changed(settled, isIt, change),
});

export function settledIn<T>({ open, settled }: Register<T>, isIt: (item: T) => boolean, change: (item: T) => T): Register<T> {
  const one = open.find(isIt) ?? settled.find(isIt);
  if (one === undefined) return { open, settled };
  return { open: open.filter((item) => !isIt(item)), settled: [...settled.filter((item) => !isIt(item)), change(one)].slice(-KEPT) };
}

export function reopenedIn<T>(register: Register<T>, isIt: (item: T) => boolean, change: (item: T) => T, key: Key<T>): Register<T> {
  const one = register.open.find(isIt) ?? register.settled.find(isIt);
  return one === undefined ? register : opened(register, isIt, change(one), key);
}
