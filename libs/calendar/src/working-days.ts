import { addDays, type Day } from './london';

/** The result of counting: the day, and what was passed over on the way. */
export interface Count {
  readonly day: Day;
  /** Weekends and bank holidays that did not count, in order. */
  readonly skipped: readonly { readonly day: Day; readonly because: string }[];
  /** Version of the bank holiday data that was counted with. */
  readonly calendarVersion: string;
}

declare const addDaysIsUsed: typeof addDays;
export type { addDaysIsUsed };
