import type { EventCatalogue } from '@app/event-sourcing';
import type { RecordedEvent } from '@app/event-store/port';
import { compareBytes } from './checksum';
import { foldSteps, route, type Entry, type Held, type Step } from './folding';
import { layoutOf, type Fold, type Layout } from './layout';
import { decode } from './occurrence';
import type { Listed } from './queries';
import type { SkipDecisions } from './skipping';

export interface AsideOptions {
  readonly fold: Fold;
  readonly catalogue: EventCatalogue;
  readonly skipped: SkipDecisions;
  /** Only what is folded under these keys; absent: all of it. */
  readonly keys?: readonly string[] | undefined;
}

/** Rows folded in memory from chosen events, beside what is stored: what a fold's own lines make of them. */
export class Aside<Row extends object = any> {
  private readonly layout: Layout;
  private readonly links = new Map<string, Set<string>>();
  private readonly held = new Map<string, Held>();
  private readonly parked = new Set<string>();
  private readonly entries: Entry[] = [];
  private readonly chosen: ReadonlySet<string> | undefined;

  constructor(private readonly options: AsideOptions) {
    this.layout = layoutOf(options.fold);
    this.chosen = options.keys && new Set(options.keys);
  }

  /** Folds events that come after those folded before. @throws UnknownEvent, Error at an event that cannot be routed */
  fold(events: readonly RecordedEvent[]): void {
    const { fold, catalogue, skipped } = this.options;
    const { known, trouble } = decode(catalogue, events);
    const routed = route(fold, known, this.links);
    const stopped = routed.trouble ?? trouble;
    if (stopped) throw new Error(`${fold.name} stops at ${stopped.stream}@${stopped.revision}: ${stopped.message}`);
    const { chosen, layout, parked, held: rows } = this;
    const steps = chosen ? chosenOf(layout, routed.steps, chosen) : routed.steps;
    const isSkipped = (key: string, eventId: string): boolean => skipped.has(fold.name, key, eventId);
    const folded = foldSteps({ fold, layout, rows, parked, isSkipped }, steps);
    for (const key of folded.troubles.keys()) parked.add(key);
    this.entries.push(...folded.entries);
  }

  /** Another one that stands where this one does, and goes on by itself. */
  fork(): Aside<Row> {
    const fork = new Aside<Row>(this.options);
    for (const [stream, keys] of this.links) fork.links.set(stream, new Set(keys));
    for (const [key, held] of this.held) fork.held.set(key, { ...held });
    for (const key of this.parked) fork.parked.add(key);
    fork.entries.push(...this.entries);
    return fork;
  }

  /** The row under a key. */
  row(key: string): Row | undefined {
    if (this.layout.kind !== 'entry') return this.held.get(key)?.row as Row | undefined;
    return this.entries.find(({ position }) => position === key)?.row as Row | undefined;
  }

  /** Keys under which there are rows. */
  keys(): string[] {
    return [...new Set(this.rows().map(({ key }) => key))];
  }

  /** All of it in portions of so many rows, as they are written. */
  *portions(size: number): Generator<{ readonly held: ReadonlyMap<string, Held>; readonly entries: readonly Entry[] }> {
    const held = [...this.held];
    for (let first = 0; first < Math.max(held.length, this.entries.length); first += size) {
      yield { held: new Map(held.slice(first, first + size)), entries: this.entries.slice(first, first + size) };
    }
  }

  /** All rows, by their keys. */
  rows(): Listed<Row>[] {
    if (this.layout.kind === 'entry') return this.entries.map(({ position, row }) => ({ key: position, row: row as Row }));
    return [...this.held].flatMap(([key, { row }]) => (row ? [{ key, row: row as Row }] : [])).sort((a, b) => compareBytes(a.key, b.key));
  }
}

/** The part of the steps that is of some instances; an entry is whole wherever one of its keys is among them. */
function chosenOf({ kind }: Layout, steps: readonly Step[], chosen: ReadonlySet<string>): readonly Step[] {
  if (kind === 'entry') return steps.filter(({ keys }) => keys.some((key) => chosen.has(key)));
  return steps.map((step) => ({ ...step, keys: step.keys.filter((key) => chosen.has(key)) }));
}
