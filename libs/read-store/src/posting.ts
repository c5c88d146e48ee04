import { sql, type RawBuilder } from 'kysely';
import { termTable, type Build } from './builds';
import type { Cell, Connection, Database } from './database/database';
import { UNSORTED, WORDS, type Term } from './layout';
import type { Filter, Query } from './query';
import { wordsIn } from './words';
import { wordsBeginning } from './words-beginning';

/** Terms whose rows are read one beside the other, each in the order that is asked. */
const MOST_TERMS = 50;

/** A question whose rows are read along the terms that one of its parts asks for, and what else it asks. */
export interface Posting<Row> {
  readonly terms: readonly Term[];
  readonly others: Filter<Row>;
}

/** Where a page is read along terms. */
export interface PageOfPostings {
  readonly terms: readonly Term[];
  /** Whether a row is what else is asked for; absent: every row is. */
  readonly asked: RawBuilder<unknown> | undefined;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
  /** Value and key at which the page before ended. */
  readonly after: readonly Cell[] | undefined;
}

/**
 * The rows of a term stand in the order of one column. Where that order is asked for, and one part of the question is nothing but terms,
 * a page is read from where they stand, however many they are. `undefined`: it has to be found otherwise.
 */
export async function postingOf<Row>(
  db: Database,
  build: Build,
  query: Query<Row>,
  connection: Connection,
): Promise<Posting<Row> | undefined> {
  const { termsBy } = build.layout;
  if (termsBy === undefined || query.orderBy !== termsBy) return undefined;
  const parts = partsOf(query);
  for (const [place, part] of parts.entries()) {
    const terms = await termsAskedIn(db, build, part, connection);
    if (terms && terms.length <= MOST_TERMS) return { terms, others: { all: parts.filter((_other, at) => at !== place) } };
  }
  return undefined;
}

/** Each thing that must hold, for itself. */
function partsOf<Row>({ keys, where = {}, words = [], all = [], any, except }: Filter<Row>): Filter<Row>[] {
  return [
    ...(keys ? [{ keys }] : []),
    ...Object.entries(where).map(([name, asked]) => ({ where: { [name]: asked } }) as Filter<Row>),
    ...words.map((word) => ({ words: [word] })),
    ...all.flatMap(partsOf),
    ...(any ? [{ any }] : []),
    ...(except ? [{ except }] : []),
  ];
}

/** What a part asks for where it is one of some texts of a list, or a word or one of such texts; no term is asked for twice. */
async function termsAskedIn<Row>(db: Database, build: Build, part: Filter<Row>, connection: Connection): Promise<Term[] | undefined> {
  const [word, ...more] = part.words ?? [];
  if (word && more.length === 0) {
    const begun = build.layout.words === undefined ? [] : wordsIn(word.begins);
    const instead = word.or ? listedIn(build, word.or) : [];
    if (begun.length !== 1 || !instead) return undefined;
    const table = db.table(termTable(build));
    const { rows } = await wordsBeginning(table, begun[0]!, MOST_TERMS + 1).execute(connection);
    return [...rows.map(({ term }) => ({ field: WORDS, term })), ...instead];
  }
  return listedIn(build, part);
}

function listedIn<Row>({ layout }: Build, { where, ...others }: Filter<Row>): Term[] | undefined {
  if (Object.values(others).some((other) => other !== undefined)) return undefined;
  const [one, ...more] = Object.entries(where ?? {}) as [string, { in?: readonly unknown[] } | null][];
  if (!one || more.length > 0) return undefined;
  const [field, asked] = one;
  const { in: texts, ...bounds } = asked ?? {};
  const isListed = layout.lists?.includes(field) && Array.isArray(texts) && texts.every((text) => typeof text === 'string');
  if (!isListed || Object.keys(bounds).length > 0) return undefined;
  return [...new Set(texts)].map((term) => ({ field, term }));
}

/** Keys of the rows of a page and of one more. */
export function keysPosted(db: Database, build: Build, { terms, asked, direction, limit, after }: PageOfPostings): RawBuilder<unknown> {
  const way = sql.raw(direction === 'asc' ? 'ASC' : 'DESC');
  const further = sql.raw(direction === 'asc' ? '>' : '<');
  const beyond = after ? sql` AND (sorted, key) ${further} (${after[0] ?? UNSORTED}, ${after[1]})` : sql``;
  const met = asked ? sql` AND ${asked}` : sql``;
  const first = sql`ORDER BY sorted ${way}, key ${way} LIMIT ${limit + 1}`;
  const along = ({ field, term }: Term): RawBuilder<unknown> => sql`SELECT sorted, key FROM ${db.table(termTable(build))} t
    WHERE field = ${field} AND term = ${term}${beyond}${met} ${first}`;
  const [only, ...more] = terms;
  if (!only) return sql`SELECT NULL WHERE 1 = 0`;
  if (more.length === 0) return sql`SELECT key FROM (${along(only)}) page`;
  const each = terms.map((term) => sql`SELECT sorted, key FROM (${along(term)}) p`);
  return sql`SELECT key FROM (SELECT DISTINCT sorted, key FROM (${sql.join(each, sql` UNION ALL `)}) pages ${first}) page`;
}
