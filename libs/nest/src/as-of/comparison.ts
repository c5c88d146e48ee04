import type { ReadModel } from '@app/event-sourcing';
import type { Position, RecordedEvent } from '@app/event-store';
import type { Listed } from '@app/read-store';
import { sourcesOf, type AsOf } from './as-of';
import { differencesBetween, type Difference } from './differences';
import { isBy } from './histories';
import type { Moment } from './moment';
import { Steps } from './steps';

/** One thing at two moments, and what lies between. */
export interface Compared<Row extends object = object> {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  /** What differs, and which of `events` have to do with it. */
  readonly differences: readonly (Difference & { readonly events: readonly number[] })[];
  /** The events that changed it, in log order. */
  readonly events: readonly RecordedEvent[];
  readonly position: Position | undefined;
}

type Model<Row extends object> = Pick<ReadModel<Row>, 'projection' | 'path' | 'sources'>;

/** The row under a key at two moments: what changed, field by field, and the events that did it (P6). */
export async function comparedRow<Row extends object>(
  asOf: AsOf,
  model: Model<Row>,
  key: string,
  from: Moment,
  to: Moment,
): Promise<Compared<Row>> {
  const { projection } = model;
  const { events, position } = await asOf.past(sourcesOf(model, key), to);
  const { shared, onlyThen, rest } = partedAt(from, events);
  const base = await asOf.folded(projection, shared, [key]);
  const before = (await asOf.continued(base.fork(), onlyThen)).row(key);
  const steps = new Steps();
  const told = (event: RecordedEvent, one: Row | undefined, other: Row | undefined): void =>
    steps.add(event, differencesBetween(projection.view, one, other));
  const after = (await asOf.traced(base, rest, key, (event) => !isBy(from, event), told)).row(key);
  const differences = differencesBetween(projection.view, before, after).map((difference) => ({
    ...difference,
    events: steps.at(difference.path),
  }));
  return { before, after, differences, events: steps.events, position };
}

/** Entries of a subject that are there at the later moment and not at the earlier one, and how many there were `before`. */
export async function comparedEntries<Row extends object>(
  asOf: AsOf,
  { projection, ...model }: Model<Row>,
  subject: string,
  from: Moment,
  to: Moment,
): Promise<{ before: number; entries: readonly Listed<Row>[]; events: readonly RecordedEvent[]; position: Position | undefined }> {
  const { events, position } = await asOf.past(sourcesOf(model, subject), to);
  const { shared, onlyThen, rest } = partedAt(from, events);
  const base = await asOf.folded(projection, shared, [subject]);
  const before = new Set((await asOf.continued(base.fork(), onlyThen)).rows().map(({ key }) => key));
  const entries = (await asOf.continued(base, rest)).rows().filter(({ key }) => !before.has(key));
  const places = new Set(entries.map(({ key }) => key));
  return { before: before.size, entries, events: events.filter((event) => places.has(event.position)), position };
}

/** Events that both moments begin with, those after them that the earlier moment has too, and all that the later one has. */
function partedAt(from: Moment, events: readonly RecordedEvent[]) {
  const first = events.findIndex((event) => !isBy(from, event));
  const end = first === -1 ? events.length : first;
  const rest = events.slice(end);
  return { shared: events.slice(0, end), onlyThen: rest.filter((event) => isBy(from, event)), rest };
}
