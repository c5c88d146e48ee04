import type { DomainEvent } from './event';
import type { Shape } from './shape';
import type { Stream } from './stream';

/** Who asks, as the token says. Ids are opaque. */
export interface Actor {
  readonly who: string;
  readonly role: string;
  readonly onBehalfOf?: string;
  /** The subject id of an adviser (rule P4: own contracts and areas only). */
  readonly subject?: string;
  /** The area ids of an LA contact (rule P4: own applications, grants and reports only). */
  readonly areas?: readonly string[];
}

/** Another stream as a decision found it; `judgedBy` goes into the event that relies on it. */
export interface Found<S> {
  readonly id: string;
  readonly state: S;
  /** Revision of its last event; -1 where the stream does not exist. */
  readonly revision: number;
  /** `stream@revision`. */
  readonly judgedBy: string;
}

/** Everything that a decision may know besides the command and the state. */
export interface Facts<R = object> {
  /** The domain clock: instant with milliseconds and Z. */
  readonly now: string;
  readonly actor: Actor;
  /** The stream decided on; `revision` is -1 while it does not exist. */
  readonly stream: { readonly id: string; readonly revision: number };
  /** What the feature's `reads` asked for. */
  readonly found: R;
}

/**
 * The rule: what happened, `[]` when it was already so, or a thrown {@link Refused}. Pure.
 * `R` names the other streams that it reads, e.g. `{ area: Found<LocalAreaState> }`.
 */
export type Decide<C, S, E extends DomainEvent, R = object> = (command: C, state: S, facts: Facts<R>) => readonly E[];

/** A stream that a decision wants to see. */
export interface Read {
  readonly stream: Stream<any, any>;
  readonly id: string;
}

export interface FeatureOptions<C, S> {
  /** Roles that may ask (P4); `system` is the automation. */
  readonly roles: readonly string[];
  /** One line for the reader of the API. */
  readonly says: string;
  /** Rule ids that it holds. */
  readonly rules: readonly string[];
  /** Streams that the rule needs to see, loaded afresh before it is asked. */
  readonly reads?: (command: C, state: S, id: string) => Readonly<Record<string, Read | readonly Read[]>>;
  /** For roles that may only act on their own: whether this stream is. */
  readonly own?: Readonly<Record<string, (actor: Actor, state: S, id: string) => boolean>>;
  /** Example bodies that work as they stand on the example installation, with the stream id that they go to. */
  readonly examples?: readonly { readonly id: string; readonly body: Readonly<Record<string, unknown>> }[];
}

/** One line of the wiring page: command, stream, rule, and who may ask. */
export interface Feature<C extends object = any, S = any, E extends DomainEvent = any> extends FeatureOptions<C, S> {
  readonly command: Shape<C>;
  readonly stream: Stream<S, E>;
  readonly decide: Decide<C, S, E, any>;
}

/** Turns a command on: handler, route, OpenAPI entry and role check are made from this. */
export function feature<C extends object, S, E extends DomainEvent>(
  command: Shape<C>,
  stream: Stream<S, E>,
  decide: Decide<C, S, E, any>,
  options: FeatureOptions<C, S>,
): Feature<C, S, E> {
  return { command, stream, decide, ...options };
}

/** `RecordDeepDive` as `record-deep-dive`. */
export const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
