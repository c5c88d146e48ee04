import { CompiledQuery, Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import { openSqlite, sqliteCode, type SqliteStatement } from '@app/event-store/embedded/sqlite';
import { ReadStoreUnavailable } from '../errors';
import type { Connection, Database, Upsert, Work } from './database';

const MOST_STATEMENTS = 500;
/** Calling the driver takes longer than writing a narrow row: many rows go into one statement, of few sizes so that they stay prepared. */
const ROWS_A_STATEMENT = [32, 8, 1];
/** Pages in the write-ahead log after which they are moved into the file: many batches touch the same ones. */
const CHECKPOINT = 8_000;
/** KiB: what is read is at hand with the operating system as well. */
const READING_CACHE = 4_096;
const UNAVAILABLE = /^SQLITE_(FULL|IOERR|BUSY|CANTOPEN|READONLY|LOCKED)/;

/** Path of what is in memory alone: every connection has its own. */
const IN_MEMORY = ':memory:';

/**
 * One file, written through one connection and read through another, so that a read never sees half a batch. `:memory:` has one connection
 * for both, and is read after it was written.
 */
export function openSqliteDatabase(path: string): Database {
  const writing = openConnection(path);
  const reading = path === IN_MEMORY ? writing : openConnection(path, READING_CACHE);
  const snapshotOf = <T>(connection: Connection, work: (trx: Work) => Promise<T>): Promise<T> =>
    reported(() => connection.transaction().execute(work));

  return {
    kind: 'sqlite',
    reading: reading.connection,
    table: (name) => sql.id(name),
    type: (cell) => sql.raw(cell === 'text' ? 'TEXT' : 'INTEGER'),
    inKeyOrder: sql.raw(' WITHOUT ROWID'),
    indexOrder: sql.raw(''),
    among: (column, values) => sql<boolean>`${sql.id(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`,
    transaction: async (work) => {
      const done = await snapshotOf(writing.connection, work);
      await yieldToOthers();
      return done;
    },
    snapshot: async (work) => {
      const own = openConnection(path);
      try {
        return await snapshotOf(own.connection, work);
      } finally {
        await own.connection.destroy();
      }
    },
    read: (work) => reported(() => work(reading.connection)),
    upsert: async (_trx, upsert, rows) => {
      let done = 0;
      for (const size of ROWS_A_STATEMENT) {
        if (rows.length - done < size) continue;
        const statement = writing.prepare(upsertText(upsert, size));
        for (; rows.length - done >= size; done += size) statement.run(rows.slice(done, done + size).flat());
      }
    },
    lockTables: async () => undefined,
    isMissingTable: (error) => error instanceof Error && /no such table/.test(error.message),
    close: async () => {
      await writing.connection.executeQuery(CompiledQuery.raw('PRAGMA optimize')).catch(() => undefined);
      await reading.connection.destroy();
      await writing.connection.destroy();
    },
  };
}

/** The driver works while others wait: between two batches the event loop gets its turn. */
const yieldToOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A connection that keeps its statements: preparing one takes longer than most of them do. */
function openConnection(path: string, cache?: number): { connection: Connection; prepare: (text: string) => SqliteStatement } {
  const file = openSqlite(path, cache === undefined ? {} : { cache });
  file.exec('PRAGMA synchronous=NORMAL');
  file.exec(`PRAGMA wal_autocheckpoint=${CHECKPOINT}`);
  const statements = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const known = statements.get(text);
    if (known) return known;
    if (statements.size === MOST_STATEMENTS) statements.clear();
    const statement = file.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  const close = (): void => {
    statements.clear();
    file.close();
  };
  return { connection: new Kysely<unknown>({ dialect: new SqliteDialect({ database: { prepare, close } as SqliteDatabase }) }), prepare };
}

function upsertText({ table, columns, key, replace }: Upsert, rows: number): string {
  const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
  const names = columns.map(({ name }) => name);
  const action = replace.length === 0 ? 'NOTHING' : `UPDATE SET ${replace.map((name) => `"${name}" = excluded."${name}"`).join(', ')}`;
  const places = `(${names.map(() => '?').join(', ')})`;
  return `INSERT INTO "${table}" (${quoted(names)}) VALUES ${Array(rows).fill(places).join(', ')} ON CONFLICT (${quoted(key)}) DO ${action}`;
}

async function reported<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (UNAVAILABLE.test(sqliteCode(error) ?? '')) {
      throw new ReadStoreUnavailable(`The read models' file cannot be used: ${(error as Error).message}`, { cause: error });
    }
    throw error;
  }
}
