/** The same without what is not there, so that a row is exactly what JSON holds. */
export const present = <T extends object>(item: T): T =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as T;

/** By what `key` says, the earliest first; what came later stands behind where that is the same. */
export const inOrder = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));

/** Something that a record on a stream says: `record` is its revision, or that of its latest correction. */
interface Recorded {
  readonly record: number;
}

export const withoutRecord = <T extends Recorded>(items: readonly T[], record: number): T[] =>
  items.filter((item) => item.record !== record);

/** With the one that stands in for a record, in its order. */
export const standingIn = <T extends Recorded>(items: readonly T[], corrects: number, item: T, key: (item: T) => string): T[] =>
  inOrder([...withoutRecord(items, corrects), item], key);

/** With one added, or put in place of the one that is the same thing. */
export const put = <T>(items: readonly T[], isIt: (item: T) => boolean, item: T, key: (item: T) => string): T[] =>
  inOrder([...items.filter((one) => !isIt(one)), item], key);

/** With what one thing is changed; the same where it is not there. */
export const changed = <T>(items: readonly T[], isIt: (item: T) => boolean, change: (item: T) => T): T[] =>
  items.map((item) => (isIt(item) ? change(item) : item));
