import { sql } from 'kysely';
import { columnName, linkTable, positionText, rowTable, type Build } from './builds';
import { writeChanges } from './changes';
import type { Cell, CellType, Database, Upsert, Work } from './database/database';
import type { Folded, Held, Routed } from './folding';
import { cellsOf, type Layout } from './layout';
import { TermChanges, writeTerms } from './terms';

/** Rows as they stand under these keys. */
export async function loadRows(db: Database, trx: Work, build: Build, keys: readonly string[]): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  if (build.layout.kind === 'entry' || keys.length === 0) return held;
  const { rows } = await sql<{ key: string; body: string }>`SELECT key, body FROM ${db.table(rowTable(build))}
    WHERE ${db.among('key', keys)}`.execute(trx);
  for (const { key, body } of rows) {
    const row = JSON.parse(body) as object;
    held.set(key, { row, stored: row, touched: undefined });
  }
  return held;
}

/** Which instances the events of these streams concern besides those that they name. */
export async function loadLinks(db: Database, trx: Work, build: Build, streams: readonly string[]): Promise<Map<string, Set<string>>> {
  const links = new Map<string, Set<string>>();
  if (streams.length === 0) return links;
  const { rows } = await sql<{ stream: string; key: string }>`SELECT stream, key FROM ${db.table(linkTable(build))}
    WHERE ${db.among('stream', streams)}`.execute(trx);
  for (const { stream, key } of rows) links.set(stream, (links.get(stream) ?? new Set()).add(key));
  return links;
}

const LINKS: Omit<Upsert, 'table'> = { columns: textColumns('stream', 'key'), key: ['stream', 'key'], replace: [] };

export async function writeLinks(db: Database, trx: Work, build: Build, links: Routed['links']): Promise<void> {
  const rows = links.map(({ stream, key }) => [stream, key]);
  await db.upsert(trx, { ...LINKS, table: linkTable(build) }, rows);
}

/** Writes what was folded. @returns how many rows there are more (or fewer) than before */
export async function writeRows(
  db: Database,
  trx: Work,
  build: Build,
  held: ReadonlyMap<string, Held>,
  { entries }: Pick<Folded, 'entries'>,
): Promise<number> {
  const { layout } = build;
  if (layout.kind === 'entry') {
    const rows = entries.map(({ position, row }) => [position, JSON.stringify(row), ...cellsOf(layout, row)]);
    await db.upsert(trx, rowUpsert(build), rows);
    const terms = new TermChanges(layout);
    for (const { position, row } of entries) terms.between(undefined, row, position);
    await writeTerms(db, trx, build, terms);
    return rows.length;
  }
  const terms = new TermChanges(layout);
  const written: Cell[][] = [];
  const removed: string[] = [];
  let more = 0;
  for (const [key, { row, stored, touched }] of held) {
    if (touched === undefined || (layout.kind === 'one' && row === stored)) continue;
    terms.between(stored, row, key);
    if (row) {
      const own = layout.kind === 'instance' ? [positionText(touched), '', '{}'] : [];
      written.push([key, JSON.stringify(row), ...own, ...cellsOf(layout, row)]);
      if (!stored) more += 1;
    } else if (stored) {
      removed.push(key);
      more -= 1;
    }
  }
  await db.upsert(trx, rowUpsert(build), written);
  if (layout.feed) await writeChanges(db, trx, build, held);
  if (removed.length > 0) await sql`DELETE FROM ${db.table(rowTable(build))} WHERE ${db.among('key', removed)}`.execute(trx);
  await writeTerms(db, trx, build, terms);
  return more;
}

/** An instance's attention is due at once after every event, in the transaction that folds it: what is to be asked is never forgotten. */
const OWN: Readonly<Record<Layout['kind'], { columns: readonly string[]; replace: readonly string[] }>> = {
  one: { columns: ['key', 'body'], replace: ['body'] },
  entry: { columns: ['key', 'body'], replace: ['body'] },
  instance: { columns: ['key', 'body', 'touched', 'attention', 'answered'], replace: ['body', 'touched', 'attention'] },
};

function rowUpsert(build: Build): Upsert {
  const { layout } = build;
  const filters = layout.columns.map(({ name, type }) => ({ name: columnName(name), type }));
  const { columns, replace } = OWN[layout.kind];
  return {
    table: rowTable(build),
    columns: [...textColumns(...columns), ...filters],
    key: ['key'],
    replace: [...replace, ...filters.map(({ name }) => name)],
  };
}

function textColumns(...names: string[]): { name: string; type: CellType }[] {
  return names.map((name) => ({ name, type: 'text' }));
}
