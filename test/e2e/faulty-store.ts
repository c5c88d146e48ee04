import type { Appended, Delivery, EventStore, ExpectedRevision, NewEvent, Position, RecordedEvent } from '@app/event-store';

type Options = Parameters<EventStore['readStream']>[1];

/** A real store whose answers can be held back, lost or refused, one call at a time. */
export class FaultyStore implements EventStore {
  /** Stands in the place of the next appends; `store` is what the real one would do. */
  onAppend: ((store: () => Promise<Appended>) => Promise<Appended>) | undefined;
  onRead: (<T>(read: () => Promise<T>) => Promise<T>) | undefined;

  constructor(private readonly real: EventStore) {}

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[], options?: { giveUpAt?: number }): Promise<Appended> {
    const store = (): Promise<Appended> => this.real.append(stream, expected, events, options);
    return this.onAppend ? this.onAppend(store) : store();
  }

  readStream(stream: string, options?: Options): Promise<RecordedEvent[]> {
    const read = (): Promise<RecordedEvent[]> => this.real.readStream(stream, options);
    return this.onRead ? this.onRead(read) : read();
  }

  readAll(options: Parameters<EventStore['readAll']>[0]): Promise<RecordedEvent[]> {
    return this.real.readAll(options);
  }

  subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncIterable<Delivery> {
    return this.real.subscribe(options);
  }

  end(): Promise<Position | undefined> {
    return this.real.end();
  }

  probe(): Promise<void> {
    return this.real.probe();
  }

  close(): Promise<void> {
    return this.real.close();
  }
}

/** A gate that is shut until it is opened. */
export function shut(): { readonly opened: Promise<void>; open(): void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
