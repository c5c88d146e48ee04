import * as port from '../port';
import { checkAllRead, checkAppend, checkStreamRead, checkSubscription } from '../port-checks';
import { Client } from './client';
import { unshared } from './connection-string';
import { Log } from './log';
import { Names, Place, placeOf, POSITION_SHAPE, positionOf } from './recorded';
import { Server } from './server';
import { Subscription } from './subscription';
import { Turns } from './turns';

export interface EventStoreDbOptions {
  /** Stands before every stream name in the server, so that several systems, or test runs, share one. Empty by default. */
  readonly streamPrefix?: string;
  /** Milliseconds for one call, 2,500 by default. */
  readonly deadline?: number;
}

const DEADLINE = 2_500;
const BATCH = 1_000;
/** Milliseconds in which an append without a final answer is repeated, where the caller names no end. */
const GIVE_UP_AFTER = 30_000;

/** Milliseconds for which a probe is repeated: as long as it takes to find out that a connection is stale, or who leads. */
const PROBE_PATIENCE = 300;
/** Of one stream that is not ours by its name, and always the same: it is stored once. */
const READINESS = 'readiness';
const PROBE: port.NewEvent = { id: '7f0a2b4c-1d3e-8f50-a1b2-c3d4e5f60718', type: 'ReadinessProbed', data: {}, metadata: {} };

/**
 * The event store in an EventStoreDB server or cluster. Opening connects to nothing yet.
 * @param connectionString `esdb://` or `esdb+discover://`; with TLS it names a user
 * @throws Error where the connection string cannot be read
 */
export function openEventStoreDb(connectionString: string, options: EventStoreDbOptions = {}): port.EventStore {
  return new EventStoreDb(connectionString, options);
}

class EventStoreDb implements port.EventStore {
  private readonly server: Server;
  private readonly names: Names;
  private readonly log: Log;
  private readonly turns = new Turns();

  constructor(connectionString: string, { streamPrefix = '', deadline = DEADLINE }: EventStoreDbOptions) {
    let clients = 0;
    this.server = new Server(() => new Client(unshared(connectionString, (clients += 1)), deadline), deadline);
    this.names = new Names(streamPrefix);
    this.log = new Log(this.server, this.names);
  }

  async append(
    stream: string,
    expected: port.ExpectedRevision,
    events: readonly port.NewEvent[],
    { giveUpAt = Date.now() + GIVE_UP_AFTER }: { giveUpAt?: number } = {},
  ): Promise<port.Appended> {
    checkAppend(stream, expected, events);
    const stored = this.names.stored(stream);
    const answer = await this.turns.take(stored, () => this.server.append(stored, expected, events, giveUpAt));
    switch (answer.kind) {
      case 'appended':
        return { revision: answer.revision, ...(answer.place && { position: positionOf(answer.place) }) };
      case 'conflict':
        throw new port.WrongExpectedRevision(stream, expected, answer.actual);
      case 'stream-deleted':
        throw new port.StreamDeleted(stream);
      case 'too-large':
        throw new port.AppendTooLarge(`the event store takes no append as large as this one to ${stream}: ${answer.message}`);
    }
  }

  async readStream(
    stream: string,
    options: { from?: number; limit?: number; direction?: 'forwards' | 'backwards' } = {},
  ): Promise<port.RecordedEvent[]> {
    checkStreamRead(stream, options);
    const { from, limit, direction = 'forwards' } = options;
    const stored = this.names.stored(stream);
    const answer = await this.server.ask((client) => client.readStream(stored, { from, limit, direction }));
    if (answer === 'stream-not-found') throw new port.StreamNotFound(stream);
    if (answer === 'stream-deleted') throw new port.StreamDeleted(stream);
    return answer.map((event) => this.names.ours(event)).filter((event) => event !== undefined);
  }

  async readAll(options: { from?: port.Position; limit: number; direction?: 'forwards' | 'backwards' }): Promise<port.RecordedEvent[]> {
    checkAllRead(options, POSITION_SHAPE);
    const { from, limit, direction = 'forwards' } = options;
    return this.log.ours(from === undefined ? undefined : placeOf(from), limit, direction);
  }

  async *subscribe(options: { after?: port.Position; signal: AbortSignal; maxBatch?: number }): AsyncIterable<port.Delivery> {
    checkSubscription(options, POSITION_SHAPE);
    const { after, signal, maxBatch = BATCH } = options;
    const place: Place | undefined = after === undefined ? undefined : placeOf(after);
    const { closing } = this.server;
    if (closing.aborted) throw new port.StoreUnavailable('the event store is closed');
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    closing.addEventListener('abort', abort);
    try {
      yield* new Subscription(this.log, this.names, place, maxBatch, stop.signal).deliveries();
    } finally {
      signal.removeEventListener('abort', abort);
      closing.removeEventListener('abort', abort);
    }
  }

  async end(): Promise<port.Position | undefined> {
    return this.log.end();
  }

  async probe(): Promise<void> {
    const stream = this.names.stored(READINESS);
    await this.server.ask((client) => client.append(stream, 'no-stream', [PROBE], DEADLINE), PROBE_PATIENCE);
  }

  async close(): Promise<void> {
    this.server.close();
  }
}
