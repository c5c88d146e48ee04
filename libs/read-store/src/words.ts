/** Characters of a word that count. */
const LONGEST = 60;

/** The words of a text as they are searched: without case and accents, the same on every database. */
export const wordsIn = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => (word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word));
