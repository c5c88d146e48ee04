import { packed, StoredEvent, unpack } from './recorded';
import { Sqlite, SqliteStatement } from './sqlite';

/** Characters of a page's text to aim at: beyond 128 KiB both SQLite and the engine treat a text as a large one, at twice the cost. */
const PAGE = 80_000;
/** Events of a first page, when nothing is known yet of how large they are. */
const FIRST = 32;
const MOST = 512;

export class LogReader {
  private readonly streamForwards: SqliteStatement;
  private readonly streamBackwards: SqliteStatement;
  private readonly allForwards: SqliteStatement;
  private readonly allBackwards: SqliteStatement;
  private readonly lastOf: SqliteStatement;
  private readonly last: SqliteStatement;

  constructor(private readonly log: Sqlite) {
    const page = (rows: string) => log.prepare(packed(rows)).raw();
    this.streamForwards = page('WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
    this.streamBackwards = page('WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?');
    this.allForwards = page('WHERE position >= ? ORDER BY position LIMIT ?');
    this.allBackwards = page('WHERE position <= ? ORDER BY position DESC LIMIT ?');
    this.lastOf = log.prepare('SELECT max(revision) FROM events WHERE stream = ?').raw();
    this.last = log.prepare('SELECT max(position) FROM events').raw();
  }

  /** The stream's events from revision `from` on, inclusive, as page texts, see `unpack`; `null` where there is no such stream. */
  streamPages(stream: string, from: number, limit: number, step: 1 | -1): string[] | null {
    if (step === 1) {
      const pages = readPages(from, limit, step, (start, count) => this.streamForwards.get(stream, start, count));
      return pages.length > 0 || this.lastRevision(stream) !== null ? pages : null;
    }
    const last = this.lastRevision(stream);
    if (last === null) return null;
    return readPages(Math.min(from, last), limit, step, (start, count) => this.streamBackwards.get(stream, start, count));
  }

  /** The log's events from place `from` on, inclusive. */
  all(from: number, limit: number, step: 1 | -1): StoredEvent[] {
    const statement = step === 1 ? this.allForwards : this.allBackwards;
    const start = step === 1 ? from : Math.min(from, this.end());
    return unpack(readPages(start, limit, step, (place, count) => statement.get(place, count)));
  }

  /** Place of the last event, 0 for an empty log. */
  end(): number {
    return (this.last.get() as [number | null])[0] ?? 0;
  }

  close(): void {
    this.log.close();
  }

  private lastRevision(stream: string): number | null {
    return (this.lastOf.get(stream) as [number | null])[0];
  }
}

/** Revisions and places have no gaps, so where the next page starts is known from the number of rows alone. */
function readPages(from: number, limit: number, step: 1 | -1, read: (start: number, count: number) => unknown): string[] {
  const pages: string[] = [];
  let found = 0;
  for (let size = FIRST; ;) {
    const count = Math.min(size, limit - found);
    const [page, rows] = read(from + step * found, count) as [string | null, number];
    if (page === null) return pages;
    pages.push(page);
    found += rows;
    if (rows < count || found === limit) return pages;
    size = Math.max(1, Math.min(MOST, Math.floor((PAGE * rows) / page.length)));
  }
}
