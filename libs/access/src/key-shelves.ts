import { randomUUID } from 'node:crypto';
import { openSqlite } from '@app/event-store';
import { openPostgresPool } from '@app/read-store';
import { Keys, KeysUnavailable, type KeyShelf } from './keys';

export type KeysOptions = ({ readonly sqlite: string } | { readonly postgres: string }) & {
  /** 32 bytes. */
  readonly masterKey: Buffer;
};

/**
 * Opens the keys in a file of their own (`sqlite`) or in the schema `keys` of a PostgreSQL database.
 * @throws KeyUnreadable when they were wrapped under another master key; KeysUnavailable
 */
export async function openKeys(options: KeysOptions): Promise<Keys> {
  const keys = new Keys(await openShelf(options), options.masterKey);
  try {
    await keys.prove();
    return keys;
  } catch (error) {
    await keys.close();
    throw error;
  }
}

async function openShelf(options: KeysOptions): Promise<KeyShelf> {
  try {
    return 'sqlite' in options ? openKeyFile(options.sqlite) : await openKeySchema(options.postgres);
  } catch (error) {
    throw new KeysUnavailable(error);
  }
}

type Wrapped = { wrapped: Buffer | null } | undefined;

function openKeyFile(path: string): KeyShelf {
  const database = openSqlite(path, { secureDelete: true, busyTimeout: 1_000, cache: 1_024 });
  const emptyLog = (): void => {
    const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    if (result.busy !== 0) throw new Error('the log of the key file is in use and could not be emptied');
  };
  database.exec(`CREATE TABLE IF NOT EXISTS keys (id TEXT PRIMARY KEY, wrapped BLOB);
    CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)`);
  // A process that was killed between a destruction and this line has left the key in the log.
  emptyLog();
  const read = database.prepare('SELECT wrapped FROM keys WHERE id = ?');
  const add = database.prepare('INSERT INTO keys (id, wrapped) VALUES (?, ?) ON CONFLICT (id) DO NOTHING');
  const destroy = database.prepare('INSERT INTO keys (id, wrapped) VALUES (?, NULL) ON CONFLICT (id) DO UPDATE SET wrapped = NULL');
  const note = database.prepare('SELECT value FROM notes WHERE name = ?');
  const putNote = database.prepare('INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  const noteOnce = database.prepare('INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING');
  const bytes = (row: Wrapped): Buffer | null | undefined => row && (row.wrapped === null ? null : Buffer.from(row.wrapped));
  const noted = (name: string): string | undefined => (note.get(name) as { value: string } | undefined)?.value;
  return {
    read: async (id) => bytes(read.get(id) as Wrapped),
    add: async (id, wrapped) => {
      add.run(id, wrapped);
      return bytes(read.get(id) as Wrapped)!;
    },
    destroy: async (id) => {
      destroy.run(id);
      emptyLog();
    },
    note: async (name) => noted(name),
    putNote: async (name, value) => void putNote.run(name, value),
    noteOnce: async (name, value) => {
      noteOnce.run(name, value);
      return noted(name)!;
    },
    close: async () => {
      try {
        emptyLog();
      } finally {
        database.close();
      }
    },
  };
}

/** Two processes that start at once take turns: `IF NOT EXISTS` alone lets one of them fail. */
const SCHEMA = `SELECT pg_advisory_xact_lock(hashtextextended('casework keys', 0));
  CREATE SCHEMA IF NOT EXISTS keys;
  CREATE TABLE IF NOT EXISTS keys.keys (id TEXT PRIMARY KEY, wrapped BYTEA);
  CREATE TABLE IF NOT EXISTS keys.notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)`;

/** What is due while a destroyed key may still stand in the table's file: PostgreSQL writes a row's new version beside the old one. */
const REWRITE = 'rewrite';

/** The write-ahead log of the server, its archive and its standbys forget on their own schedule: `docs/operations.md`. */
async function openKeySchema(url: string): Promise<KeyShelf> {
  const pool = openPostgresPool(url, { max: 4 });
  const read = async (id: string): Promise<Buffer | null | undefined> =>
    (await pool.query<{ wrapped: Buffer | null }>('SELECT wrapped FROM keys.keys WHERE id = $1', [id])).rows[0]?.wrapped;
  const note = async (name: string): Promise<string | undefined> =>
    (await pool.query<{ value: string }>('SELECT value FROM keys.notes WHERE name = $1', [name])).rows[0]?.value;
  const putNote = `INSERT INTO keys.notes (name, value) VALUES ($1, $2) ON CONFLICT (name) DO`;
  const rewrite = async (): Promise<void> => {
    const due = await note(REWRITE);
    if (due === undefined) return;
    await pool.query('VACUUM FULL keys.keys');
    await pool.query('DELETE FROM keys.notes WHERE name = $1 AND value = $2', [REWRITE, due]);
  };
  try {
    await pool.query(SCHEMA);
    await rewrite();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    read,
    add: async (id, wrapped) => {
      await pool.query('INSERT INTO keys.keys (id, wrapped) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, wrapped]);
      return (await read(id))!;
    },
    destroy: async (id) => {
      await pool.query(
        `WITH held AS (SELECT 1 FROM keys.keys WHERE id = $1 AND wrapped IS NOT NULL),
          due AS (INSERT INTO keys.notes (name, value) SELECT $2, $3 FROM held ON CONFLICT (name) DO UPDATE SET value = excluded.value)
          INSERT INTO keys.keys (id, wrapped) VALUES ($1, NULL) ON CONFLICT (id) DO UPDATE SET wrapped = NULL`,
        [id, REWRITE, randomUUID()],
      );
      await rewrite();
    },
    note,
    putNote: async (name, value) => void (await pool.query(`${putNote} UPDATE SET value = excluded.value`, [name, value])),
    noteOnce: async (name, value) => {
      await pool.query(`${putNote} NOTHING`, [name, value]);
      return (await note(name))!;
    },
    close: () => pool.end(),
  };
}
