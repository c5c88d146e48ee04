import { addDays, addMonths, type Instant } from '@app/calendar';

/** The instant `6h`, `30d`, `2w` or `1m` after another; days and months keep the time of day in UTC. */
export function durationAfter(instant: Instant, duration: string): Instant {
  const count = Number(duration.slice(0, -1));
  const time = instant.slice(10);
  const day = instant.slice(0, 10);
  switch (duration.at(-1)) {
    case 'h':
      return new Date(Date.parse(instant) + count * 3_600_000).toISOString();
    case 'w':
      return addDays(day, 7 * count) + time;
    case 'm':
      return addMonths(day, count) + time;
    default:
      return addDays(day, count) + time;
  }
}
