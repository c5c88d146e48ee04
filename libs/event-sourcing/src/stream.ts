import type { DomainEvent, EventDeclaration, EventMeta } from './event';

/** One consistency boundary: its events, and the state that decisions on it need. */
export interface Stream<S = unknown, E extends DomainEvent = DomainEvent> {
  /** `[a-z][A-Za-z]*`; a stream is named `category-id`. */
  readonly category: string;
  /** Plural in addresses: `improvement-cases`. */
  readonly collection: string;
  /** The declarations of every event that the stream can hold. */
  readonly events: readonly EventDeclaration[];
  readonly initial: () => S;
  readonly evolve: (state: S, event: E, meta: EventMeta) => S;
}

/** One line per event, none can be forgotten: an event without its line does not compile. */
export type EvolveLines<S, E extends DomainEvent> = {
  readonly [T in E['type']]: (state: S, data: Extract<E, { type: T }>['data'], meta: EventMeta) => S;
};

/** The state after an event. No clock, no ids, no mutation; sealed fields are envelopes here and are never looked into. */
export function evolveWith<S, E extends DomainEvent>(lines: EvolveLines<S, E>): Stream<S, E>['evolve'] {
  return (state, event, meta) => {
    const line = lines[event.type as E['type']];
    if (!line) throw new Error(`No evolve line for ${event.type}`);
    return line(state, event.data as never, meta);
  };
}

/** `category-id` of one stream. */
export const streamName = (stream: Pick<Stream, 'category'>, id: string): string => `${stream.category}-${id}`;

/** A stream's name in its two parts. */
export function partsOfStream(name: string): { category: string; id: string } {
  const hyphen = name.indexOf('-');
  return { category: name.slice(0, hyphen), id: name.slice(hyphen + 1) };
}
