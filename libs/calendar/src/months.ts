import { addDays, type Day } from './london';

/** The same day of another month, or its last day where that month is shorter: 31 Aug + 1 is 30 Sep. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** As {@link addMonths}, but a month end stays a month end: 28 Feb + 1 is 31 Mar (C6, reading 10). */
export function addMonthsKeepingEnd(day: Day, months: number): Day {
  return isMonthEnd(day) ? endOfMonth(addMonths(startOfMonth(day), months)) : addMonths(day, months);
}

export const startOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
export const endOfMonth = (day: Day): Day => addDays(addMonths(startOfMonth(day), 1), -1);
export const isMonthEnd = (day: Day): boolean => endOfMonth(day) === day;

/** First day of the calendar quarter that a day lies in (reading 28). */
export const startOfQuarter = (day: Day): Day =>
  `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;

/** Last day of the calendar quarter that a day lies in. */
export const endOfQuarter = (day: Day): Day => addDays(addMonths(startOfQuarter(day), 3), -1);
