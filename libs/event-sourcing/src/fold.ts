import type { DomainEvent, EventMeta } from './event';

/**
 * Which instances (rows, process instances) an event concerns. `follows` ties a stream to instances from an event on:
 * later events of that stream concern them too, although their own data does not say so.
 */
export interface Routing<E extends DomainEvent = DomainEvent> {
  readonly key: (event: E, meta: EventMeta) => string | readonly string[] | undefined;
  readonly follows?: (event: E, meta: EventMeta) => readonly Followed[];
}

/** From now on, events on `stream` concern `key` too. */
export interface Followed {
  readonly stream: string;
  readonly key: string;
}

/** A line per event of interest; absence means "not interested". `key` is the instance folded into. */
export type Lines<Row, E extends DomainEvent, Result> = {
  readonly [T in E['type']]?: (row: Row, data: Extract<E, { type: T }>['data'], meta: EventMeta, key: string) => Result;
};

/** The instances that an event's own words name, each once. */
export function keysOf<E extends DomainEvent>(routing: Routing<E>, event: E, meta: EventMeta): readonly string[] {
  const keys = routing.key(event, meta);
  if (keys === undefined) return [];
  return typeof keys === 'string' ? [keys] : [...new Set(keys)];
}
