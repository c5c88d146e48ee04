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

  constructor(log: Sqlite) {
    const page = (rows: string) => log.prepare(packed(rows)).raw();
    // Neither revisions nor positions have gaps: a range is a number of events, and a range of an index is walked in its order.
    this.streamForwards = page('events INDEXED BY events_of_stream WHERE stream = ? AND revision >= ? AND revision < ?');
    this.allForwards = page('events NOT INDEXED WHERE position >= ? AND position < ?');
    this.streamBackwards = page('(SELECT * FROM events WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?)');
    this.allBackwards = page('(SELECT * FROM events WHERE position <= ? ORDER BY position DESC LIMIT ?)');
    this.lastOf = log.prepare('SELECT max(revision) FROM events WHERE stream = ?').raw();
    this.last = log.prepare('SELECT max(position) FROM events').raw();
  }

  /** The stream's events from revision `from` on, inclusive, as page texts, see `unpack`; `null` where there is no such stream. */
  streamPages(stream: string, from: number, limit: number, step: 1 | -1): string[] | null {
    if (step === 1) {
      const pages = readPages(from, limit, step, (start, count) => this.streamForwards.get(stream, start, start + count));
      return pages.length > 0 || this.lastRevision(stream) !== null ? pages : null;
    }
    const last = this.lastRevision(stream);
    if (last === null) return null;
    return readPages(Math.min(from, last), limit, step, (start, count) => this.streamBackwards.get(stream, start, count));
  }

  /** The log's events from place `from` on, inclusive. */
  all(from: number, limit: number, step: 1 | -1): StoredEvent[] {
    const pages =
      step === 1
        ? readPages(from, limit, step, (place, count) => this.allForwards.get(place, place + count))
        : readPages(Math.min(from, this.end()), limit, step, (place, count) => this.allBackwards.get(place, count));
    return unpack(pages);
  }

  /** Place of the last event, 0 for an empty log. */
  end(): number {
    return (this.last.get() as [number | null])[0] ?? 0;
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
