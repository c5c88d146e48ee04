import { changed, put } from '../lists';
import type { DomainEvent, EventMeta } from '@app/event-sourcing';
import type { LocalAreaJourney } from './local-area-journey.view';

/** A line per event of interest on a row that there is. */
export type JourneyLines<E extends DomainEvent> = {
  readonly [T in E['type']]?: (
    row: LocalAreaJourney,
    data: Extract<E, { type: T }>['data'],
    meta: EventMeta,
    area: string,
  ) => LocalAreaJourney;
};

/** What is open, and the latest of what was settled: enough to bring back what is reopened, and bounded. */
interface Register<T> {
  open: T[];
  settled: T[];
}

/** How many settled ones are kept. */
const KEPT = 20;

export const opened = <T>({ open, settled }: Register<T>, isIt: (item: T) => boolean, item: T, key: (item: T) => string): Register<T> => ({
  open: put(open, isIt, item, key),
  settled: settled.filter((one) => !isIt(one)),
});

export const changedIn = <T>({ open, settled }: Register<T>, isIt: (item: T) => boolean, change: (item: T) => T): Register<T> => ({
  open: changed(open, isIt, change),
  settled: changed(settled, isIt, change),
});

export function settledIn<T>({ open, settled }: Register<T>, isIt: (item: T) => boolean, change: (item: T) => T): Register<T> {
  const one = open.find(isIt) ?? settled.find(isIt);
  if (one === undefined) return { open, settled };
  return { open: open.filter((item) => !isIt(item)), settled: [...settled.filter((item) => !isIt(item)), change(one)].slice(-KEPT) };
}

export function reopenedIn<T>(
  register: Register<T>,
  isIt: (item: T) => boolean,
  change: (item: T) => T,
  key: (item: T) => string,
): Register<T> {
  const one = register.open.find(isIt) ?? register.settled.find(isIt);
  return one === undefined ? register : opened(register, isIt, change(one), key);
}
