import { openSqlite } from '@app/event-store';
import { openPostgresPool } from '@app/read-store';
import type { ClockMemory } from './movable-clock';

/** What cannot be rebuilt from events and is no event: a decision to skip, the clock of an example, how far its script was played. */
export interface KeptRecords {
  get(name: string): Promise<string | undefined>;
  put(name: string, value: string): Promise<void>;
  /** Every record whose name begins so, by name. */
  startingWith(prefix: string): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

const TABLE = 'CREATE TABLE IF NOT EXISTS';

/** Kept in a file of its own (embedded). */
export function openKeptFile(path: string): KeptRecords {
  const database = openSqlite(path, { cache: 1_024 });
  database.exec(`${TABLE} kept (name TEXT PRIMARY KEY, value TEXT NOT NULL)`);
  const get = database.prepare('SELECT value FROM kept WHERE name = ?');
  const put = database.prepare('INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  const list = database.prepare('SELECT name, value FROM kept WHERE substr(name, 1, length(?)) = ? ORDER BY name');
  return {
    get: async (name) => (get.get(name) as { value: string } | undefined)?.value,
    put: async (name, value) => void put.run(name, value),
    startingWith: async (prefix) => byName(list.all(prefix, prefix) as Named[]),
    close: async () => void database.close(),
  };
}

/** Kept in the schema `kept` of a PostgreSQL database. */
export async function openKeptSchema(url: string): Promise<KeptRecords> {
  const pool = openPostgresPool(url, { max: 2 });
  // Two processes that start at once take turns: `IF NOT EXISTS` alone lets one of them fail.
  await pool.query(`SELECT pg_advisory_xact_lock(hashtextextended('casework kept', 0));
    CREATE SCHEMA IF NOT EXISTS kept; ${TABLE} kept.kept (name TEXT PRIMARY KEY, value TEXT NOT NULL)`);
  return {
    get: async (name) => (await pool.query<Named>('SELECT name, value FROM kept.kept WHERE name = $1', [name])).rows[0]?.value,
    put: async (name, value) =>
      void (await pool.query(
        'INSERT INTO kept.kept (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        [name, value],
      )),
    startingWith: async (prefix) =>
      byName((await pool.query<Named>('SELECT name, value FROM kept.kept WHERE starts_with(name, $1) ORDER BY name', [prefix])).rows),
    close: () => pool.end(),
  };
}

interface Named {
  name: string;
  value: string;
}

const byName = (rows: readonly Named[]): ReadonlyMap<string, string> => new Map(rows.map(({ name, value }) => [name, value]));

/** Where the clock of an example is kept. */
export const clockMemory = (records: KeptRecords): ClockMemory => ({
  load: () => records.get('clock'),
  save: (now) => records.put('clock', now),
});
