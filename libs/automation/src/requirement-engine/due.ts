import { addDays, addMonths, addWorkingDays, workingDayOnOrBefore, type Day } from '@app/calendar';
import type { Due } from './row';

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** So many working days after a day, which is itself not counted. `what` completes "from …". */
export function workingDaysAfter(from: Day, count: number, what: string): Due {
  const { day, skipped, calendarVersion } = addWorkingDays(from, count);
  return {
    day,
    because: `${counted(count, 'working day')} from ${what} on ${from}`,
    counted: { from, unit: 'working-days', count, skipped: [...skipped], calendarVersion },
  };
}

/** So many calendar days after a day, which is itself not counted. */
export const calendarDaysAfter = (from: Day, count: number, what: string): Due => ({
  day: addDays(from, count),
  because: `${counted(count, 'calendar day')} from ${what} on ${from}`,
  counted: { from, unit: 'calendar-days', count, skipped: [] },
});

/** The same day so many months later, or the last one of a shorter month. */
export const monthsAfter = (from: Day, count: number, what: string): Due => ({
  day: addMonths(from, count),
  because: `${counted(count, 'month')} from ${what} on ${from}`,
  counted: { from, unit: 'months', count, skipped: [] },
});

/** A day that was given. */
export const onDay = (day: Day, because: string): Due => ({ day, because, counted: { from: day, unit: 'date', count: 0, skipped: [] } });

/** With reminders so many calendar days before the due day, each on that day or the last working day before it (reading 12). */
export const withReminders = (due: Due, daysBefore: readonly number[]): Due => ({
  ...due,
  remindOn: [...new Set(daysBefore.map((days) => workingDayOnOrBefore(addDays(due.day, -days))))],
});

/** The later of two due days, with its own explanation. */
export const later = (one: Due, other: Due): Due => (other.day > one.day ? other : one);
