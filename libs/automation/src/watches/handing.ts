import { lastInstantOf, londonDay } from '@app/calendar';
import type { EventMeta } from '@app/event-sourcing';
import { later, workingDaysAfter } from '../requirement-engine/due';
import { causeOf, type Cause, type Due, type Duty } from '../requirement-engine/row';

/** A report's way: handed in, returned, handed in again. */
export interface Handing {
  readonly submitted: Cause;
  readonly returned?: Cause;
}

export type Handings = Readonly<Record<string, readonly Handing[]>>;

export const handedIn = (reports: Handings, key: string, meta: EventMeta): Handings => ({
  ...reports,
  [key]: [...(reports[key] ?? []), { submitted: causeOf(meta) }],
});

export function handedBack(reports: Handings, key: string, meta: EventMeta): Handings {
  const handings = reports[key] ?? [];
  return {
    ...reports,
    [key]: handings.map((handing, index) => (index === handings.length - 1 ? { ...handing, returned: causeOf(meta) } : handing)),
  };
}

/** The due day; a report that came in time and was returned has some working days more from its return. */
export function dueWithReturns(first: Due, handings: readonly Handing[], resubmissionWorkingDays: number): Due {
  let due = first;
  for (const { submitted, returned } of handings) {
    if (!returned || submitted.recordedAt > lastInstantOf(due.day)) break;
    due = later(due, workingDaysAfter(londonDay(returned.recordedAt), resubmissionWorkingDays, 'the return of the report'));
  }
  return due;
}

/** Met by the last report that was handed in, unless that was returned. */
export function metByHanding(handings: readonly Handing[]): Pick<Duty, 'metBy' | 'undoneBy'> {
  const last = handings.at(-1);
  const returned = last?.returned ?? handings.at(-2)?.returned;
  return { ...(last && !last.returned && { metBy: last.submitted }), ...(returned && { undoneBy: returned }) };
}
