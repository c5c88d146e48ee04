import type { Day } from '@app/calendar';
import type { EventMeta } from '@app/event-sourcing';
import { causeOf, type Cause } from '../requirement-engine/row';

/** Something that happens again and again, each time starting the clock anew. */
export interface Occurrence {
  readonly day: Day;
  readonly by: Cause;
  /** Of its record and of the corrections of it. */
  readonly revisions: readonly number[];
}

/** From one occurrence to the next. */
export interface Stretch {
  readonly from: Day;
  readonly imposedBy: Cause;
  /** The first one starts with no occurrence. */
  readonly first: boolean;
  readonly metBy?: Cause;
}

/**
 * The stretches of a clock that starts at a base and anew at each occurrence, the last one still open. Occurrences are taken in the order
 * in which they were recorded: one that is recorded later for a day already passed over neither met nor started anything.
 */
export function stretches(base: { readonly day: Day; readonly by: Cause }, occurrences: readonly Occurrence[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let open: Stretch = { from: base.day, imposedBy: base.by, first: true };
  for (const { day, by } of occurrences) {
    if (day <= open.from) continue;
    found.push({ ...open, metBy: by });
    open = { from: day, imposedBy: by, first: false };
  }
  return [...found, open];
}

export const occurred = (occurrences: readonly Occurrence[], day: Day, meta: EventMeta): readonly Occurrence[] => [
  ...occurrences,
  { day, by: causeOf(meta), revisions: [meta.revision] },
];

/** Its day moves; when it was first on record stays. */
export const corrected = (occurrences: readonly Occurrence[], corrects: number, day: Day, { revision }: EventMeta): readonly Occurrence[] =>
  occurrences.map((one) =>
    one.revisions.includes(corrects) ? { day, by: { ...one.by, effectiveOn: day }, revisions: [...one.revisions, revision] } : one,
  );

export const withdrawn = (occurrences: readonly Occurrence[], corrects: number): readonly Occurrence[] =>
  occurrences.filter(({ revisions }) => !revisions.includes(corrects));
