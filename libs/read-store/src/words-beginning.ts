import { sql, type RawBuilder } from 'kysely';
import { WORDS } from './layout';

/** After every word: no letter and no digit is as high. */
export const LAST = '\u{10FFFF}';

/** Words that begin so, one after another along the index and not row by row. */
export const wordsBeginning = (table: RawBuilder<unknown>, word: string, limit: number): RawBuilder<{ term: string }> =>
  sql`WITH RECURSIVE found(term) AS (
    SELECT MIN(term) FROM ${table} WHERE field = ${WORDS} AND term >= ${word}
    UNION ALL SELECT (SELECT MIN(term) FROM ${table} WHERE field = ${WORDS} AND term > found.term) FROM found WHERE found.term < ${word + LAST})
    SELECT term FROM found WHERE term < ${word + LAST} LIMIT ${limit}`;
