import { sql, type RawBuilder } from 'kysely';
import type { Position } from '@app/event-store/port';
import type { Database, Work } from './database/database';
import { ReadStoreUnusable } from './errors';
import { hasTerms, termColumns, type Layout } from './layout';
import type { Trouble } from './occurrence';

/**
 * `serving` is what is read and folded; `building` is filled beside it; `checking` is filled to be compared and thrown away;
 * `retired` has been replaced and waits to be dropped.
 */
export type BuildState = 'serving' | 'building' | 'checking' | 'retired';

/** One set of tables of one version of a fold. */
export interface Build {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly layout: Layout;
  readonly state: BuildState;
}

/** How far a build is. */
export interface Progress {
  readonly position: Position | undefined;
  readonly rows: number;
  /** Instances that have events waiting. */
  readonly parked: number;
  /** The event that it cannot get past. */
  readonly stopped: Trouble | undefined;
}

export type BuildWithProgress = Build & Progress;

const FORMAT = '1';

export const positionText = (position: Position | undefined): string => position ?? '';
export const positionFrom = (text: string): Position | undefined => (text === '' ? undefined : (text as Position));

export const rowTable = (build: Build): string => `${build.name.replaceAll('-', '_')}_v${build.version}_${build.id}`;
export const linkTable = (build: Build): string => `${rowTable(build)}_links`;
export const changeTable = (build: Build): string => `${rowTable(build)}_changes`;
/** Texts and words by which rows are found that have several of them. */
export const termTable = (build: Build): string => `${rowTable(build)}_terms`;
/** A filter column's name in its table, apart from the store's own. */
export const columnName = (name: string): string => `c_${name}`;

/** The store's own tables, made once. @throws ReadStoreUnusable when a newer build has made others */
export async function makeStoreTables(db: Database): Promise<void> {
  const text = db.type('text');
  const integer = db.type('integer');
  await db.transaction(async (trx) => {
    await db.lockTables(trx);
    await sql`CREATE TABLE IF NOT EXISTS ${db.table('store')} (name ${text} PRIMARY KEY, value ${text} NOT NULL)`.execute(trx);
    const format = (await kept(db, trx, 'format')) ?? FORMAT;
    if (format !== FORMAT) {
      throw new ReadStoreUnusable(`The read models are in format ${format}, this build knows ${FORMAT}: remove them, they are rebuilt`);
    }
    await keep(db, trx, 'format', FORMAT);
    await sql`CREATE TABLE IF NOT EXISTS ${db.table('builds')} (id ${integer} PRIMARY KEY, name ${text} NOT NULL, version ${integer} NOT NULL,
      layout ${text} NOT NULL, state ${text} NOT NULL, position ${text} NOT NULL, row_count ${integer} NOT NULL,
      parked ${integer} NOT NULL, stopped ${text})`.execute(trx);
    await sql`CREATE TABLE IF NOT EXISTS ${db.table('parked')} (build ${integer} NOT NULL, key ${text} NOT NULL, trouble ${text} NOT NULL,
      PRIMARY KEY (build, key))`.execute(trx);
    await sql`CREATE TABLE IF NOT EXISTS ${db.table('waiting')} (build ${integer} NOT NULL, key ${text} NOT NULL, position ${text} NOT NULL,
      PRIMARY KEY (build, key, position))`.execute(trx);
  });
}

/** A value of the store itself, e.g. `installation`. */
export async function kept(db: Database, trx: Work, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`SELECT value FROM ${db.table('store')} WHERE name = ${name}`.execute(trx);
  return rows[0]?.value;
}

/** Where it stands when a fold was last rebuilt and swapped in. */
export const rebuiltName = (fold: string): string => `rebuilt/${fold}`;

export async function keep(db: Database, trx: Work, name: string, value: string): Promise<void> {
  await sql`INSERT INTO ${db.table('store')} (name, value) VALUES (${name}, ${value})
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`.execute(trx);
}

/** Instants at which folds were last rebuilt, by their names. */
export async function readRebuilt(db: Database, connection: Database['reading']): Promise<Map<string, string>> {
  const prefix = rebuiltName('');
  const { rows } = await sql<{ name: string; value: string }>`SELECT name, value FROM ${db.table('store')}
    WHERE name LIKE ${`${prefix}%`}`.execute(connection);
  return new Map(rows.map(({ name, value }) => [name.slice(prefix.length), value]));
}

interface BuildRow {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly layout: string;
  readonly state: BuildState;
  readonly position: string;
  readonly row_count: number;
  readonly parked: number;
  readonly stopped: string | null;
}

const buildFrom = (row: BuildRow): BuildWithProgress => ({
  id: row.id,
  name: row.name,
  version: row.version,
  layout: JSON.parse(row.layout) as Layout,
  state: row.state,
  position: positionFrom(row.position),
  rows: row.row_count,
  parked: row.parked,
  stopped: row.stopped === null ? undefined : (JSON.parse(row.stopped) as Trouble),
});

/** Every build of these folds, the oldest first. */
export async function readBuilds(
  db: Database,
  connection: Work | Database['reading'],
  names: readonly string[],
): Promise<BuildWithProgress[]> {
  const { rows } = await sql<BuildRow>`SELECT id, name, version, layout, state, position, row_count, parked, stopped
    FROM ${db.table('builds')} WHERE ${db.among('name', names)} ORDER BY id`.execute(connection);
  return rows.map(buildFrom);
}

/** Makes the tables of a new build, empty, at the start of the log. Needs the tables' lock. */
export async function makeBuild(
  db: Database,
  trx: Work,
  wanted: Pick<Build, 'name' | 'version' | 'layout' | 'state'>,
): Promise<BuildWithProgress> {
  const id = Number((await kept(db, trx, 'last-build')) ?? 0) + 1;
  await keep(db, trx, 'last-build', String(id));
  const { name, version, layout, state } = wanted;
  await sql`INSERT INTO ${db.table('builds')} (id, name, version, layout, state, position, row_count, parked)
    VALUES (${id}, ${name}, ${version}, ${JSON.stringify(layout)}, ${state}, '', 0, 0)`.execute(trx);
  const build = { id, name, version, layout, state };
  await makeTables(db, trx, build);
  return { ...build, position: undefined, rows: 0, parked: 0, stopped: undefined };
}

async function makeTables(db: Database, trx: Work, build: Build): Promise<void> {
  const text = db.type('text');
  const { layout } = build;
  const own: Record<Layout['kind'], RawBuilder<unknown>> = {
    one: sql`key ${text} PRIMARY KEY, body ${text} NOT NULL`,
    entry: sql`key ${text} PRIMARY KEY, body ${text} NOT NULL`,
    instance: sql`key ${text} PRIMARY KEY, body ${text} NOT NULL, touched ${text} NOT NULL, attention ${text},
      answered ${text} NOT NULL, refused ${text}`,
  };
  const filters = layout.columns.map(({ name, type }) => sql`${sql.id(columnName(name))} ${db.type(type)}`);
  const table = db.table(rowTable(build));
  const kept = layout.kind === 'entry' ? db.inKeyOrder : sql.raw('');
  await sql`CREATE TABLE ${table} (${sql.join([...filters, own[layout.kind]])})${kept}`.execute(trx);
  await sql`CREATE TABLE ${db.table(linkTable(build))} (stream ${text} NOT NULL, key ${text} NOT NULL,
    PRIMARY KEY (stream, key))${db.inKeyOrder}`.execute(trx);
  if (hasTerms(layout)) {
    const names = termColumns(layout).map((name) => sql.id(name));
    await sql`CREATE TABLE ${db.table(termTable(build))} (${sql.join(names.map((name) => sql`${name} ${text} NOT NULL`))},
      PRIMARY KEY (${sql.join(names)}))${db.inKeyOrder}`.execute(trx);
  }
  const index = (number: number): RawBuilder<unknown> => sql.id(`${rowTable(build)}_i${number}`);
  if (layout.kind === 'instance') {
    await sql`CREATE INDEX ${index(0)} ON ${table} (attention, key) WHERE attention IS NOT NULL`.execute(trx);
    await sql`CREATE INDEX ${index(1)} ON ${table} (key) WHERE refused IS NOT NULL`.execute(trx);
  }
  if (layout.feed) {
    const changes = db.table(changeTable(build));
    await sql`CREATE TABLE ${changes} (key ${text} PRIMARY KEY, position ${text} NOT NULL)${db.inKeyOrder}`.execute(trx);
    await sql`CREATE INDEX ${sql.id(`${changeTable(build)}_i0`)} ON ${changes} (position, key)`.execute(trx);
  }
  for (const [number, columns] of layout.indexes.entries()) {
    const searched = columns.map((name) => sql`${sql.id(columnName(name))}${db.indexOrder}`);
    const parts = [...searched, sql`key`];
    await sql`CREATE INDEX ${index(number + 1)} ON ${table} (${sql.join(parts)})`.execute(trx);
  }
}

/** Takes a build away with all that belongs to it. Needs the tables' lock. */
export async function dropBuild(db: Database, trx: Work, build: Build): Promise<void> {
  await sql`DROP TABLE IF EXISTS ${db.table(rowTable(build))}`.execute(trx);
  await sql`DROP TABLE IF EXISTS ${db.table(linkTable(build))}`.execute(trx);
  await sql`DROP TABLE IF EXISTS ${db.table(changeTable(build))}`.execute(trx);
  await sql`DROP TABLE IF EXISTS ${db.table(termTable(build))}`.execute(trx);
  for (const table of ['parked', 'waiting']) await sql`DELETE FROM ${db.table(table)} WHERE build = ${build.id}`.execute(trx);
  await sql`DELETE FROM ${db.table('builds')} WHERE id = ${build.id}`.execute(trx);
}
