import { sql } from 'kysely';
import type { Position } from '@app/event-store/port';
import { rowTable, type Build } from './builds';
import type { Database, Upsert, Work } from './database/database';
import type { Parking } from './folding';
import type { Trouble } from './occurrence';

const PARKED: Upsert = {
  table: 'parked',
  columns: [
    { name: 'build', type: 'integer' },
    { name: 'key', type: 'text' },
    { name: 'trouble', type: 'text' },
  ],
  key: ['build', 'key'],
  replace: ['trouble'],
};

const WAITING: Upsert = {
  table: 'waiting',
  columns: [
    { name: 'build', type: 'integer' },
    { name: 'key', type: 'text' },
    { name: 'position', type: 'text' },
  ],
  key: ['build', 'key', 'position'],
  replace: [],
};

/** Keys among these that have events waiting. */
export async function loadParked(db: Database, trx: Work, build: Build, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`SELECT key FROM ${db.table('parked')}
    WHERE build = ${build.id} AND ${db.among('key', keys)}`.execute(trx);
  return new Set(rows.map(({ key }) => key));
}

/** Notes which instances wait, for what; a process instance asks for nothing until it goes on. */
export async function writeParking(db: Database, trx: Work, build: Build, { troubles, waiting }: Parking): Promise<void> {
  await db.upsert(
    trx,
    PARKED,
    [...troubles].map(([key, trouble]) => [build.id, key, JSON.stringify(trouble)]),
  );
  await db.upsert(
    trx,
    WAITING,
    waiting.map(({ key, position }) => [build.id, key, position]),
  );
  if (build.layout.kind !== 'instance') return;
  for (const [key, { position }] of troubles) {
    await sql`UPDATE ${db.table(rowTable(build))} SET attention = NULL, touched = ${position} WHERE key = ${key}`.execute(trx);
  }
}

/** An instance that has events waiting, and the first of them: the one that could not be folded. */
export interface ParkedInstance extends Trouble {
  readonly fold: string;
  readonly key: string;
  /** Events of this instance that are not folded, the one that could not be folded included. */
  readonly waiting: number;
}

/** What is parked in these builds, the longest parked first. */
export async function readParked(
  db: Database,
  connection: Work | Database['reading'],
  builds: readonly Build[],
): Promise<ParkedInstance[]> {
  if (builds.length === 0) return [];
  const ids = sql.join(builds.map(({ id }) => id));
  const { rows } = await sql<{ build: number; key: string; trouble: string; waiting: number }>`SELECT p.build AS build, p.key AS key,
    p.trouble AS trouble, (SELECT COUNT(*) FROM ${db.table('waiting')} w WHERE w.build = p.build AND w.key = p.key) AS waiting
    FROM ${db.table('parked')} p WHERE p.build IN (${ids})`.execute(connection);
  const names = new Map(builds.map(({ id, name }) => [id, name]));
  return rows
    .map(({ build, key, trouble, waiting }) => ({ fold: names.get(build)!, key, waiting, ...(JSON.parse(trouble) as Trouble) }))
    .sort((a, b) => (a.position < b.position ? -1 : Number(a.position > b.position)));
}

/** The first events that wait for an instance to go on. */
export async function readWaiting(
  db: Database,
  connection: Work | Database['reading'],
  build: Build,
  key: string,
  limit: number,
): Promise<Position[]> {
  const { rows } = await sql<{ position: Position }>`SELECT position FROM ${db.table('waiting')}
    WHERE build = ${build.id} AND key = ${key} ORDER BY position LIMIT ${limit}`.execute(connection);
  return rows.map(({ position }) => position);
}

/** Takes the waiting events up to and including `upTo` off the list. */
export async function forgetWaiting(db: Database, trx: Work, build: Build, key: string, upTo: Position): Promise<void> {
  await sql`DELETE FROM ${db.table('waiting')} WHERE build = ${build.id} AND key = ${key} AND position <= ${upTo}`.execute(trx);
}

export async function unpark(db: Database, trx: Work, build: Build, key: string): Promise<void> {
  await sql`DELETE FROM ${db.table('parked')} WHERE build = ${build.id} AND key = ${key}`.execute(trx);
  await sql`UPDATE ${db.table('builds')} SET parked = parked - 1 WHERE id = ${build.id}`.execute(trx);
}
