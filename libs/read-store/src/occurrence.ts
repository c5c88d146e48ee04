import type { EventCatalogue, Occurrence } from '@app/event-sourcing';
import { StoredMeta } from '@app/event-store';
import type { Position, RecordedEvent } from '@app/event-store/port';

/** A recorded event in today's shape, with what is needed to find it again. */
export interface Known extends Occurrence {
  readonly recorded: RecordedEvent;
}

/** @throws UnknownEvent, or whatever an upcast throws */
export function occurrenceOf(catalogue: EventCatalogue, recorded: RecordedEvent): Known {
  return { event: catalogue.read(recorded), meta: new StoredMeta(recorded), recorded };
}

/** Why an event could not be folded: where it is and what was thrown, none of its data. */
export interface Trouble {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  /** `unknown-event`, or the name of what was thrown. */
  readonly code: string;
  readonly message: string;
}

export function troubleWith(recorded: RecordedEvent, error: unknown): Trouble {
  const { position, stream, revision, id, type } = recorded;
  const { code, name, message } = (error ?? {}) as { code?: unknown; name?: unknown; message?: unknown };
  return {
    position,
    stream,
    revision,
    eventId: id,
    type,
    code: String(code ?? name ?? 'Error'),
    message: String(message ?? error).slice(0, 500),
  };
}

/** Events as far as this build knows them; the first one that it does not know ends the list. */
export interface Decoded {
  readonly known: readonly Known[];
  readonly trouble?: Trouble;
}

export function decode(catalogue: EventCatalogue, events: readonly RecordedEvent[]): Decoded {
  const known: Known[] = [];
  for (const recorded of events) {
    try {
      known.push(occurrenceOf(catalogue, recorded));
    } catch (error) {
      return { known, trouble: troubleWith(recorded, error) };
    }
  }
  return { known };
}
