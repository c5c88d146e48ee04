import {
  AppendResult,
  BACKWARDS,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  MetadataType,
  NO_STREAM,
  Position as ClientPosition,
  StreamingRead,
} from '@eventstore/db-client';
import { ExpectedRevision, NewEvent } from '../port';
import { Credentials, credentialsIn } from './connection-string';
import { LogEvent, Place } from './recorded';
import { withWholeTrailers } from './trailers';

/** Milliseconds by which a call may outlive its deadline before it counts as hanging. */
const SLACK = 500;

export type AppendAnswer =
  | { readonly kind: 'appended'; readonly revision: number; readonly place: Place | undefined }
  | { readonly kind: 'conflict'; readonly actual: ExpectedRevision }
  | { readonly kind: 'stream-deleted' }
  | { readonly kind: 'too-large'; readonly message: string };

export type StreamAnswer = readonly LogEvent[] | 'stream-not-found' | 'stream-deleted';

export interface ReadFrom<At> {
  readonly from: At | undefined;
  readonly limit: number | undefined;
  readonly direction: 'forwards' | 'backwards';
}

/** The server, or what is between, gave no answer that is final: what was asked for may or may not have happened. */
export class Unanswered extends Error {
  constructor(
    message: string,
    readonly kind: 'not-leader' | 'no-such-position' | 'other',
    /** Certain that the server did nothing. */
    readonly refused: boolean,
  ) {
    super(message);
  }
}

interface Settle<T> {
  answer(value: T): void;
  fail(error: unknown): void;
  progress(): void;
}

/** One client of the server. Everything that depends on the client is in this file; the next client is another such file. */
export class Client {
  private readonly db: EventStoreDBClient;
  private readonly credentials: Credentials;
  private readonly underWay = new Set<(error: Unanswered) => void>();
  private readonly tails = new Set<(error: Unanswered) => void>();
  private retired = false;
  private used = false;
  private lastHeard = performance.now();

  /**
   * @param deadline milliseconds for an append, and for the next event of a read
   * @throws Error where the connection string cannot be read
   */
  constructor(
    connectionString: string,
    private readonly deadline: number,
  ) {
    this.credentials = credentialsIn(connectionString);
    this.db = EventStoreDBClient.connectionString(connectionString);
    // Every call of the client gets its arguments here; it has no other place for an interceptor.
    const callArguments = this.db['callArguments'];
    this.db['callArguments'] = (base, given) => {
      const [metadata, call] = callArguments(base, given);
      return [metadata, { ...call, interceptors: [withWholeTrailers] }];
    };
  }

  /** Milliseconds since the server last said anything. */
  get silence(): number {
    return performance.now() - this.lastHeard;
  }

  /** @throws Unanswered */
  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[], within: number): Promise<AppendAnswer> {
    const deadline = Math.max(1, Math.min(within, this.deadline));
    const options = {
      expectedRevision: expected === 'no-stream' ? NO_STREAM : BigInt(expected),
      credentials: this.credentials,
      requiresLeader: true,
      deadline,
    } as const;
    try {
      const appended = await this.bounded<AppendResult>(deadline + SLACK, ({ answer, fail }) => {
        this.db.appendToStream(stream, events.map(proposed), options).then(answer, fail);
      });
      const revision = Number(appended.nextExpectedRevision);
      if (appended.success) return { kind: 'appended', revision, place: appended.position };
      return { kind: 'conflict', actual: revision < 0 ? 'no-stream' : revision };
    } catch (error) {
      const final = finalAppendAnswer(error);
      if (final === undefined) throw unanswered(error);
      return final;
    }
  }

  /** @throws Unanswered */
  async readStream(stream: string, { from, limit, direction }: ReadFrom<number>): Promise<StreamAnswer> {
    try {
      return await this.collect(() =>
        this.db.readStream(stream, {
          fromRevision: from === undefined ? edge(direction) : BigInt(from),
          maxCount: limit,
          direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
          requiresLeader: true,
        }),
      );
    } catch (error) {
      const type = typeOf(error);
      if (type === 'stream-not-found' || type === 'stream-deleted') return type;
      throw unanswered(error);
    }
  }

  /** Forwards includes what stands at `from`, backwards excludes it. @throws Unanswered */
  async readAll({ from, limit, direction }: ReadFrom<Place>): Promise<readonly LogEvent[]> {
    try {
      return await this.collect(() =>
        this.db.readAll({
          fromPosition: (from as ClientPosition | undefined) ?? edge(direction),
          maxCount: limit,
          direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
          requiresLeader: true,
        }),
      );
    } catch (error) {
      // The server's word for a position at which no record starts; it says the same of anything that it cannot read.
      if (typeOf(error) === 'unknown' && from !== undefined) throw new Unanswered(messageOf(error), 'no-such-position', false);
      throw unanswered(error);
    }
  }

  /** Hands over whatever comes after `after` until it is stopped or `ended`, once, by the server or by what is between. */
  tail(after: Place | undefined, on: { event(event: LogEvent): void; ended(error: Unanswered): void }): () => void {
    this.used = true;
    const subscription = this.db.subscribeToAll({
      fromPosition: (after as ClientPosition | undefined) ?? 'start',
      requiresLeader: true,
    });
    const stop = (): void => {
      this.tails.delete(end);
      subscription.removeAllListeners('data').on('data', ignore);
      subscription.unsubscribe().catch(ignore);
    };
    const end = (error: unknown): void => {
      if (!this.tails.has(end)) return;
      stop();
      on.ended(unanswered(error));
    };
    this.tails.add(end);
    subscription.on('error', end);
    subscription.on('close', () => end(new Error('the subscription was closed')));
    subscription.on('data', ({ event }: { event?: LogEvent }) => {
      this.lastHeard = performance.now();
      if (event !== undefined) on.event(event);
    });
    if (this.retired) end(new Error('the client is closed'));
    return stop;
  }

  /** Takes nothing new: ends the subscriptions, lets the rest come to its end and frees its connection then. */
  retire(): void {
    this.retired = true;
    for (const end of [...this.tails]) end(new Unanswered('the client was replaced', 'other', false));
    if (this.underWay.size === 0) this.free();
  }

  /** Ends everything at once and frees its connection. */
  close(): void {
    this.retire();
    for (const abandon of [...this.underWay]) abandon(new Unanswered('the event store was closed', 'other', false));
  }

  private free(): void {
    // Disposing ends the client's streams only and leaves its channel open.
    this.db.dispose().catch(ignore);
    if (this.used) this.db['getChannel']().then((channel) => channel.close(), ignore);
  }

  private collect(open: () => StreamingRead<{ event?: LogEvent }>): Promise<readonly LogEvent[]> {
    return this.bounded(this.deadline, ({ answer, fail, progress }) => {
      const events: LogEvent[] = [];
      const reading = open();
      reading.on('error', fail);
      reading.on('end', () => answer(events));
      reading.on('data', ({ event }) => {
        progress();
        if (event !== undefined) events.push(event);
      });
      return () => {
        reading.cancel().catch(ignore);
      };
    });
  }

  /** Every call has a time-out here besides the client's own, which does not always end it. */
  private bounded<T>(timeout: number, begin: (settle: Settle<T>) => (() => void) | void): Promise<T> {
    this.used = true;
    return new Promise((resolve, reject) => {
      const over = (): boolean => {
        clearTimeout(timer);
        if (!this.underWay.delete(abandon)) return false;
        if (this.retired && this.underWay.size === 0) this.free();
        return true;
      };
      const abandon = (error: Unanswered): void => {
        if (!over()) return;
        cancel?.();
        reject(error);
      };
      const timer = setTimeout(() => abandon(new Unanswered(`no answer within ${timeout} ms`, 'other', false)), timeout);
      this.underWay.add(abandon);
      const cancel = begin({
        answer: (value) => {
          this.lastHeard = performance.now();
          if (over()) resolve(value);
        },
        fail: (error) => {
          if (isAnswer(error)) this.lastHeard = performance.now();
          if (over()) reject(error as Error);
        },
        progress: () => {
          this.lastHeard = performance.now();
          timer.refresh();
        },
      });
    });
  }
}

function proposed({ id, type, data, metadata }: NewEvent) {
  return jsonEvent({ id, type, data, metadata: metadata as MetadataType });
}

function edge(direction: 'forwards' | 'backwards'): 'start' | 'end' {
  return direction === 'forwards' ? 'start' : 'end';
}

function finalAppendAnswer(error: unknown): AppendAnswer | undefined {
  switch (typeOf(error)) {
    case 'wrong-expected-version': {
      const { actualVersion } = error as { actualVersion: bigint | 'no_stream' };
      return { kind: 'conflict', actual: typeof actualVersion === 'bigint' ? Number(actualVersion) : 'no-stream' };
    }
    case 'stream-deleted':
      return { kind: 'stream-deleted' };
    case 'maximum-append-size-exceeded':
      return { kind: 'too-large', message: messageOf(error) };
    default:
      return undefined;
  }
}

const NEVER_SENT = /No connection established|Failed to discover|Name resolution failed|before call started|Server Is Not Ready/;

function unanswered(error: unknown): Unanswered {
  if (error instanceof Unanswered) return error;
  const [message, type] = [messageOf(error), typeOf(error)];
  if (type === 'not-leader') return new Unanswered(message, 'not-leader', true);
  return new Unanswered(message, 'other', NEVER_SENT.test(message));
}

/** Whether the server itself has spoken, and not the client for it. */
function isAnswer(error: unknown): boolean {
  const type = typeOf(error);
  return type !== undefined && type !== 'unavailable' && type !== 'deadline-exceeded' && type !== 'cancelled';
}

function typeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function ignore(): void {
  return undefined;
}
