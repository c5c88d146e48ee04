import { plainToInstance } from 'class-transformer';
import { assertShape, fieldsOf, type Shape } from './shape';

/** Something that happened. `data` is plain JSON: business days, reasons, amounts, ratings. */
export interface DomainEvent<T extends string = string, D extends object = object> {
  readonly type: T;
  readonly data: D;
}

/** Provenance of a stored event, literally as stored (P5). */
export interface EventMetadata {
  readonly v: 1;
  /** Opaque id, never a name; automation is `process:<name>` in role `system`. */
  readonly who: string;
  readonly role: string;
  readonly onBehalfOf?: string;
  /** Instant with milliseconds and Z, from the domain clock, never before the one before it in its stream. */
  readonly recordedAt: string;
  /** London day from which it is true. */
  readonly effectiveOn: string;
  readonly commandId: string;
  readonly bodyDigest: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly schemaVersion: number;
  readonly build: string;
  readonly hash: string;
}

/** What a fold may know of an event besides its data. */
export interface EventMeta extends Pick<EventMetadata, 'who' | 'role' | 'onBehalfOf' | 'recordedAt' | 'effectiveOn' | 'commandId'> {
  /** `category-id`. */
  readonly stream: string;
  readonly category: string;
  readonly streamId: string;
  readonly revision: number;
  readonly eventId: string;
  /** Where the log holds it; absent while an event is folded by the command that has just made it. */
  readonly position?: string;
  readonly correlationId: string;
  readonly causationId: string;
}

/** A recorded event as a fold meets it: today's type and shape, whatever was stored. */
export interface Occurrence<E extends DomainEvent = DomainEvent> {
  readonly event: E;
  readonly meta: EventMeta;
}

export interface EventOptions<D extends object> {
  /** Today's version; 1 unless the shape has moved on. */
  version?: number;
  /** A step from each older version to the next one, one event to one event. */
  from?: Readonly<Record<number, (data: never) => object>>;
  /** Names that it was stored under before. */
  formerly?: readonly string[];
  /** London day from which it is true; by default the day on which it is recorded. */
  effective?: (data: D) => string | undefined;
  /** One sentence for people, made of open fields only. */
  says: (data: D) => string;
}

export interface EventDeclaration<T extends string = string, D extends object = object> {
  (data: D): DomainEvent<T, D>;
  readonly type: T;
  readonly shape: Shape<D>;
  readonly version: number;
  readonly formerly: readonly string[];
  readonly effective: (data: D) => string | undefined;
  readonly says: (data: D) => string;
  /** Data of an older version in today's shape. */
  readonly upcast: (data: object, version: number) => D;
  /** @throws ShapeError when the data is not what the shape asks. */
  readonly assert: (data: object) => void;
}

/** The declarations in a module (`import * as events from './case.events'`): all the events of a stream. */
export type EventsIn<M> = {
  [K in keyof M]: M[K] extends EventDeclaration<infer T, infer D> ? DomainEvent<T, D> : never;
}[keyof M];

/** The event that a declaration makes. */
export type EventOf<Declaration> = Declaration extends EventDeclaration<infer T, infer D> ? DomainEvent<T, D> : never;

/** Declares an event once, with its whole history: `export const CaseOpened = defineEvent('CaseOpened', CaseOpenedShape, { says: … })`. */
export function defineEvent<const T extends string, D extends object>(
  type: T,
  shape: Shape<D>,
  options: EventOptions<D>,
): EventDeclaration<T, D> {
  const { version = 1, from = {}, formerly = [], effective = () => undefined, says } = options;
  const upcast = (data: object, storedVersion: number): D => {
    let upcasted = data;
    for (let step = storedVersion; step < version; step += 1) {
      const stepUp = from[step];
      if (!stepUp) throw new Error(`${type} has no step from version ${step}`);
      upcasted = stepUp(upcasted as never);
    }
    return upcasted as D;
  };
  const hasParts = [...fieldsOf(shape).values()].some(({ nested }) => nested);
  const assert = (data: object): void => assertShape(hasParts ? plainToInstance(shape, data) : Object.assign(new shape(), data));
  return Object.assign((data: D) => ({ type, data }), { type, shape, version, formerly, effective, says, upcast, assert });
}

/** The event declarations among a module's exports. */
export function declarationsIn(module: object): EventDeclaration[] {
  return Object.values(module).filter((value): value is EventDeclaration => typeof value === 'function' && 'upcast' in value);
}

/** A type or version that this build does not know: the reader stops, nothing is skipped. */
export class UnknownEvent extends Error {
  readonly code = 'unknown-event';
  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(`This build does not know ${type} in version ${version}.`);
  }
}

interface StoredEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

/** Every event of the system by every name it was ever stored under. */
export class EventCatalogue {
  private readonly byType = new Map<string, EventDeclaration>();

  constructor(readonly declarations: readonly EventDeclaration[]) {
    for (const declaration of declarations) {
      for (const name of [declaration.type, ...declaration.formerly]) {
        if (this.byType.has(name)) throw new Error(`Two events are called ${name}`);
        this.byType.set(name, declaration);
      }
    }
  }

  /** @throws UnknownEvent */
  declarationOf(type: string, version = 1): EventDeclaration {
    const declaration = this.byType.get(type);
    if (!declaration || version > declaration.version) throw new UnknownEvent(type, version);
    return declaration;
  }

  /** A stored event in today's type and shape. @throws UnknownEvent */
  read(stored: StoredEvent): DomainEvent {
    const declaration = this.declarationOf(stored.type, stored.schemaVersion);
    if (stored.schemaVersion === declaration.version) return { type: declaration.type, data: stored.data };
    return { type: declaration.type, data: declaration.upcast(stored.data, stored.schemaVersion) };
  }
}
