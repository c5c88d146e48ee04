import { packed, StoredEvent, unpack } from './recorded';
import { Sqlite, SqliteStatement } from './sqlite';

/** Events that are brought over in one text. */
const PAGE = 100;

export class LogReader {
  private readonly streamForwards: SqliteStatement;
  private readonly streamBackwards: SqliteStatement;
  private readonly allForwards: SqliteStatement;
  private readonly allBackwards: SqliteStatement;
  private readonly exists: SqliteStatement;
  private readonly last: SqliteStatement;

  constructor(private readonly log: Sqlite) {
    const page = (rows: string) => log.prepare(packed(rows)).raw();
    this.streamForwards = page('WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
    this.streamBackwards = page('WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?');
    this.allForwards = page('WHERE position >= ? ORDER BY position LIMIT ?');
    this.allBackwards = page('WHERE position <= ? ORDER BY position DESC LIMIT ?');
    this.exists = log.prepare('SELECT EXISTS (SELECT 1 FROM events WHERE stream = ?)').raw();
    this.last = log.prepare('SELECT max(position) FROM events').raw();
  }

  /** From revision `from` on, inclusive, `step` 1 or -1. */
  stream(stream: string, from: number, limit: number, step: 1 | -1): StoredEvent[] {
    const statement = step === 1 ? this.streamForwards : this.streamBackwards;
    return pages(
      from,
      limit,
      (start, count) => statement.get(stream, start, count),
      (event) => event.revision + step,
    );
  }

  /** From place `from` on, inclusive, `step` 1 or -1. */
  all(from: number, limit: number, step: 1 | -1): StoredEvent[] {
    const statement = step === 1 ? this.allForwards : this.allBackwards;
    return pages(
      from,
      limit,
      (start, count) => statement.get(start, count),
      (event) => event.place + step,
    );
  }

  has(stream: string): boolean {
    return (this.exists.get(stream) as [number])[0] === 1;
  }

  /** Place of the last event, 0 for an empty log. */
  end(): number {
    return (this.last.get() as [number | null])[0] ?? 0;
  }

  close(): void {
    this.log.close();
  }
}

function pages(
  from: number,
  limit: number,
  read: (from: number, count: number) => unknown,
  next: (last: StoredEvent) => number,
): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let start = from; ;) {
    const count = Math.min(PAGE, limit - events.length);
    const page = unpack((read(start, count) as [string | null])[0]);
    if (events.length === 0 && page.length < count) return page;
    events.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < count || events.length >= limit) return events;
    start = next(last);
  }
}
