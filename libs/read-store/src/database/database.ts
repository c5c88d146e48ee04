import type { Kysely, RawBuilder, Transaction } from 'kysely';

/** Tables are named at run time, one set per build of a fold, so their rows are typed where they are read. */
export type Connection = Kysely<unknown>;
export type Work = Transaction<unknown>;
export type Cell = string | number | null;
export type CellType = 'text' | 'integer';

/** Rows to insert in one go, or to replace where their key is there already. */
export interface Upsert {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: CellType }[];
  readonly key: readonly string[];
  /** Columns that a present row takes over; empty: it stays as it is. */
  readonly replace: readonly string[];
}

/** Where SQLite and PostgreSQL differ; all other SQL is the same for both. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  /** Sees what has been committed; never used to write. */
  readonly reading: Connection;
  /** A table's name as statements need it. */
  table(name: string): RawBuilder<unknown>;
  /** Column type whose order is that of the bytes, and whole numbers up to 2^53. */
  type(cell: CellType): RawBuilder<unknown>;
  /** Said of a table whose rows are small: it is kept in the order of its key, and needs no index beside it. */
  readonly inKeyOrder: RawBuilder<unknown>;
  /** What an index column needs so that it serves `NULLS FIRST`. */
  readonly indexOrder: RawBuilder<unknown>;
  /** `column` is one of `values`. */
  among(column: string, values: readonly string[]): RawBuilder<boolean>;
  /** @throws ReadStoreUnavailable */
  transaction<T>(work: (trx: Work) => Promise<T>): Promise<T>;
  /** Several reads of one moment. @throws ReadStoreUnavailable */
  snapshot<T>(work: (trx: Work) => Promise<T>): Promise<T>;
  /** A read of its own. @throws ReadStoreUnavailable */
  read<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  upsert(trx: Work, upsert: Upsert, rows: readonly (readonly Cell[])[]): Promise<void>;
  /** Until the transaction ends nobody else changes which tables there are. */
  lockTables(trx: Work): Promise<void>;
  /** The error of a statement whose table has been dropped meanwhile. */
  isMissingTable(error: unknown): boolean;
  close(): Promise<void>;
}
