import { defineEvent, FreeText } from '@app/event-sourcing';
import { IsBoolean, IsIn } from 'class-validator';
import { IsCount, IsDay, IsId, IsPence, IsPersonId, IsText } from '../fields';
import { pounds } from '../money';
import { GRADES, type Grade } from '../programme/grant-terms';

const hours = (minutes: number): string => `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;

class RateAgreedShape {
  /** Pseudonym of the person who delivers. */
  @IsPersonId() person!: string;
  @IsIn(GRADES) grade!: Grade;
  /** Rate of a day, in pence (G8). */
  @IsPence(1) pence!: number;
  /** First day for which it holds. */
  @IsDay() from!: string;
}
/** The day rate of a person was agreed, for days from a day on (G8). */
export const RateAgreed = defineEvent('RateAgreed', RateAgreedShape, {
  effective: ({ from }) => from,
  says: ({ person, grade, pence, from }) => `Day rate of ${person} (${grade}) agreed at ${pounds(pence)} from ${from}`,
});

class RateCorrectedShape extends RateAgreedShape {
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An agreed day rate was corrected; what is claimed already stays (G8). */
export const RateCorrected = defineEvent('RateCorrected', RateCorrectedShape, {
  effective: ({ from }) => from,
  says: ({ person, pence, from }) => `Day rate of ${person} from ${from} corrected to ${pounds(pence)}`,
});

class DeliveryRecordedShape {
  /** Package that the hours are for. */
  @IsId() package!: string;
  /** Local area that receives them. */
  @IsId() recipient!: string;
  @IsPersonId() person!: string;
  @IsDay() day!: string;
  /** Minutes for this package on the day. */
  @IsCount(0, 1_440) minutes!: number;
  /** Minutes of the person on the day, over all packages (reading 25). */
  @IsCount(0, 1_440) minutesOnDay!: number;
  /** Whether they make a day: 7 hours or more; below that they are no day (G7, reading 9). */
  @IsBoolean() isDay!: boolean;
}
/** Hours of a person for a package on a day were recorded (G7, G10). */
export const DeliveryRecorded = defineEvent('DeliveryRecorded', DeliveryRecordedShape, {
  effective: ({ day }) => day,
  says: ({ person, day, minutes, minutesOnDay, isDay }) =>
    `${hours(minutes)} by ${person} on ${day}, ${hours(minutesOnDay)} in all: ${isDay ? 'a day' : 'not yet a day'}`,
});

class DeliveryCorrectedShape extends DeliveryRecordedShape {
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** Recorded hours were corrected; 0 minutes where there was no delivery (G7). */
export const DeliveryCorrected = defineEvent('DeliveryCorrected', DeliveryCorrectedShape, {
  effective: ({ day }) => day,
  says: ({ person, day, minutes, isDay }) =>
    `Hours of ${person} on ${day} corrected to ${hours(minutes)}: ${isDay ? 'a day' : 'not a day'}`,
});
