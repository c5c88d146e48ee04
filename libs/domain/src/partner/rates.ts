import type { Day } from '@app/calendar';
import { entryOf } from '../entries';
import type { AgreedRate, PartnerState } from './partner.stream';

/** The rate of a person on a day: the one agreed from the latest day that is not after it (G8). */
export const rateOn = ({ rates }: Pick<PartnerState, 'rates'>, person: string, day: Day): AgreedRate | undefined =>
  entryOf(rates, person)?.findLast(({ from }) => from <= day);
