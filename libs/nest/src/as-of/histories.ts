import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventMetadata, Projection, Source } from '@app/event-sourcing';
import { comparePositions, PortRefusal, StreamNotFound, type EventStore, type Position, type RecordedEvent } from '@app/event-store';
import { isStorableText, type ReadStore } from '@app/read-store';
import type { Moment } from './moment';

/** Streams read at a time. */
const AT_ONCE = 64;

/** Which streams a subject's history refers to: a row per stream. */
export type HistoryIndex = Projection<{ subjects: string[] }>;

/** Events in log order, and the place up to which nothing is missing. */
export interface Past {
  readonly events: readonly RecordedEvent[];
  readonly position: Position | undefined;
}

/** Reads the past of a few things from their own streams alone, never the log. */
export class Histories {
  constructor(
    private readonly store: EventStore,
    private readonly readStore: ReadStore,
    readonly index: HistoryIndex,
  ) {}

  /** All events of the sources, in log order. What is no stream has none. */
  async read(sources: readonly Source[]): Promise<Past> {
    const end = await this.store.end();
    const { streams, position } = await this.streamsOf(sources, end);
    const placed: [Position, RecordedEvent][] = [];
    for (let first = 0; first < streams.length; first += AT_ONCE) {
      const read = await Promise.all(streams.slice(first, first + AT_ONCE).map((stream) => this.eventsOf(stream)));
      for (const event of read.flat()) placed.push([event.position, event]);
      await nextTurn();
    }
    placed.sort(([one], [other]) => comparePositions(one, other));
    return { events: placed.map(([, event]) => event), position };
  }

  private async streamsOf(sources: readonly Source[], end: Position | undefined): Promise<{ streams: string[]; position: typeof end }> {
    const streams = new Set<string>();
    let position = end;
    for (const source of sources) {
      if ('stream' in source) {
        streams.add(source.stream);
        continue;
      }
      const { historyOf, categories } = source;
      if (!isStorableText(historyOf)) continue;
      const found = await this.readStore.keys(this.index, { where: { subjects: { in: [historyOf] } } });
      for (const stream of found.keys) if (!categories || categories.includes(stream.slice(0, stream.indexOf('-')))) streams.add(stream);
      if (comparePositions(found.position, position) < 0) position = found.position;
    }
    return { streams: [...streams], position };
  }

  private async eventsOf(stream: string): Promise<readonly RecordedEvent[]> {
    try {
      return await this.store.readStream(stream);
    } catch (error) {
      if (error instanceof StreamNotFound || error instanceof PortRefusal) return [];
      throw error;
    }
  }
}

/** Whether an event was recorded by then, and is true by then. */
export function isBy({ recordedAt, effectiveAt }: Moment, { metadata }: RecordedEvent): boolean {
  const stored = metadata as unknown as EventMetadata;
  return (recordedAt === undefined || stored.recordedAt <= recordedAt) && (effectiveAt === undefined || stored.effectiveOn <= effectiveAt);
}
