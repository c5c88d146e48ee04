import { LogFile } from './log-file';
import { Expected, LoggedEvent, Outcome, Proposed } from './recorded';
import { eventIn, eventMessage } from './wire';

interface StreamState {
  readonly events: LoggedEvent[];
  tombstoned: boolean;
  /** Deleted so that it can be written to again. */
  softDeleted: boolean;
  truncateBefore: number;
}

/** `absent`, `deleted`, or the events that may be read. */
export type Readable = 'absent' | 'deleted' | { readonly events: readonly LoggedEvent[]; readonly from: number; readonly to: number };

const RECORD_OVERHEAD = 93;
const FIRST_RECORD = 131;
const GAP = 59;
const EVENTS_BETWEEN_GAPS = 7;
const REMEMBERED_IDS = 100_000;
const DELETED_REVISION = '9223372036854775807';

/** The events and who may see them: written first, visible once committed, in log order. */
export class EventLog {
  readonly events: LoggedEvent[] = [];
  private readonly streams = new Map<string, StreamState>();
  private readonly rememberedIds = new Map<string, LoggedEvent>();
  private readonly scavenged = new Set<LoggedEvent>();
  private readonly watchers = new Set<() => void>();
  private visible = 0;
  private lastByte = FIRST_RECORD;

  constructor(private readonly file?: LogFile) {
    for (const message of file?.messages() ?? []) {
      const told = eventIn(message);
      this.place({ ...told, message, end: told.position + this.sizeOf(told) });
    }
    this.visible = this.events.length;
  }

  /** How many events are committed; the others are in flight. */
  get committed(): number {
    return this.visible;
  }

  /** The byte after the last record. */
  get end(): number {
    return this.lastByte;
  }

  /** Calls `watcher` after every commit until the function returned is called. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Makes everything up to and including `last` visible. */
  commit(last: LoggedEvent): void {
    if (last.index < this.visible) return;
    this.visible = last.index + 1;
    for (const watcher of this.watchers) watcher();
  }

  isCommitted({ index }: LoggedEvent): boolean {
    return index < this.visible;
  }

  /** Loses what was in flight. */
  dropInFlight(): void {
    for (const { stream } of this.events.splice(this.visible)) this.streams.get(stream)?.events.pop();
    this.lastByte = this.events.at(-1)?.end ?? FIRST_RECORD;
    this.file?.keep(this.events.length);
  }

  /** Forgets the ids that are known by heart, as a restart does: `any` and `stream-exists` then store twins. */
  forgetIds(): void {
    this.rememberedIds.clear();
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const state = this.streams.get(stream);
    if (state?.tombstoned === true) return { kind: 'deleted' };
    const current = (state?.events.length ?? 0) - 1;
    const conflict = { kind: 'conflict', expected, current } as const;
    if (expected === 'stream-exists') {
      if (state?.softDeleted === true) return { kind: 'deleted' };
      if (current < 0 && !this.streams.has(`$$${stream}`)) return conflict;
    }
    if (expected === 'any' || expected === 'stream-exists') {
      const known = events.map(({ id }) => this.rememberedIds.get(id)).map((event) => (event?.stream === stream ? event : undefined));
      if (known.length > 0 && known.every((event) => event !== undefined)) return this.replay(known.at(-1)!);
      if (known[0] !== undefined) return conflict;
      return this.write(stream, events);
    }
    const revision = expected === 'no-stream' ? -1 : Number(expected);
    if (revision > current) return conflict;
    if (revision === current) return this.write(stream, events);
    const already = events.findIndex(({ id }, offset) => state?.events[revision + 1 + offset]?.id !== id);
    if (already === -1 && events.length > 0) return this.replay(state!.events[revision + events.length]!);
    if (already === 0 && expected === 'no-stream' && state?.softDeleted === true) return this.write(stream, events);
    return conflict;
  }

  private replay(last: LoggedEvent): Outcome {
    if (!this.isCommitted(last)) return { kind: 'twin-in-flight' };
    return { kind: 'replayed', revision: last.revision, last };
  }

  private write(stream: string, events: readonly Proposed[]): Outcome {
    const state = this.streams.get(stream);
    if (state?.softDeleted === true && events.length > 0) {
      this.writeRecords(`$$${stream}`, [jsonEvent('$metadata', { $tb: state.events.length })]);
    }
    const last = this.writeRecords(stream, events);
    return { kind: 'appended', revision: last?.revision ?? (state?.events.length ?? 0) - 1, last };
  }

  /** Deletes for good: reads and appends are refused from now on. */
  tombstone(stream: string): LoggedEvent {
    return this.writeRecords(stream, [jsonEvent('$streamDeleted', {})], DELETED_REVISION)!;
  }

  /** Deletes so that reads find no stream, while a writer can go on behind the last revision. */
  softDelete(stream: string): LoggedEvent {
    return this.writeRecords(`$$${stream}`, [{ ...jsonEvent('$metadata', {}), data: Buffer.from(`{"$tb":${DELETED_REVISION}}`) }])!;
  }

  /** Revision of the last event written, −1 for none, `deleted`. */
  currentRevision(stream: string): number | 'deleted' {
    const state = this.streams.get(stream);
    return state?.tombstoned === true ? 'deleted' : (state?.events.length ?? 0) - 1;
  }

  readable(stream: string): Readable {
    const state = this.streams.get(stream);
    if (state === undefined) return 'absent';
    if (state.tombstoned) return 'deleted';
    let to = state.events.length;
    while (to > 0 && !this.isCommitted(state.events[to - 1]!)) to -= 1;
    if (to === 0 || state.softDeleted) return 'absent';
    return { events: state.events, from: Math.min(state.truncateBefore, to), to };
  }

  /** Takes the events of a stream away for good; its place in the log can still be named. */
  scavenge(stream: string): void {
    for (const event of this.streams.get(stream)?.events ?? []) this.scavenged.add(event);
  }

  isThere(event: LoggedEvent): boolean {
    return !this.scavenged.has(event);
  }

  /** Index of the first event at or after `position`, and whether a record starts (or the log ends) there. */
  find(position: number): { index: number; isRecordStart: boolean } {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.events[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    const isRecordStart = position === 0 || this.events[low]?.position === position || this.events[low - 1]?.end === position;
    return { index: low, isRecordStart };
  }

  close(): void {
    this.file?.close();
  }

  private writeRecords(stream: string, events: readonly Proposed[], revision?: string): LoggedEvent | undefined {
    const created = Date.now();
    const first = this.streams.get(stream)?.events.length ?? 0;
    let position = this.lastByte;
    if (this.events.length % EVENTS_BETWEEN_GAPS === 0) position += GAP;
    const written = events.map((event, offset) => {
      const told = { ...event, stream, revision: revision ?? String(first + offset), position, created };
      const record = { ...told, message: eventMessage(told), end: position + this.sizeOf(told) };
      position = record.end;
      return record;
    });
    this.file?.add(written.map(({ message }) => message));
    return written.map((record) => this.place(record)).at(-1);
  }

  private sizeOf({ stream, type, data, metadata }: Proposed & { stream: string }): number {
    return RECORD_OVERHEAD + Buffer.byteLength(stream) + Buffer.byteLength(type) + data.length + metadata.length;
  }

  private place(record: Proposed & { stream: string; revision: string; position: number; end: number; message: Buffer }): LoggedEvent {
    const { stream, id, type, position, end, message } = record;
    const event = { index: this.events.length, stream, revision: Number(record.revision), id, type, position, end, message };
    let state = this.streams.get(stream);
    if (state === undefined) {
      state = { events: [], tombstoned: false, softDeleted: false, truncateBefore: 0 };
      this.streams.set(stream, state);
    }
    this.events.push(event);
    this.lastByte = end;
    if (record.revision === DELETED_REVISION) state.tombstoned = true;
    else state.events.push(event);
    if (type === '$metadata' && stream.startsWith('$$')) this.applyMetadata(stream.slice(2), record.data);
    this.rememberedIds.set(id, event);
    if (this.rememberedIds.size > REMEMBERED_IDS) this.rememberedIds.delete(this.rememberedIds.keys().next().value!);
    return event;
  }

  private applyMetadata(stream: string, data: Uint8Array): void {
    const { $tb = 0 } = JSON.parse(Buffer.from(data).toString('utf8')) as { $tb?: number };
    const state = this.streams.get(stream);
    if (state === undefined) return;
    state.softDeleted = $tb > Number.MAX_SAFE_INTEGER;
    state.truncateBefore = state.softDeleted ? state.events.length : $tb;
  }
}

/** An event that the server itself writes. */
export function jsonEvent(type: string, data: object): Proposed {
  return { id: crypto.randomUUID(), type, isJson: true, data: Buffer.from(JSON.stringify(data)), metadata: Buffer.alloc(0) };
}
