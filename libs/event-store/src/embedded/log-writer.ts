import { FORMAT } from './log-file';
import { Sqlite, sqliteCode, SqliteStatement } from './sqlite';

/** One append as it crosses to the writer thread: plain values in a row are the cheapest to copy. One of no events is a probe. */
export type Request = [
  stream: string,
  /** Revision after which the events come; -1 for a stream that does not exist. */
  after: number,
  /** Of each event in turn: id, type, schema version, data, metadata. */
  events: (string | number)[],
];
export const CELLS = 5;

/** What became of one append. */
export type Answer =
  | { kind: 'appended'; revision: number; position: number }
  /** The stream's last revision; -1 where it does not exist. */
  | { kind: 'conflict'; actual: number }
  | { kind: 'failed'; certainlyNotStored: boolean; message: string };

/** Commits that failed so were not written whole: no reader and no restart will find them. */
const NOT_STORED = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_BUSY']);

/** Appends that stand in one transaction: each is judged for itself, all are made durable at once. */
export class LogWriter {
  private readonly begin: SqliteStatement;
  private readonly commitAll: SqliteStatement;
  private readonly lastRevision: SqliteStatement;
  private readonly written: SqliteStatement;
  private readonly insert: SqliteStatement;
  private readonly touch: SqliteStatement;

  constructor(private readonly log: Sqlite) {
    this.begin = log.prepare('BEGIN IMMEDIATE');
    this.commitAll = log.prepare('COMMIT');
    this.lastRevision = log.prepare('SELECT max(revision) FROM events WHERE stream = ?').raw();
    this.written = log
      .prepare('SELECT id, position FROM events WHERE stream = ? AND revision > ? AND revision <= ? ORDER BY revision')
      .raw();
    this.insert = log.prepare(
      'INSERT INTO events (stream, revision, id, type, schema_version, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.touch = log.prepare(`PRAGMA user_version = ${FORMAT}`);
  }

  /** Answers each request in turn. Never throws: what the database refuses is every request's answer. */
  commit(requests: readonly Request[]): Answer[] {
    let answers: Answer[];
    try {
      this.begin.run();
      answers = requests.map((request) => this.append(request));
    } catch (error) {
      return this.failed(requests, error, true);
    }
    try {
      this.commitAll.run();
      return answers;
    } catch (error) {
      return this.failed(requests, error, NOT_STORED.has(sqliteCode(error) ?? ''));
    }
  }

  /** Moves what the write-ahead log holds into the file, as far as no reader is in the way; nothing depends on it. */
  checkpoint(): void {
    try {
      this.log.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // The next to open the file reads the write-ahead log as it is.
    }
  }

  private append([stream, after, events]: Request): Answer {
    if (events.length === 0) {
      this.touch.run();
      return { kind: 'conflict', actual: -1 };
    }
    const [last] = this.lastRevision.get(stream) as [number | null];
    const actual = last ?? -1;
    if (after !== actual) return this.replay(stream, after, events) ?? { kind: 'conflict', actual };
    let revision = after;
    let position = 0;
    for (let cell = 0; cell < events.length; cell += CELLS) {
      revision += 1;
      const [id, type, schemaVersion, data, metadata] = events.slice(cell, cell + CELLS);
      position = Number(this.insert.run([stream, revision, id, type, schemaVersion, data, metadata]).lastInsertRowid);
    }
    return { kind: 'appended', revision, position };
  }

  /** The original's answer, where exactly these ids stand at this place. */
  private replay(stream: string, after: number, events: Request[2]): Answer | undefined {
    const count = events.length / CELLS;
    const there = this.written.all(stream, after, after + count) as [id: string, position: number][];
    if (there.length < count || there.some(([id], index) => id !== events[index * CELLS])) return undefined;
    return { kind: 'appended', revision: after + count, position: there[count - 1]?.[1] ?? 0 };
  }

  private failed(requests: readonly Request[], error: unknown, certainlyNotStored: boolean): Answer[] {
    try {
      if (this.log.inTransaction) this.log.exec('ROLLBACK');
    } catch {
      // The transaction is gone with its failure; what is said of it is the failure.
    }
    const message = error instanceof Error ? error.message : String(error);
    return requests.map(() => ({ kind: 'failed', certainlyNotStored, message }));
  }
}
