import { StoreUnavailable } from '../port';
import { openSqlite, Sqlite } from './sqlite';

/** What `user_version` says of a file that is laid out as below. */
export const FORMAT = 1;

/** Positions are gapless because nothing is ever deleted; the triggers see to it whoever opens the file. */
const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_of_stream ON events (stream, revision);
  CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
  CREATE TRIGGER events_stay_as_they_are BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never edited'); END;
  PRAGMA user_version = ${FORMAT};
`;

/**
 * A connection that may write to the log; the file is made if it does not exist.
 * @param checkpointAfter pages in the write-ahead log after which a commit on this connection moves them into the file
 * @throws StoreUnavailable where the file cannot be opened, is no log, or is of a format that this build does not know
 */
export function openLogToWrite(file: string, checkpointAfter: number): Sqlite {
  return opening(file, () => {
    const log = openSqlite(file);
    log.pragma(`wal_autocheckpoint = ${checkpointAfter}`);
    if (formatOf(log) === 0) found(log);
    checkFormat(log);
    return log;
  });
}

/** A connection that reads a log that is there. @throws StoreUnavailable */
export function openLogToRead(file: string): Sqlite {
  return opening(file, () => {
    const log = openSqlite(file, { readonly: true, cache: 4_096 });
    checkFormat(log);
    return log;
  });
}

function opening(file: string, open: () => Sqlite): Sqlite {
  try {
    return open();
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    throw new StoreUnavailable(`${file} cannot be opened as an event log: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function found(log: Sqlite): void {
  log.exec('BEGIN IMMEDIATE');
  try {
    if (formatOf(log) === 0) log.exec(SCHEMA);
    log.exec('COMMIT');
  } catch (error) {
    if (log.inTransaction) log.exec('ROLLBACK');
    throw error;
  }
}

function checkFormat(log: Sqlite): void {
  const format = formatOf(log);
  if (format !== FORMAT) throw new StoreUnavailable(`the event log has format ${format}, this build knows format ${FORMAT}`);
}

function formatOf(log: Sqlite): number {
  const [format] = log.prepare('PRAGMA user_version').raw().get() as [number];
  return format;
}
