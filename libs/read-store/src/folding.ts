import { keysOf, type DomainEvent, type EventMeta, type Followed } from '@app/event-sourcing';
import type { Position, RecordedEvent } from '@app/event-store/port';
import { checkSearched, isProcess, isStorableText, type Fold, type Layout } from './layout';
import { troubleWith, type Known, type Trouble } from './occurrence';
import { asStored } from './plain-json';

/** One event and the instances that it concerns. */
export interface Step {
  readonly known: Known;
  readonly keys: readonly string[];
}

/** A tie that was not known before, and the event that made it. */
export interface Link extends Followed {
  readonly madeBy: RecordedEvent;
}

export interface Routed {
  readonly steps: readonly Step[];
  readonly links: readonly Link[];
  /** Why it ends before the events do: an event whose instances cannot be told. */
  readonly trouble?: Trouble;
}

type Line = (row: unknown, data: object, meta: EventMeta, key: string, keys: readonly string[]) => object | null | undefined;
const lineOf = (fold: Fold, event: DomainEvent): Line | undefined => (fold.on as Readonly<Record<string, Line | undefined>>)[event.type];

/** Which events concern which instances, in order. `links` is what is followed already and takes in what begins here. */
export function route(fold: Fold, events: readonly Known[], links: Map<string, Set<string>>): Routed {
  const steps: Step[] = [];
  const made: Link[] = [];
  for (const known of events) {
    const { event, meta } = known;
    try {
      for (const followed of fold.follows?.(event, meta) ?? [])
        if (tie(links, followed)) made.push({ ...followed, madeBy: known.recorded });
      if (!lineOf(fold, event)) continue;
      const keys = keysOf(fold, event, meta, links.get(meta.stream));
      for (const key of keys) checkKey(key);
      if (keys.length > 0) steps.push({ known, keys });
    } catch (error) {
      return { steps, links: made, trouble: troubleWith(known.recorded, error) };
    }
  }
  return { steps, links: made };
}

function tie(links: Map<string, Set<string>>, { stream, key }: Followed): boolean {
  checkKey(key);
  const keys = links.get(stream);
  if (keys?.has(key)) return false;
  if (keys) keys.add(key);
  else links.set(stream, new Set([key]));
  return true;
}

function checkKey(key: unknown): void {
  if (typeof key !== 'string' || key === '' || !isStorableText(key)) throw new TypeError('A key is text and not empty');
}

/** A row while a batch is folded into it. */
export interface Held {
  /** `undefined`: there is none (any more). */
  row: object | undefined;
  /** The row that the database has under this key. */
  readonly stored: object | undefined;
  /** Position of the last event folded into it in this batch. */
  touched: Position | undefined;
}

/** A row per event: it stands under the event's place in the log. */
export interface Entry {
  readonly position: Position;
  readonly row: object;
}

export interface Parking {
  /** Instances at which a line has thrown, and why. */
  readonly troubles: ReadonlyMap<string, Trouble>;
  /** Events that were not folded, the poisonous ones included, in order. */
  readonly waiting: readonly { readonly key: string; readonly position: Position }[];
}

export interface Folded extends Parking {
  /** `rows: 'entry'` only. */
  readonly entries: readonly Entry[];
}

export interface Folding {
  readonly fold: Fold;
  readonly layout: Layout;
  /** Rows of every key in the steps that has one; changed in place. */
  readonly rows: Map<string, Held>;
  /** Keys that have events waiting. */
  readonly parked: ReadonlySet<string>;
  /** Whether somebody has decided that this instance goes on without this event. */
  readonly isSkipped: (key: string, eventId: string) => boolean;
}

/** Folds events into rows. An event at which a line throws holds up its own instance and no other; of entries the instances are streams. */
export function foldSteps({ fold, layout, rows, parked, isSkipped }: Folding, steps: readonly Step[]): Folded {
  const troubles = new Map<string, Trouble>();
  const waiting: { key: string; position: Position }[] = [];
  const entries: Entry[] = [];
  for (const { known, keys } of steps) {
    const { event, meta, recorded } = known;
    const { position } = recorded;
    const line = lineOf(fold, event)!;
    for (const key of layout.kind === 'entry' ? [recorded.stream] : keys) {
      if (parked.has(key) || troubles.has(key)) {
        waiting.push({ key, position });
        continue;
      }
      const held = rows.get(key);
      try {
        const before = held?.row ?? (isProcess(fold) ? (fold.initial(key) as object) : undefined);
        const next = line(layout.kind === 'entry' ? undefined : before, event.data, meta, key, keys);
        if (!next && layout.kind === 'instance') throw new TypeError('A process has a state after every event');
        const row = next ? asStored(next, held?.row) : undefined;
        if (row) checkSearched(layout, row, held?.row);
        if (layout.kind === 'entry') {
          if (row) entries.push({ position, row });
        } else if (row || next === null) put(rows, key, held, row, position);
      } catch (error) {
        if (isSkipped(key, recorded.id)) continue;
        troubles.set(key, troubleWith(recorded, error));
        waiting.push({ key, position });
      }
    }
  }
  return { troubles, waiting, entries };
}

/** What is parked, each for itself, where an event cannot be folded: streams of entries, keys of rows. */
export const instancesOf = ({ kind }: Layout, steps: readonly Step[]): readonly string[] => [
  ...new Set(steps.flatMap(({ known, keys }) => (kind === 'entry' ? [known.recorded.stream] : keys))),
];

/** Ties to keep. An entry says what was known at its place: a stream that waits is tied to what concerns it as it goes on. */
export function linksNow({ kind }: Layout, links: readonly Link[], { waiting }: Parking): readonly Link[] {
  if (kind !== 'entry') return links;
  const waits = new Set(waiting.map(({ position }) => position));
  return links.filter(({ stream, madeBy }) => stream !== madeBy.stream || !waits.has(madeBy.position));
}

function put(rows: Map<string, Held>, key: string, held: Held | undefined, row: object | undefined, position: Position): void {
  if (!held) {
    if (row) rows.set(key, { row, stored: undefined, touched: position });
    return;
  }
  held.row = row;
  held.touched = position;
}
