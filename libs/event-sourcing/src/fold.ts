import type { DomainEvent, EventMeta } from './event';

/**
 * Which instances (rows, process instances) an event concerns. `follows` ties a stream to instances from an event on:
 * later events of that stream concern them too, although their own data does not say so.
 */
export interface Routing<E extends DomainEvent = DomainEvent> {
  readonly key: (event: E, meta: EventMeta) => string | readonly string[] | undefined;
  readonly follows?: (event: E, meta: EventMeta) => readonly Followed[];
  /** Whether an event concerns an instance that it would be folded into; absent: it does. */
  readonly concerns?: (event: E, meta: EventMeta, key: string) => boolean;
}

/** From now on, events on `stream` concern `key` too. */
export interface Followed {
  readonly stream: string;
  readonly key: string;
}

/** A line per event of interest; absence means "not interested". `key` is the instance folded into. */
export type Lines<Row, E extends DomainEvent, Result, Into extends unknown[] = [key: string]> = {
  readonly [T in E['type']]?: (row: Row, data: Extract<E, { type: T }>['data'], meta: EventMeta, ...into: Into) => Result;
};

/** The instances that an event concerns, each once: those that its own words name, then those that its stream is tied to, in order. */
export function keysOf<E extends DomainEvent>(
  routing: Routing<E>,
  event: E,
  meta: EventMeta,
  followed: Iterable<string> = [],
): readonly string[] {
  const named = routing.key(event, meta) ?? [];
  const keys = [...new Set([...(typeof named === 'string' ? [named] : named), ...[...followed].sort()])];
  return routing.concerns ? keys.filter((key) => routing.concerns!(event, meta, key)) : keys;
}
