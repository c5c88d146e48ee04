import type { Day } from '@app/calendar';
import type { Cause } from '../requirement-engine/row';

/** Something that happens again and again, each time starting the clock anew. */
export interface Occurrence {
  readonly day: Day;
  readonly by: Cause;
  /** Of its first record: a correction names it. */
  readonly revision: number;
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

/** An occurrence as corrected: its day moves, and what recorded it first stays what recorded it. */
export const corrected = (occurrences: readonly Occurrence[], revision: number, day: Day): readonly Occurrence[] =>
  occurrences.map((occurrence) => (occurrence.revision === revision ? { ...occurrence, day } : occurrence));
