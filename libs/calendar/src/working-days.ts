import { CALENDAR_FIRST_DAY, CALENDAR_LAST_DAY, CALENDAR_VERSION, ENGLAND_BANK_HOLIDAYS } from './england-bank-holidays';
import { addDays, type Day } from './london';

/** The result of counting: the day, and what was passed over on the way. */
export interface Count {
  readonly day: Day;
  /** Weekends and bank holidays that did not count, in order. */
  readonly skipped: readonly { readonly day: Day; readonly because: string }[];
  /** Version of the bank holiday data that was counted with. */
  readonly calendarVersion: string;
}

/** A day for which the repository holds no bank holidays: nothing is guessed. */
export class OutsideCalendar extends Error {
  constructor(readonly day: Day) {
    super(`${day} is outside the working day calendar, which covers ${CALENDAR_FIRST_DAY} to ${CALENDAR_LAST_DAY} (${CALENDAR_VERSION})`);
    this.name = 'OutsideCalendar';
  }
}

const WEEKEND = new Map([
  [6, 'Saturday'],
  [0, 'Sunday'],
]);

/** Why a day is no working day in England, or `undefined` where it is one; throws {@link OutsideCalendar}. */
function notWorking(day: Day): string | undefined {
  if (day < CALENDAR_FIRST_DAY || day > CALENDAR_LAST_DAY) throw new OutsideCalendar(day);
  return ENGLAND_BANK_HOLIDAYS[day] ?? WEEKEND.get(new Date(`${day}T00:00:00.000Z`).getUTCDay());
}

/** Neither Saturday, Sunday nor a bank holiday of England and Wales; throws {@link OutsideCalendar}. */
export const isWorkingDay = (day: Day): boolean => notWorking(day) === undefined;

/** The day itself, or the last working day before it: 31 Mar 2024, an Easter Sunday, gives 28 Mar 2024 (reading 12). */
export function workingDayOnOrBefore(day: Day): Day {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, -1);
  return at;
}

/**
 * The day that is `count` working days later. The day after the trigger is day 1, whatever day the trigger fell on;
 * 0 is the trigger itself. Throws {@link OutsideCalendar} and, for a count that is no whole number from 0, a RangeError.
 */
export function addWorkingDays(trigger: Day, count: number): Count {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Working days are counted in whole numbers from 0, not ${count}`);
  const skipped: { day: Day; because: string }[] = [];
  let day = trigger;
  for (let counted = 0; counted < count;) {
    day = addDays(day, 1);
    const because = notWorking(day);
    if (because === undefined) counted += 1;
    else skipped.push({ day, because });
  }
  return { day, skipped, calendarVersion: CALENDAR_VERSION };
}
