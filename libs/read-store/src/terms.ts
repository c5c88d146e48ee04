import { sql } from 'kysely';
import { termTable, type Build } from './builds';
import type { Cell, Database, Work } from './database/database';
import { sameTerms, termColumns, termsOf, UNSORTED, type Layout } from './layout';

/** Rows of a statement: each has up to four values, and a statement takes a few thousand. */
const AT_ONCE = 500;

/** Which terms are new, and which are no longer there, when rows are written. */
export class TermChanges {
  readonly added: Cell[][] = [];
  readonly removed: Cell[][] = [];

  constructor(private readonly layout: Layout) {}

  /** A row takes the place of another under its key; `undefined`: there is none. */
  between(before: object | undefined, after: object | undefined, key: string): void {
    if (sameTerms(this.layout, before, after)) return;
    const old = this.cells(before, key);
    const now = this.cells(after, key);
    for (const [term, cells] of now) if (!old.has(term)) this.added.push(cells);
    for (const [term, cells] of old) if (!now.has(term)) this.removed.push(cells);
  }

  private cells(row: object | undefined, key: string): Map<string, Cell[]> {
    if (!row) return new Map();
    const { termsBy } = this.layout;
    const sorted = termsBy === undefined ? [] : [((row as Record<string, unknown>)[termsBy] as string | undefined) ?? UNSORTED];
    return new Map(termsOf(this.layout, row).map(({ field, term }) => [[field, ...sorted, term].join(' '), [field, term, ...sorted, key]]));
  }
}

export async function writeTerms(db: Database, trx: Work, build: Build, { added, removed }: TermChanges): Promise<void> {
  const names = termColumns(build.layout);
  for (let first = 0; first < removed.length; first += AT_ONCE) {
    const rows = removed.slice(first, first + AT_ONCE).map((cells) => sql`(${sql.join(cells)})`);
    await sql`DELETE FROM ${db.table(termTable(build))} WHERE (${sql.join(names.map((name) => sql.id(name)))})
      IN (VALUES ${sql.join(rows)})`.execute(trx);
  }
  if (added.length === 0) return;
  const columns = names.map((name) => ({ name, type: 'text' as const }));
  await db.upsert(trx, { table: termTable(build), columns, key: names, replace: [] }, added);
}
