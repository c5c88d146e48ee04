import { openSqlite, type SqliteStatement } from '@app/event-store';
import { openPostgresPool } from '@app/read-store';

export type Value = string | number | null;
/** With `?` for each value. */
export type Statement = readonly [text: string, ...values: Value[]];
export type Rows = readonly unknown[];

/** Tables beside the kept records, in the same file or schema; what is answered is on the disk unless the file was opened otherwise. */
export interface KeptTables {
  readonly kind: 'sqlite' | 'postgres';
  /** What stands before the name of a table. */
  readonly schema: string;
  /** All of them or none, one after another. @returns the rows that each returns */
  all(statements: readonly Statement[]): Promise<readonly Rows[]>;
  close(): Promise<void>;
}

/** Tables that are made where they are missing. */
export interface MissingTables {
  /** Two processes that make what has this name take turns. */
  readonly name: string;
  /** The index that is made last: where it is, they all are. */
  readonly last: string;
  making(tables: Pick<KeptTables, 'kind' | 'schema'>): readonly Statement[];
}

/** What makes those that are missing; nothing where they are there: to make one again where another process writes is to wait for it, and it for us. */
export async function missingTables(tables: KeptTables, { name, last, making }: MissingTables): Promise<readonly Statement[]> {
  const { kind } = tables;
  const looking: Statement = [
    kind === 'sqlite'
      ? 'SELECT COUNT(*) AS made FROM sqlite_master WHERE name = ?'
      : `SELECT COUNT(*) AS made FROM pg_indexes WHERE schemaname = 'kept' AND indexname = ?`,
    last,
  ];
  const [[made]] = (await tables.all([looking])) as [[{ made: number | string }]];
  if (Number(made.made) > 0) return [];
  const alone: Statement[] = [
    [`SELECT pg_advisory_xact_lock(hashtextextended('casework ${name}', 0))`],
    ['CREATE SCHEMA IF NOT EXISTS kept'],
  ];
  return [...(kind === 'postgres' ? alone : []), ...making(tables)];
}

/**
 * `path`: the file of the kept records. A transaction begins and ends in one go, so that no other connection of this process waits for it.
 * `synced: false`: nothing waits for the disk, and a power cut may take what was written last; for what comes in batches anyway.
 */
export function openKeptTablesFile(path: string, { synced = true } = {}): KeptTables {
  const database = openSqlite(path, { cache: 1_024 });
  if (!synced) database.pragma('synchronous = NORMAL');
  const known = new Map<string, SqliteStatement>();
  const ask = ([text, ...values]: Statement): Rows => {
    const statement = known.get(text) ?? database.prepare(text);
    known.set(text, statement);
    if (statement.reader) return statement.all(...values) as Rows;
    statement.run(...values);
    return [];
  };
  const together = database.transaction((statements: readonly Statement[]) => statements.map(ask));
  return {
    kind: 'sqlite',
    schema: '',
    all: async (statements) => (statements.length === 1 ? [ask(statements[0]!)] : together.immediate(statements)),
    close: async () => {
      known.clear();
      database.close();
    },
  };
}

/** The schema `kept` of a PostgreSQL database. */
export function openKeptTablesSchema(url: string): KeptTables {
  const pool = openPostgresPool(url, { max: 4 });
  type Asking = { query(text: string, values: Value[]): Promise<{ rows: unknown[] }> };
  const ask = async (client: Asking, [text, ...values]: Statement): Promise<Rows> => {
    let at = 0;
    const { rows } = await client.query(
      text.replace(/\?/g, () => `$${(at += 1)}`),
      values,
    );
    return rows;
  };
  return {
    kind: 'postgres',
    schema: 'kept.',
    all: async (statements) => {
      if (statements.length === 1) return [await ask(pool, statements[0]!)];
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const answers: Rows[] = [];
        for (const statement of statements) answers.push(await ask(client, statement));
        await client.query('COMMIT');
        client.release();
        return answers;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
