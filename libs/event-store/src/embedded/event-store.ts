import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as after } from 'node:timers/promises';
import { checkAllRead, checkAppend, checkStreamRead, checkSubscription, positionNotGiven } from '../port-checks';
import * as port from '../port';
import { CommitQueue } from './commit-queue';
import { openLogToRead } from './log-file';
import { Request } from './log-writer';
import { LogReader } from './log-reader';
import { POSITION_SHAPE, positionOf } from './recorded';
import { sqliteCode } from './sqlite';

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
    this.reader = new LogReader(openLogToRead(file));
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
    return this.read((log) => {
      const events = log.stream(stream, from, options.limit ?? Number.MAX_SAFE_INTEGER, forwards ? 1 : -1);
      if (events.length === 0 && !log.has(stream)) throw new port.StreamNotFound(stream);
      return events;
    });
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
      const page = await this.pageAfter(place, maxBatch, signal);
      if (page === undefined) continue;
      const { events, caughtUp } = page;
      if (events.length > 0 || !told) {
        place = events.at(-1)?.place ?? place;
        told = true;
        yield { events, position: place === 0 ? undefined : positionOf(place), caughtUp };
        await nextTurn();
      } else {
        await this.growth(signal);
      }
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
    this.closing ??= this.commits.close().finally(() => this.reader.close());
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
      if (sqliteCode(error) === undefined) throw error;
      throw new port.StoreUnavailable(`the event log cannot be read: ${(error as Error).message}`);
    }
  }

  /** `undefined` where the log could not be read, after a pause. */
  private async pageAfter(place: number, maxBatch: number, signal: AbortSignal) {
    try {
      return this.read((log) => {
        const events = log.all(place + 1, maxBatch, 1);
        return { events, caughtUp: events.length < maxBatch || log.end() === events.at(-1)?.place };
      });
    } catch (error) {
      if (!(error instanceof port.StoreUnavailable)) throw error;
      await after(AGAIN, undefined, { signal }).catch(() => undefined);
      return undefined;
    }
  }

  private wake(): void {
    for (const wake of this.waiting) wake();
  }

  /** Until the log grows, the store closes or the signal aborts. */
  private growth(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
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
