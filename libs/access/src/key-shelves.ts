import { openSqlite } from '@app/event-store';
import { openPostgresPool } from '@app/read-store';
import { Keys, type KeyShelf } from './keys';

export type KeysOptions = ({ readonly sqlite: string } | { readonly postgres: string }) & {
  /** 32 bytes. */
  readonly masterKey: Buffer;
};

/** Opens the keys in a file of their own (`sqlite`) or in the schema `keys` of a PostgreSQL database. */
export async function openKeys(options: KeysOptions): Promise<Keys> {
  const shelf = 'sqlite' in options ? openKeyFile(options.sqlite) : await openKeySchema(options.postgres);
  return new Keys(shelf, options.masterKey);
}

type Wrapped = { wrapped: Buffer | null } | undefined;

function openKeyFile(path: string): KeyShelf {
  const database = openSqlite(path, { secureDelete: true });
  database.exec(`CREATE TABLE IF NOT EXISTS keys (id TEXT PRIMARY KEY, wrapped BLOB);
    CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)`);
  const read = database.prepare('SELECT wrapped FROM keys WHERE id = ?');
  const add = database.prepare('INSERT INTO keys (id, wrapped) VALUES (?, ?) ON CONFLICT (id) DO NOTHING');
  const destroy = database.prepare('INSERT INTO keys (id, wrapped) VALUES (?, NULL) ON CONFLICT (id) DO UPDATE SET wrapped = NULL');
  const note = database.prepare('SELECT value FROM notes WHERE name = ?');
  const putNote = database.prepare('INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  const bytes = (row: Wrapped): Buffer | null | undefined => row && (row.wrapped === null ? null : Buffer.from(row.wrapped));
  return {
    read: async (id) => bytes(read.get(id) as Wrapped),
    add: async (id, wrapped) => {
      add.run(id, wrapped);
      return bytes(read.get(id) as Wrapped)!;
    },
    destroy: async (id) => {
      destroy.run(id);
      database.pragma('wal_checkpoint(TRUNCATE)');
    },
    note: async (name) => (note.get(name) as { value: string } | undefined)?.value,
    putNote: async (name, value) => void putNote.run(name, value),
    close: async () => void database.close(),
  };
}

async function openKeySchema(url: string): Promise<KeyShelf> {
  const pool = openPostgresPool(url, { max: 4 });
  await pool.query(`CREATE SCHEMA IF NOT EXISTS keys;
    CREATE TABLE IF NOT EXISTS keys.keys (id TEXT PRIMARY KEY, wrapped BYTEA);
    CREATE TABLE IF NOT EXISTS keys.notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)`);
  const read = async (id: string): Promise<Buffer | null | undefined> =>
    (await pool.query<{ wrapped: Buffer | null }>('SELECT wrapped FROM keys.keys WHERE id = $1', [id])).rows[0]?.wrapped;
  return {
    read,
    add: async (id, wrapped) => {
      await pool.query('INSERT INTO keys.keys (id, wrapped) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, wrapped]);
      return (await read(id))!;
    },
    destroy: async (id) => {
      await pool.query('INSERT INTO keys.keys (id, wrapped) VALUES ($1, NULL) ON CONFLICT (id) DO UPDATE SET wrapped = NULL', [id]);
      await pool.query('VACUUM keys.keys');
    },
    note: async (name) => (await pool.query<{ value: string }>('SELECT value FROM keys.notes WHERE name = $1', [name])).rows[0]?.value,
    putNote: async (name, value) =>
      void (await pool.query(
        'INSERT INTO keys.notes (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        [name, value],
      )),
    close: () => pool.end(),
  };
}
