/// <reference lib="es2024.string" />
import { AppendTooLarge, ExpectedRevision, NewEvent, PortRefusal } from './port';

/** Bytes of `data` (JSON, UTF-8) that one append may hold; metadata is not counted. */
export const MAX_APPEND_BYTES = 1_048_576;
/** Objects and arrays inside each other that data or metadata may hold. */
export const MAX_DEPTH = 100;

const STREAM = /^[a-z][A-Za-z]*-[A-Za-z0-9_.~]{1,120}$/;

const CONTROL = /[\u0000-\u001f\u007f]/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * An append that every adapter takes, or none. Ids are compared without regard to case: they are stored in lower case.
 * @throws PortRefusal `stream-name-empty`, `stream-name-malformed`, `reserved-name`, `revision-out-of-range`, `no-events`, `id-not-uuid`,
 * `id-twice`, `type-empty`, `text-malformed` (U+0000, a lone surrogate; a control character in a type), `not-json`, `too-deep`
 * @throws AppendTooLarge beyond {@link MAX_APPEND_BYTES} of data
 */
export function checkAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): void {
  checkStreamName(stream);
  if (expected !== 'no-stream') checkRevision(expected);
  if (!Array.isArray(events) || events.length === 0) throw new PortRefusal('no-events', 'an append holds at least one event');
  let mostBytes = 0;
  for (const event of events as readonly NewEvent[]) {
    if (typeof event.id !== 'string' || !UUID.test(event.id)) throw new PortRefusal('id-not-uuid', `${String(event.id)} is not a UUID`);
    checkType(event.type);
    mostBytes += checkObject(event.data, 'data');
    checkObject(event.metadata, 'metadata');
  }
  if (events.length > 1) checkDistinct(events);
  if (mostBytes > MAX_APPEND_BYTES) checkSize(events);
}

/** @throws PortRefusal as {@link checkAppend} for the name; `revision-out-of-range`, `limit-below-one`, `direction-unknown` */
export function checkStreamRead(stream: string, options: { from?: number; limit?: number; direction?: string } = {}): void {
  checkStreamName(stream);
  if (options.from !== undefined) checkRevision(options.from);
  if (options.limit !== undefined) checkLimit(options.limit);
  checkDirection(options.direction);
}

/**
 * @param shape what the adapter's own positions look like
 * @throws PortRefusal `limit-below-one`, `direction-unknown`, `position-not-given`
 */
export function checkAllRead(options: { from?: string; limit: number; direction?: string }, shape?: RegExp): void {
  if (options.from !== undefined) checkPosition(options.from, shape);
  checkLimit(options.limit);
  checkDirection(options.direction);
}

/** @throws PortRefusal `limit-below-one`, `position-not-given` */
export function checkSubscription(options: { after?: string; maxBatch?: number }, shape?: RegExp): void {
  if (options.after !== undefined) checkPosition(options.after, shape);
  if (options.maxBatch !== undefined) checkLimit(options.maxBatch);
}

/** The refusal of a place in the log that no store gave. */
export function positionNotGiven(position: unknown): PortRefusal {
  return new PortRefusal('position-not-given', `no store gave the position ${String(position)}`);
}

function checkPosition(position: unknown, shape = /^\S+$/): void {
  if (typeof position !== 'string' || !shape.test(position)) throw positionNotGiven(position);
}

function checkStreamName(stream: unknown): void {
  if (typeof stream === 'string' && STREAM.test(stream)) return;
  if (stream === '' || stream === undefined) throw new PortRefusal('stream-name-empty', 'a stream has a name');
  if (typeof stream === 'string' && stream.startsWith('$')) {
    throw new PortRefusal('reserved-name', 'names beginning with $ are the store’s own');
  }
  throw new PortRefusal('stream-name-malformed', `a stream is called category-id, not ${JSON.stringify(String(stream))}`);
}

function checkType(type: unknown): void {
  if (typeof type !== 'string' || type === '') throw new PortRefusal('type-empty', 'an event has a type');
  if (type.startsWith('$')) throw new PortRefusal('reserved-name', 'types beginning with $ are the store’s own');
  checkText(type, 'type');
  if (CONTROL.test(type)) throw new PortRefusal('text-malformed', 'a type holds no control character');
}

function checkRevision(revision: unknown): void {
  if (!Number.isSafeInteger(revision) || (revision as number) < 0) {
    throw new PortRefusal('revision-out-of-range', `a revision is 0, 1, 2 …, not ${String(revision)}`);
  }
}

function checkLimit(limit: unknown): void {
  if (!Number.isSafeInteger(limit) || (limit as number) < 1) {
    throw new PortRefusal('limit-below-one', `a read asks for 1, 2, 3 … events, not for ${String(limit)}`);
  }
}

function checkDirection(direction: unknown): void {
  if (direction !== undefined && direction !== 'forwards' && direction !== 'backwards') {
    throw new PortRefusal('direction-unknown', `a read goes forwards or backwards, not ${String(direction)}`);
  }
}

function checkDistinct(events: readonly NewEvent[]): void {
  const seen = new Set<string>();
  for (const { id } of events) {
    const stored = id.toLowerCase();
    if (seen.has(stored)) throw new PortRefusal('id-twice', `${id} stands twice in one append`);
    seen.add(stored);
  }
}

function checkSize(events: readonly NewEvent[]): void {
  const bytes = events.reduce((sum, { data }) => sum + Buffer.byteLength(JSON.stringify(data)), 0);
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(`${bytes} bytes of data in one append, the most is ${MAX_APPEND_BYTES}`);
}

function checkObject(value: unknown, where: string): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notJson(where, 'is not an object');
  return checkJson(value, where, 0);
}

/** Returns no less than the bytes that the value takes as JSON, so that only what may be too large is measured. */
function checkJson(value: unknown, where: string, depth: number): number {
  switch (typeof value) {
    case 'string':
      return checkText(value, where);
    case 'number':
      if (!Number.isFinite(value)) throw notJson(where, `holds ${value}`);
      return 25;
    case 'boolean':
      return 5;
    case 'object':
      if (value === null) return 4;
      if (depth === MAX_DEPTH) throw new PortRefusal('too-deep', `${where} is nested more than ${MAX_DEPTH} deep`);
      return Array.isArray(value) ? checkArray(value, where, depth) : checkPlain(value as Record<string, unknown>, where, depth);
    default:
      throw notJson(where, `holds ${value === undefined ? 'undefined' : `a ${typeof value}`}`);
  }
}

function checkArray(values: readonly unknown[], where: string, depth: number): number {
  if ('toJSON' in values) throw notJson(where, 'holds something with toJSON');
  let bytes = 2;
  for (let index = 0; index < values.length; index += 1) bytes += 1 + checkJson(values[index], where, depth + 1);
  return bytes;
}

function checkPlain(value: Record<string, unknown>, where: string, depth: number): number {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Object.prototype of another realm is as plain as ours: it is the end of the chain.
  if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
    throw notJson(where, `holds an instance of ${value.constructor?.name ?? 'a class'}`);
  }
  if (typeof value['toJSON'] === 'function') throw notJson(where, 'holds something with toJSON');
  let bytes = 2;
  for (const key of Object.keys(value)) bytes += 2 + checkText(key, where) + checkJson(value[key], where, depth + 1);
  return bytes;
}

function checkText(text: string, where: string): number {
  if (!text.isWellFormed() || text.includes('\u0000')) {
    throw new PortRefusal('text-malformed', `${where} holds U+0000 or half a character`);
  }
  return 2 + 6 * text.length;
}

function notJson(where: string, what: string): PortRefusal {
  return new PortRefusal('not-json', `${where} ${what}`);
}
