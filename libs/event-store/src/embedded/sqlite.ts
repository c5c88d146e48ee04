import Database from 'libsql';

/** A connection: better-sqlite3's synchronous interface. Kysely's SqliteDialect takes it as it is. */
export type Sqlite = Database.Database;
export type SqliteStatement = Database.Statement;

export interface SqliteOptions {
  /** Refuse every write on this connection. */
  readonly?: boolean;
  /** Milliseconds to wait for another connection's lock; by default 5,000. */
  busyTimeout?: number;
  /** KiB of pages that the connection may keep; by default 8,192. */
  cache?: number;
  /** Overwrite what is deleted with zeros. */
  secureDelete?: boolean;
  /** Bytes of a page, for a file that does not exist yet. */
  pageSize?: number;
}

/**
 * Opens a SQLite file, or makes it: write-ahead log, every commit on the disk before it is answered (`synchronous=FULL`), foreign keys on.
 * The one place in the repository that knows the driver.
 * @throws Error where the file cannot be opened or is no database
 */
export function openSqlite(path: string, options: SqliteOptions = {}): Sqlite {
  const { readonly = false, busyTimeout = 5_000, cache = 8_192, secureDelete = false, pageSize } = options;
  const database = new Database(path);
  database.pragma(`busy_timeout = ${busyTimeout}`);
  if (pageSize !== undefined) database.pragma(`page_size = ${pageSize}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma(`cache_size = -${cache}`);
  if (secureDelete) database.pragma('secure_delete = ON');
  if (readonly) database.pragma('query_only = ON');
  return database;
}

/** Opens a file whose only use is its lock: no write-ahead log, and no wait for whoever holds it. */
export function openLockFile(path: string): Sqlite {
  return new Database(path);
}

/** SQLite's name for what went wrong (`SQLITE_FULL`, `SQLITE_IOERR_WRITE`, …), `undefined` for an error that is not SQLite's. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError || (error instanceof Error && error.name === 'SqliteError')
    ? (error as Error & { code: string }).code
    : undefined;
}
