import { Client, Pool, types, type PoolConfig } from 'pg';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { ReadStoreUnavailable } from '../errors';
import type { Cell, CellType, Connection, Database, Upsert, Work } from './database';

const INT8 = 20;

/** Whole numbers come as numbers: what is stored here stays below 2^53. */
const numbersAsNumbers: PoolConfig['types'] = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === INT8 ? Number : types.getTypeParser(oid, format as 'text')),
};

export type { Pool };

/**
 * The one way to PostgreSQL, for every part that keeps something there. A connection is given up after 2 s, a statement after 30 s;
 * a broken connection is replaced and never ends the process.
 */
export function openPostgresPool(url: string, options: PoolConfig = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'casework',
    max: 8,
    connectionTimeoutMillis: 2_000,
    query_timeout: 30_000,
    keepAlive: true,
    types: numbersAsNumbers,
    ...options,
  });
  const ignore = (): void => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/** The right to run something in one process at a time; it is lost with its connection. */
export interface Lease {
  /** Aborts when the connection, and with it the right, is gone. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** A machine that is gone closes no connection: PostgreSQL gives its right to another after six seconds of silence, not after two hours. */
const GONE_IN_SECONDS = 'SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3';

/**
 * Takes the right called `name` if nobody has it, on a connection of its own.
 * @throws ReadStoreUnavailable
 */
export async function tryLease(url: string, name: string): Promise<Lease | undefined> {
  const client = new Client({
    connectionString: url,
    application_name: `casework ${name}`,
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
  });
  const gone = new AbortController();
  client.on('error', () => gone.abort());
  client.on('end', () => gone.abort());
  return reported(async () => {
    await client.connect();
    await client.query(GONE_IN_SECONDS);
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [name]);
    if (rows[0]?.taken) return { lost: gone.signal, release: () => client.end() };
    await client.end();
    return undefined;
  });
}

/** One schema of a database. @throws ReadStoreUnavailable, Error for a database that does not hold UTF-8 */
export async function openPostgresDatabase(url: string, schema: string): Promise<Database> {
  const pool = openPostgresPool(url);
  const kysely: Connection = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const table = (name: string) => sql.id(schema, name);
  try {
    await reported(() => makeSchema(kysely, schema));
  } catch (error) {
    await kysely.destroy();
    throw error;
  }

  return {
    kind: 'postgres',
    reading: kysely,
    table,
    type: (cell) => sql.raw(cell === 'text' ? 'text COLLATE "C"' : 'bigint'),
    inKeyOrder: sql.raw(''),
    indexOrder: sql.raw(' NULLS FIRST'),
    among: (column, values) => sql<boolean>`${sql.id(column)} = ANY(${values}::text[])`,
    transaction: (work) => reported(() => kysely.transaction().execute(work)),
    snapshot: (work) => reported(() => kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)),
    read: (work) => reported(() => work(kysely)),
    upsert: async (trx, upsert, rows) => {
      if (rows.length > 0) await upsertQuery(table, upsert, rows).execute(trx);
    },
    lockTables: async (trx: Work) => {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`read-store tables of ${schema}`}, 0))`.execute(trx);
    },
    isMissingTable: (error) => (error as { code?: unknown } | null)?.code === '42P01',
    close: () => kysely.destroy(),
  };
}

async function makeSchema(kysely: Connection, schema: string): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`SHOW server_encoding`.execute(kysely);
  if (rows[0]?.server_encoding !== 'UTF8') throw new Error(`The database holds ${rows[0]?.server_encoding}, not UTF8`);
  const present = await sql`SELECT 1 FROM information_schema.schemata WHERE schema_name = ${schema}`.execute(kysely);
  if (present.rows.length === 0) {
    await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`.execute(kysely).catch((error: unknown) => {
      if (!isTwin(error)) throw error;
    });
  }
}

/** Two processes make the same schema at once: one of them is told so. */
const isTwin = (error: unknown): boolean => ['23505', '42P06'].includes(String((error as { code?: unknown }).code));

const ARRAYS: Readonly<Record<CellType, string>> = { text: 'text[]', integer: 'bigint[]' };

function upsertQuery(table: (name: string) => ReturnType<typeof sql.id>, upsert: Upsert, rows: readonly (readonly Cell[])[]) {
  const names = upsert.columns.map(({ name }) => sql.id(name));
  const arrays = upsert.columns.map(({ type }, index) => sql`${rows.map((row) => row[index])}::${sql.raw(ARRAYS[type])}`);
  const keys = sql.join(upsert.key.map((name) => sql.id(name)));
  const taken = sql.join(upsert.replace.map((name) => sql`${sql.id(name)} = excluded.${sql.id(name)}`));
  return sql`INSERT INTO ${table(upsert.table)} (${sql.join(names)}) SELECT * FROM unnest(${sql.join(arrays)})
    ON CONFLICT (${keys}) DO ${upsert.replace.length === 0 ? sql`NOTHING` : sql`UPDATE SET ${taken}`}`;
}

const CONNECTION_LOST =
  /Connection terminated|not queryable|timeout exceeded|Query read timeout|Cannot use a pool|driver has already been destroyed|timeout expired/;

function isUnavailable(error: unknown): error is Error {
  const { code, message, errors } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: unknown };
  if (Array.isArray(errors)) return errors.some(isUnavailable);
  return /^(08|53|57|58|40)...$|^E[A-Z]{3,}$/.test(String(code)) || CONNECTION_LOST.test(String(message));
}

async function reported<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) throw new ReadStoreUnavailable(`PostgreSQL: ${error.message}`, { cause: error });
    throw error;
  }
}
