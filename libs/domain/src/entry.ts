/** The entry under an id that came from outside: never something that every object has, like `constructor`. */
export const entry = <T>(entries: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(entries, id) ? entries[id] : undefined;
