import type { MissingTables } from './kept-tables';

/** Milliseconds of the wall clock where the tables are, so that two machines agree. */
export const WALL_NOW = {
  sqlite: `CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)`,
  postgres: `CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`,
};

/** The tables of the outbox. */
export const OUTBOX_TABLES: MissingTables = {
  name: 'outbox',
  last: 'messages_channel',
  making: ({ kind, schema }) => {
    const place = kind === 'sqlite' ? 'INTEGER PRIMARY KEY AUTOINCREMENT' : 'BIGSERIAL PRIMARY KEY';
    return [
      [`CREATE TABLE IF NOT EXISTS ${schema}outbox_begins (one INTEGER PRIMARY KEY, at TEXT NOT NULL)`],
      [
        `CREATE TABLE IF NOT EXISTS ${schema}tellings (id TEXT PRIMARY KEY, about TEXT NOT NULL, body TEXT NOT NULL, queued_at TEXT NOT NULL,
          queued_wall BIGINT NOT NULL)`,
      ],
      [
        `CREATE TABLE IF NOT EXISTS ${schema}messages (place ${place}, id TEXT NOT NULL UNIQUE, telling TEXT NOT NULL, recipient TEXT NOT NULL,
          channel TEXT NOT NULL, way TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at BIGINT NOT NULL, claimed_by TEXT,
          claimed_until BIGINT NOT NULL, delivered_at TEXT, error TEXT, subject TEXT, sent_text TEXT)`,
      ],
      [`CREATE INDEX IF NOT EXISTS tellings_about ON ${schema}tellings (about)`],
      [`CREATE INDEX IF NOT EXISTS messages_telling ON ${schema}messages (telling)`],
      [`CREATE INDEX IF NOT EXISTS messages_due ON ${schema}messages (state, next_at)`],
      [`CREATE INDEX IF NOT EXISTS messages_channel ON ${schema}messages (channel, place)`],
    ];
  },
};
