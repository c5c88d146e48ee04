import type { KeptTables, MissingTables, Statement } from '../outbox/kept-tables';

/** The table of reads. */
export const READS_TABLE: MissingTables = {
  name: 'reads',
  last: 'reads_what',
  making: ({ kind, schema }) => {
    const text = kind === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"';
    return [
      [
        `CREATE TABLE IF NOT EXISTS ${schema}reads (at BIGINT NOT NULL, id ${text} NOT NULL, who ${text} NOT NULL, role ${text} NOT NULL,
          on_behalf_of ${text}, what ${text} NOT NULL, question TEXT, recorded_at TEXT, effective_at TEXT, shown INTEGER NOT NULL,
          redacted INTEGER NOT NULL, PRIMARY KEY (at, id))${kind === 'sqlite' ? ' WITHOUT ROWID' : ''}`,
      ],
      [`CREATE INDEX IF NOT EXISTS reads_who ON ${schema}reads (who, at, id)`],
      [`CREATE INDEX IF NOT EXISTS reads_what ON ${schema}reads (what, at, id)`],
    ];
  },
};

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
