import type { Day } from '@app/calendar';
import { entryOf } from '../entries';
import { entryOn, type AgreedRate, type PartnerState } from './partner.state';

/** The rate of a person on a day: the one agreed from the latest day that is not after it (G8). */
export const rateOn = ({ rates }: Pick<PartnerState, 'rates'>, person: string, day: Day): AgreedRate | undefined =>
  entryOf(rates, person)?.findLast(({ from }) => from <= day);

/** The highest rate at which days of a person are claimed among those that a rate is or would be for; 0 where none is claimed (G8). */
export function highestClaimed(state: PartnerState, person: string, isFor: (day: Day) => boolean): number {
  const claimed = Object.entries(state.claims).flatMap(([id, { lines }]) =>
    lines
      .filter((line) => line.person === person && line.days.some((day) => isFor(day) && entryOn(state, person, day)?.claim === id))
      .map(({ ratePence }) => ratePence),
  );
  return Math.max(0, ...claimed);
}
