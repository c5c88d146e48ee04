import type { EventCatalogue } from '@app/event-sourcing';
import { comparePositions, type EventStore, type Position, type RecordedEvent } from '@app/event-store/port';
import { compareBytes, RowChecksum, type Checksum } from './checksum';
import { foldSteps, route, type Entry, type Held } from './folding';
import { layoutOf, type Fold } from './layout';
import { decode } from './occurrence';
import { SkipDecisions, type SkipDecision } from './skipping';

/** Where a fold reads the whole log. */
export type Log = Pick<EventStore, 'readAll'>;

/** The log after `from`, a page at a time, until its end or past `upTo`. */
export async function* pagesOf(log: Log, from: Position | undefined, limit: number): AsyncGenerator<readonly RecordedEvent[]> {
  let position = from;
  for (;;) {
    const page = await log.readAll(position === undefined ? { limit } : { from: position, limit: limit + 1 });
    const events = page.filter((event) => comparePositions(event.position, position) > 0);
    if (events.length === 0) return;
    yield events;
    position = events.at(-1)!.position;
  }
}

/** Rows folded afresh in memory, by key, as their stored JSON. */
export interface Replayed {
  readonly rows: ReadonlyMap<string, string>;
  readonly checksum: Checksum;
  /** The last event seen. */
  readonly position: Position | undefined;
}

/**
 * Folds the log from its start, up to and including `upTo`, with nothing but the declarations: what the stored rows must be equal to.
 * Holds every row in memory. @throws Error at an event that cannot be routed
 */
export async function replay(
  fold: Fold,
  catalogue: EventCatalogue,
  log: Log,
  options: { upTo?: Position | undefined; skipped?: Iterable<SkipDecision> } = {},
): Promise<Replayed> {
  const layout = layoutOf(fold);
  const skipped = new SkipDecisions(options.skipped);
  const isSkipped = (key: string, eventId: string): boolean => skipped.has(fold.name, key, eventId);
  const links = new Map<string, Set<string>>();
  const rows = new Map<string, Held>();
  const parked = new Set<string>();
  const entries: Entry[] = [];
  let position: Position | undefined;
  for await (const page of pagesOf(log, undefined, 1_000)) {
    const events = page.filter((event) => options.upTo === undefined || comparePositions(event.position, options.upTo) <= 0);
    const { known, trouble } = decode(catalogue, events);
    const routed = route(fold, known, links);
    const stopped = routed.trouble ?? trouble;
    if (stopped) throw new Error(`${fold.name} stops at ${stopped.stream}@${stopped.revision}: ${stopped.message}`);
    const folded = foldSteps({ fold, layout, rows, parked, isSkipped }, routed.steps);
    for (const key of folded.troubles.keys()) parked.add(key);
    entries.push(...folded.entries);
    position = events.at(-1)?.position ?? position;
    if (events.length < page.length) break;
  }
  return { ...summed(layout.kind === 'entry' ? rowsOfEntries(entries) : rowsOfHeld(rows)), position };
}

function rowsOfEntries(entries: readonly Entry[]): [string, string][] {
  return entries.map(({ position, row }) => [position, JSON.stringify(row)]);
}

function rowsOfHeld(held: ReadonlyMap<string, Held>): [string, string][] {
  return [...held]
    .flatMap(([key, { row }]): [string, string][] => (row ? [[key, JSON.stringify(row)]] : []))
    .sort(([a], [b]) => compareBytes(a, b));
}

function summed(rows: readonly [string, string][]): Pick<Replayed, 'rows' | 'checksum'> {
  const sum = new RowChecksum();
  for (const [key, json] of rows) sum.add(key, json);
  return { rows: new Map(rows), checksum: sum.checksum };
}
