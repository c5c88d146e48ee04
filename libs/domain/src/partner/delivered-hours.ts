import type { Day } from '@app/calendar';
import { entryOf } from '../entries';
import { DAY_MINUTES } from '../programme/grant-terms';
import { refuse } from './partner.refusals';
import { entryOn, minutesOf, type PartnerState } from './partner.state';

/**
 * Minutes of a person on a date with what is recorded anew for one package: hours on one date count once, hours for two
 * areas add up to one day, two full days on one date are refused (reading 25).
 */
export function minutesWith(state: PartnerState, id: string, person: string, day: Day, minutes: number): number {
  const entry = entryOn(state, person, day);
  const others = Object.entries(entry?.packages ?? {}).filter(([other]) => other !== id);
  if (minutes >= DAY_MINUTES && others.some(([, recorded]) => recorded.minutes >= DAY_MINUTES)) {
    throw refuse('second-full-day', { field: 'minutes', values: { person, day } });
  }
  const own = entry && entryOf(entry.packages, id)?.minutes;
  const total = minutesOf(entry) - (own ?? 0) + minutes;
  if (total > 1_440) throw refuse('more-than-a-date', { field: 'minutes', values: { person, day, minutes: total } });
  return total;
}
