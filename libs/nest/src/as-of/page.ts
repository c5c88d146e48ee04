import { comparePositions, type Position } from '@app/event-store';
import { cursorFor, QueryRefused, valuesOf, type Listed } from '@app/read-store';

export interface PageAsked {
  /** What is asked, in words that are the same each time: a cursor fits no other question. */
  readonly question: readonly unknown[];
  /** 1 to 1,000. */
  readonly limit: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** Entries in the order of a text of theirs, then of their places in the log, a page at a time. @throws QueryRefused, CursorRefused */
export function pageOf<Row extends object>(
  entries: readonly Listed<Row>[],
  by: keyof Row & string,
  { question, limit, cursor }: PageAsked,
): { readonly rows: readonly Listed<Row>[]; readonly nextCursor?: string } {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > 1_000) throw new QueryRefused('limit', 'A page has 1 to 1,000 rows');
  const placeOf = ({ row, key }: Listed<Row>): Place => [String(row[by]), key as Position];
  const sorted = entries.map((entry) => ({ entry, place: placeOf(entry) })).sort((one, other) => compare(one.place, other.place));
  const after = cursor === undefined ? undefined : (valuesOf(question, cursor, ['text', 'text']) as unknown as Place);
  const first = after === undefined ? 0 : sorted.findIndex(({ place }) => compare(place, after) > 0);
  const rows = first === -1 ? [] : sorted.slice(first, first + limit).map(({ entry }) => entry);
  const more = first !== -1 && sorted.length > first + limit;
  return { rows, ...(more && { nextCursor: cursorFor(question, placeOf(rows.at(-1)!)) }) };
}

type Place = readonly [string, Position];

const compare = ([a, at]: Place, [b, other]: Place): number => (a === b ? comparePositions(at, other) : a < b ? -1 : 1);
