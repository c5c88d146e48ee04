/**
 * The event store port: append, read a stream, read all, subscribe, end of the log. Nothing else: no delete, no truncation.
 * Every adapter passes the same conformance suite; what it refuses is in `port-checks.ts`.
 */

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** A place in the log, as the store gave it: a token of fixed width. Compare with {@link comparePositions} only. */
export type Position = string & { readonly __position: unique symbol };

/** Negative, zero or positive as `a` lies before, at or after `b`; `undefined` is the place before the first event. */
export function comparePositions(a: Position | undefined, b: Position | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

/** How much of the log lies before a place, from 0 to 1: good enough for an estimate, and for nothing else. */
export function shareOfLog(position: Position | undefined, end: Position | undefined): number {
  const place = (token: Position | undefined): number => (token === undefined ? 0 : Number(token.split('~', 1)[0]));
  return end === undefined || place(end) === 0 ? 1 : Math.min(1, place(position) / place(end));
}

/** `no-stream`, or the revision (0, 1, 2 …) of the last event that the writer has seen. */
export type ExpectedRevision = 'no-stream' | number;

export interface NewEvent {
  /** UUID that stands for the event's bytes; appending the same id at the same place again is harmless. */
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

export interface RecordedEvent {
  readonly stream: string;
  /** 0, 1, 2 … without a gap inside the stream. */
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  /** Parsed when first asked for. */
  readonly metadata: JsonObject;
  /** `metadata.schemaVersion`, known without parsing the metadata; 1 where the metadata names none. */
  readonly schemaVersion: number;
  readonly position: Position;
}

export interface Appended {
  /** Revision of the last event appended. */
  readonly revision: number;
  /** Absent where the append was a replay and the store does not say where the original stands. */
  readonly position?: Position;
}

/** What a subscription hands over at a time: events in log order, all after the last delivery. */
export interface Delivery {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here has been seen, whether or not it was of interest; where to resume. */
  readonly position: Position | undefined;
  /** True when nothing more was in the log as this delivery was made. */
  readonly caughtUp: boolean;
}

export interface EventStore {
  /**
   * Appends whole or not at all, durable when answered. Repeating the same ids at the same place answers as the first time.
   * An unknown outcome is settled by the adapter itself (same bytes, again) until `giveUpAt`, wall-clock milliseconds, by default 30 s from now.
   * @throws WrongExpectedRevision, AppendTooLarge, StreamDeleted, PortRefusal: final, nothing was stored
   * @throws OutcomeUnknown when `giveUpAt` passed without an answer; StoreUnavailable when it certainly was not stored
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[], options?: { giveUpAt?: number }): Promise<Appended>;

  /**
   * Events of one stream in revision order (`backwards`: from the end). Beyond the end: empty.
   * `from` defaults to the first revision (backwards: the last one), `limit` to no limit.
   * @throws StreamNotFound, StreamDeleted, StoreUnavailable, PortRefusal
   */
  readStream(stream: string, options?: { from?: number; limit?: number; direction?: 'forwards' | 'backwards' }): Promise<RecordedEvent[]>;

  /**
   * One page of the whole log, ours only. Forwards includes the event at `from`, backwards excludes it. An empty page means the end.
   * @throws StoreUnavailable, PortRefusal (also for a position the store never gave)
   */
  readAll(options: { from?: Position; limit: number; direction?: 'forwards' | 'backwards' }): Promise<RecordedEvent[]>;

  /**
   * Everything after `after` (exclusive; absent: from the start), each event once, in order, for ever, until `signal` aborts (then it ends without error).
   * It resubscribes by itself whatever happens. Pull-based: a slow consumer costs no memory.
   * @throws PositionBeyondEnd when the log ends before `after` (an older backup was restored)
   */
  subscribe(options: { after?: Position; signal: AbortSignal; maxBatch?: number }): AsyncIterable<Delivery>;

  /** Position of the last event of ours, `undefined` for an empty log. @throws StoreUnavailable */
  end(): Promise<Position | undefined>;

  /** Resolves when an append would be accepted now. @throws StoreUnavailable */
  probe(): Promise<void>;

  close(): Promise<void>;
}

export abstract class EventStoreError extends Error {
  abstract readonly code: string;
}

export class WrongExpectedRevision extends EventStoreError {
  readonly code = 'wrong-expected-revision';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`${stream} is at ${actual}, not at ${expected}`);
  }
}

export class StreamNotFound extends EventStoreError {
  readonly code = 'stream-not-found';
  constructor(readonly stream: string) {
    super(`${stream} does not exist`);
  }
}

export class StreamDeleted extends EventStoreError {
  readonly code = 'stream-deleted';
  constructor(readonly stream: string) {
    super(`${stream} was deleted in the store itself`);
  }
}

export class AppendTooLarge extends EventStoreError {
  readonly code = 'append-too-large';
}

export class OutcomeUnknown extends EventStoreError {
  readonly code = 'outcome-unknown';
}

export class StoreUnavailable extends EventStoreError {
  readonly code = 'store-unavailable';
}

export class PositionBeyondEnd extends EventStoreError {
  readonly code = 'position-beyond-end';
}

/** The caller's mistake, found before the store is asked: nothing was sent. `reason` is stable, e.g. `id-not-uuid`, `reserved-name`. */
export class PortRefusal extends EventStoreError {
  readonly code = 'port-refusal';
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}
