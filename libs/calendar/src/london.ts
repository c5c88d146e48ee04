import { Temporal } from '@js-temporal/polyfill';

/** London day, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;
/** ISO 8601 with milliseconds and Z. Instants compare as text. */
export type Instant = string;

const LONDON = 'Europe/London';
const HOUR = 3_600_000;

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const dayByHour = new Map<number, Day>();

/** The day in London at an instant. */
export function londonDay(instant: Instant): Day {
  const hour = Math.floor(Date.parse(instant) / HOUR);
  let day = dayByHour.get(hour);
  if (day === undefined) {
    day = Temporal.Instant.fromEpochMilliseconds(hour * HOUR)
      .toZonedDateTimeISO(LONDON)
      .toPlainDate()
      .toString();
    if (dayByHour.size > 10_000) dayByHour.clear();
    dayByHour.set(hour, day);
  }
  return day;
}

/** The instant at which a clock in London shows a time, `HH:MM` or `HH:MM:SS`, on a day. */
export function londonInstant(day: Day, time: string): Instant {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: LONDON, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds).toISOString();
}

/** The first instant of the day. */
export const startOfDay = (day: Day): Instant => endOfDay(addDays(day, -1));

/** The first instant of the day after: what happens before it happened on the day or earlier. */
export function endOfDay(day: Day): Instant {
  let end = endByDay.get(day);
  if (end === undefined) {
    end = londonInstant(addDays(day, 1), '00:00');
    if (endByDay.size > 10_000) endByDay.clear();
    endByDay.set(day, end);
  }
  return end;
}

const endByDay = new Map<Day, Instant>();

/** The day `count` calendar days later; negative goes back. */
export const addDays = (day: Day, count: number): Day => new Date(midnightUtc(day) + count * 24 * HOUR).toISOString().slice(0, 10);

/** Calendar days from one day to another; 0 for the same day. */
export const daysBetween = (from: Day, to: Day): number => (midnightUtc(to) - midnightUtc(from)) / (24 * HOUR);

const midnightUtc = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`);

/** The last millisecond of the day: what is recorded at it is in time, what is recorded after it is late. */
export const lastInstantOf = (day: Day): Instant => laterBy(endOfDay(day), -1);

/** The instant so many milliseconds later; negative goes back. */
export const laterBy = (instant: Instant, milliseconds: number): Instant => new Date(Date.parse(instant) + milliseconds).toISOString();
