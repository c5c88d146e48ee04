/** Things by their ids, as state holds them. */
export type Entries<T> = Readonly<Record<string, T>>;

/** The entry under an id that comes from outside: own entries alone, so that `constructor` is no id by accident. */
export const entryOf = <T>(entries: Entries<T>, id: string): T | undefined => (Object.hasOwn(entries, id) ? entries[id] : undefined);

/** The entries with one added or replaced. */
export const withEntry = <T>(entries: Entries<T>, id: string, entry: T): Entries<T> => ({ ...entries, [id]: entry });

/** The entries with what is known under an id changed; the same where nothing is. */
export const changedEntry = <T extends object>(entries: Entries<T>, id: string, change: Partial<T>): Entries<T> => {
  const known = entryOf(entries, id);
  return known === undefined ? entries : withEntry(entries, id, { ...known, ...change });
};

/** The entries without one. */
export const withoutEntry = <T>(entries: Entries<T>, id: string): Entries<T> => {
  const { [id]: _gone, ...rest } = entries;
  return rest;
};
