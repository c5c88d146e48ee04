import { JsonObject, Position, RecordedEvent } from '../port';
import { positionNotGiven } from '../port-checks';

/** A place in the server's log, in bytes. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as the client gives it, whoever wrote it. */
export interface LogEvent {
  readonly streamId: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: Place;
}

/** `commit~prepare`, twenty digits each. */
export const POSITION_SHAPE = /^[0-9]{20}~[0-9]{20}$/;
const LAST_PLACE = 2n ** 63n - 1n;
const STREAM = /^[a-z][A-Za-z]*-[A-Za-z0-9_.~]{1,120}$/;

export function positionOf({ commit, prepare }: Place): Position {
  return `${commit.toString().padStart(20, '0')}~${prepare.toString().padStart(20, '0')}` as Position;
}

/** @throws PortRefusal `position-not-given` beyond what the server can count */
export function placeOf(position: Position): Place {
  const place = { commit: BigInt(position.slice(0, 20)), prepare: BigInt(position.slice(21)) };
  if (place.commit > LAST_PLACE || place.prepare > LAST_PLACE) throw positionNotGiven(position);
  return place;
}

/** Negative, zero or positive as `a` lies before, at or after `b`. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}

/** @throws Error where the server left the place out, which none that we talk to does */
export function placeIn({ position, streamId }: LogEvent): Place {
  if (position === undefined) throw new Error(`the server gave an event of ${streamId} without its position`);
  return position;
}

/** How our streams are called in the server, and which of its events are ours. */
export class Names {
  constructor(private readonly prefix: string) {}

  stored(stream: string): string {
    return this.prefix + stream;
  }

  /** The event as the port gives it; `undefined` where it is not ours: the server's own, or somebody else's. */
  ours(event: LogEvent): RecordedEvent | undefined {
    const { streamId, type, isJson, data } = event;
    if (type.startsWith('$') || !streamId.startsWith(this.prefix)) return undefined;
    const stream = streamId.slice(this.prefix.length);
    if (!STREAM.test(stream) || !isJson || !isObject(data)) return undefined;
    return new StoredEvent(stream, event, data);
  }
}

class StoredEvent implements RecordedEvent {
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly metadata: JsonObject;
  readonly schemaVersion: number;
  private readonly place: Place;

  constructor(
    readonly stream: string,
    event: LogEvent,
    readonly data: JsonObject,
  ) {
    this.revision = Number(event.revision);
    this.id = event.id;
    this.type = event.type;
    this.metadata = isObject(event.metadata) ? event.metadata : {};
    this.schemaVersion = schemaVersionIn(this.metadata);
    this.place = placeIn(event);
  }

  get position(): Position {
    return positionOf(this.place);
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function schemaVersionIn({ schemaVersion }: JsonObject): number {
  return Number.isSafeInteger(schemaVersion) && (schemaVersion as number) > 0 ? (schemaVersion as number) : 1;
}
