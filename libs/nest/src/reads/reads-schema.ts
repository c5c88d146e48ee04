import type { KeptTables, Statement } from '../outbox/kept-tables';

/** Whether the table is there: to make it again where another process writes is to wait for it. */
export const lookingForReads = ({ kind }: KeptTables): Statement => [
  kind === 'sqlite'
    ? `SELECT COUNT(*) AS made FROM sqlite_master WHERE name = 'reads_what'`
    : `SELECT COUNT(*) AS made FROM pg_indexes WHERE schemaname = 'kept' AND indexname = 'reads_what'`,
];

/** Makes what is missing; two processes that start at once take turns. */
export function makingReads({ kind, schema }: KeptTables): readonly Statement[] {
  const text = kind === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"';
  const alone: Statement[] =
    kind === 'postgres'
      ? [[`SELECT pg_advisory_xact_lock(hashtextextended('casework reads', 0))`], ['CREATE SCHEMA IF NOT EXISTS kept']]
      : [];
  return [
    ...alone,
    [
      `CREATE TABLE IF NOT EXISTS ${schema}reads (at BIGINT NOT NULL, id ${text} NOT NULL, who ${text} NOT NULL, role ${text} NOT NULL,
        on_behalf_of ${text}, what ${text} NOT NULL, question TEXT, recorded_at TEXT, effective_at TEXT, shown INTEGER NOT NULL,
        redacted INTEGER NOT NULL, PRIMARY KEY (at, id))${kind === 'sqlite' ? ' WITHOUT ROWID' : ''}`,
    ],
    [`CREATE INDEX IF NOT EXISTS reads_who ON ${schema}reads (who, at, id)`],
    [`CREATE INDEX IF NOT EXISTS reads_what ON ${schema}reads (what, at, id)`],
  ];
}

/** One statement for however many entries, which come as a JSON array; an entry that is there stays. */
export const writingReads = ({ kind, schema }: KeptTables, entries: readonly object[]): Statement => [
  kind === 'sqlite'
    ? `INSERT INTO reads SELECT value ->> 'at', value ->> 'id', value ->> 'who', value ->> 'role', value ->> 'onBehalfOf', value ->> 'what',
        value ->> 'question', value ->> 'recordedAt', value ->> 'effectiveAt', value ->> 'rows', value ->> 'redacted'
        FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`
    : `INSERT INTO ${schema}reads SELECT at, id, who, role, "onBehalfOf", what, question, "recordedAt", "effectiveAt", "rows", redacted
        FROM json_to_recordset(?) AS entry (at BIGINT, id TEXT, who TEXT, role TEXT, "onBehalfOf" TEXT, what TEXT, question TEXT,
          "recordedAt" TEXT, "effectiveAt" TEXT, "rows" INTEGER, redacted INTEGER) ON CONFLICT DO NOTHING`,
  JSON.stringify(entries),
];
