import { randomUUID } from 'node:crypto';
import { EventStore, EventStoreError, JsonObject, NewEvent, Position, RecordedEvent } from '../port';

/** What stands between the suite and one adapter. The log may hold others' events before, during and after the run. */
export interface EventStoreHarness {
  /** The store, over a log that goes on from run to run or is new. */
  open(): Promise<EventStore>;
  /** The store as the next process finds it: the one before is closed, this one stands over the same log. */
  reopen(): Promise<EventStore>;
  close(): Promise<void>;
  /** The server is gone without a goodbye; the open store stays open. */
  vanish?(): Promise<void>;
  /** The server is back over the same log. */
  comeBack?(): Promise<void>;
  /** Writes what is not ours into the log: a type and a stream beginning with `$`, and whatever else the server would write. */
  writeForeign?(): Promise<void>;
  /** Writes what is not ours to the end of the log, and answers with what takes it away for good, as a scavenge does. */
  writeDoomed?(): Promise<() => Promise<void>>;
  /** Deletes a stream behind the port's back. */
  deleteStream?(stream: string): Promise<void>;
}

/** One run of the suite: its own streams, and the one store that is open. */
export class Run {
  store!: EventStore;
  private readonly prefix = `conformance-${randomUUID().slice(0, 13).replace('-', '')}`;
  private streams = 0;

  constructor(readonly harness: EventStoreHarness) {}

  /** A stream that nobody has written to. */
  stream(): string {
    this.streams += 1;
    return `${this.prefix}~${this.streams}`;
  }

  /** Appends to a new stream and returns its name. */
  async streamOf(...events: NewEvent[]): Promise<string> {
    const stream = this.stream();
    await this.store.append(stream, 'no-stream', events);
    return stream;
  }

  ours(events: readonly RecordedEvent[]): RecordedEvent[] {
    return events.filter(({ stream }) => stream.startsWith(`${this.prefix}~`));
  }

  /** Our events after `mark`, page by page through the whole log. */
  async since(mark: Position | undefined, limit = 500): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for (let from = mark; ;) {
      const page = await this.store.readAll({ from, limit: limit + 1 });
      const fresh = page.filter(({ position }) => position !== from);
      found.push(...fresh);
      from = fresh.at(-1)?.position;
      if (from === undefined) return this.ours(found);
    }
  }

  async reopen(): Promise<void> {
    this.store = await this.harness.reopen();
  }
}

/** The event as a plain object, with what is parsed only when asked for. */
export const plain = ({ stream, revision, id, type, data, metadata, schemaVersion, position }: RecordedEvent): RecordedEvent => ({
  stream,
  revision,
  id,
  type,
  data,
  metadata,
  schemaVersion,
  position,
});

let counted = 0;

/** A new event with an id and a number of its own. */
export function anEvent(given: Partial<NewEvent> = {}): NewEvent {
  counted += 1;
  return { id: randomUUID(), type: 'DeepDiveRecorded', data: { number: counted }, metadata: { v: 1, who: 'case-lead' }, ...given };
}

export const someEvents = (count: number): NewEvent[] => Array.from({ length: count }, () => anEvent());
export const ids = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);
export const numbers = (count: number): number[] => Array.from({ length: count }, (_nothing, index) => index);
export const dataOfBytes = (bytes: number): JsonObject => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });

/** The stable code of the error that `act` ends in (with the reason of a refusal), `answered` where it does not. */
export async function outcome(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'answered';
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    return 'reason' in error ? `${error.code}: ${String(error.reason)}` : error.code;
  }
}

/** A position as far away from `position` as no store gave it: every number in it is larger by `by`. */
export function ahead(position: Position, by: bigint): Position {
  return position.replace(/\d+/g, (digits) => String(BigInt(digits) + by).padStart(digits.length, '0')) as Position;
}
