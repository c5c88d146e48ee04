import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as after } from 'node:timers/promises';
import { checkAllRead, checkAppend, checkStreamRead, checkSubscription, positionNotGiven } from '../port-checks';
import * as port from '../port';
import { CommitQueue } from './commit-queue';
import { Request } from './log-writer';
import { LogReader } from './log-reader';
import { POSITION_SHAPE, positionOf, StoredEvent, unpack } from './recorded';

/** Milliseconds between two tries of a subscription whose read failed. */
const AGAIN = 100;
const BATCH = 1_000;

/**
 * The event store in `events.db` of a data folder that exists and that the caller has claimed.
 * @throws StoreUnavailable where the file cannot be opened, is no log, or is of a format that this build does not know
 */
export function openEmbeddedEventStore(folder: string): port.EventStore {
  return new EmbeddedEventStore(join(folder, 'events.db'));
}

class EmbeddedEventStore implements port.EventStore {
  private readonly commits: CommitQueue;
  private readonly reader: LogReader;
  private readonly waiting = new Set<() => void>();
  private closing: Promise<void> | undefined;

  constructor(file: string) {
    this.commits = new CommitQueue(file, () => this.wake());
    this.reader = new LogReader(this.commits.log);
  }

  async append(stream: string, expected: port.ExpectedRevision, events: readonly port.NewEvent[]): Promise<port.Appended> {
    checkAppend(stream, expected, events);
    const answer = await this.commit([stream, expected === 'no-stream' ? -1 : expected, cellsOf(events)]);
    if (answer.kind === 'appended') return { revision: answer.revision, position: positionOf(answer.position) };
    throw new port.WrongExpectedRevision(stream, expected, answer.actual === -1 ? 'no-stream' : answer.actual);
  }

  async readStream(
    stream: string,
    options: { from?: number; limit?: number; direction?: 'forwards' | 'backwards' } = {},
  ): Promise<port.RecordedEvent[]> {
    checkStreamRead(stream, options);
    const forwards = options.direction !== 'backwards';
    const from = options.from ?? (forwards ? 0 : Number.MAX_SAFE_INTEGER);
    const limit = options.limit ?? Number.MAX_SAFE_INTEGER;
    const pages = this.read((log) => log.streamPages(stream, from, limit, forwards ? 1 : -1));
    if (pages === null) throw new port.StreamNotFound(stream);
    return unpack(pages);
  }

  async readAll(options: { from?: port.Position; limit: number; direction?: 'forwards' | 'backwards' }): Promise<port.RecordedEvent[]> {
    checkAllRead(options, POSITION_SHAPE);
    const { from, limit, direction } = options;
    return this.read((log) => {
      if (from !== undefined && Number(from) > log.end()) throw positionNotGiven(from);
      if (direction === 'backwards') return log.all(from === undefined ? Number.MAX_SAFE_INTEGER : Number(from) - 1, limit, -1);
      return log.all(from === undefined ? 1 : Number(from), limit, 1);
    });
  }

  async *subscribe(options: { after?: port.Position; signal: AbortSignal; maxBatch?: number }): AsyncIterable<port.Delivery> {
    checkSubscription(options, POSITION_SHAPE);
    const { signal, maxBatch = BATCH } = options;
    let place = options.after === undefined ? 0 : Number(options.after);
    const end = this.read((log) => log.end());
    if (place > end) throw new port.PositionBeyondEnd(`the log ends at ${positionOf(end)}, before ${positionOf(place)}`);
    let told = false;
    while (!signal.aborted && this.closing === undefined) {
      let page: { events: StoredEvent[]; caughtUp: boolean };
      try {
        page = this.read((log) => pageAfter(log, place, maxBatch));
      } catch {
        await after(AGAIN, undefined, { signal }).catch(() => undefined);
        continue;
      }
      const { events, caughtUp } = page;
      if (events.length === 0 && told) {
        await this.growth(signal);
        continue;
      }
      place = events.at(-1)?.place ?? place;
      told = true;
      yield { events, position: place === 0 ? undefined : positionOf(place), caughtUp };
      await nextTurn();
    }
  }

  async end(): Promise<port.Position | undefined> {
    const end = this.read((log) => log.end());
    return end === 0 ? undefined : positionOf(end);
  }

  /** Commits nothing but the file's header: what an append needs of the disk. */
  async probe(): Promise<void> {
    await this.commit(['', -1, []]);
  }

  close(): Promise<void> {
    this.closing ??= this.commits.close();
    this.wake();
    return this.closing;
  }

  private async commit(request: Request) {
    if (this.closing !== undefined) throw new port.StoreUnavailable('the event store is closed');
    const answer = await this.commits.submit(request);
    if (answer.kind !== 'failed') return answer;
    if (answer.certainlyNotStored) throw new port.StoreUnavailable(`nothing was stored: ${answer.message}`);
    throw new port.OutcomeUnknown(`the commit failed while it was made durable: ${answer.message}`);
  }

  private read<T>(act: (log: LogReader) => T): T {
    if (this.closing !== undefined) throw new port.StoreUnavailable('the event store is closed');
    try {
      return act(this.reader);
    } catch (error) {
      throw unreadable(error);
    }
  }

  private wake(): void {
    for (const wake of this.waiting) wake();
  }

  /** Until the log grows, the store closes or the signal aborts. */
  private growth(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || this.closing !== undefined) return resolve();
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

function pageAfter(log: LogReader, place: number, limit: number) {
  const events = log.all(place + 1, limit, 1);
  return { events, caughtUp: events.length < limit || log.end() === events.at(-1)?.place };
}

function unreadable(error: unknown): unknown {
  if (error instanceof port.EventStoreError) return error;
  return new port.StoreUnavailable(`the event log cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}

function cellsOf(events: readonly port.NewEvent[]): (string | number)[] {
  const cells: (string | number)[] = [];
  for (const { id, type, data, metadata } of events) {
    cells.push(id.toLowerCase(), type, schemaVersionOf(metadata), JSON.stringify(data), JSON.stringify(metadata));
  }
  return cells;
}

function schemaVersionOf({ schemaVersion }: port.JsonObject): number {
  return Number.isSafeInteger(schemaVersion) && (schemaVersion as number) > 0 ? (schemaVersion as number) : 1;
}
