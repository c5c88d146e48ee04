import type { Source } from '@app/event-sourcing';

/** The part of a key up to its `count`-th `~`: no single id holds one. */
const front = (key: string, count: number): string => key.split('~', count).join('~');

/** A row that one stream alone makes: `{category}-{key}`, or `{category}-{…}` of the first parts of its key. */
export const ofStream =
  (category: string, parts = Infinity) =>
  (key: string): readonly Source[] => [{ stream: `${category}-${parts === Infinity ? key : front(key, parts)}` }];

/** Whatever stands in the history of a stream, or what of it is of these categories. */
export const ofHistory =
  (category: string, ...categories: readonly string[]) =>
  (id: string): readonly Source[] => [historyOf(`${category}-${id}`, categories)];

/** The same of the local area with which a key begins. */
export const ofArea =
  (...categories: readonly string[]) =>
  (key: string): readonly Source[] => [historyOf(`localArea-${front(key, 1)}`, categories)];

/** The same of a stream by its whole name. */
export const ofSubject =
  (...categories: readonly string[]) =>
  (subject: string): readonly Source[] => [historyOf(subject, categories)];

const historyOf = (subject: string, categories: readonly string[]): Source => ({
  historyOf: subject,
  ...(categories.length > 0 && { categories }),
});
