import { londonDay } from '@app/calendar';
import type { Decide, Found } from '@app/event-sourcing';
import { IsCount, IsDay, IsId, IsPersonId } from '../../fields';
import { entryOf } from '../../entries';
import { DAY_MINUTES } from '../../programme/grant-terms';
import type { PackageState } from '../../support-package/support-package.stream';
import { minutesWith } from '../delivered-hours';
import { checkEngaged } from '../partner-checks';
import { DeliveryRecorded, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { entryOn, type PartnerState } from '../partner.state';
import { rateOn } from '../rates';

/**
 * Record the hours of a person for an approved package on a day. 7 hours make a day, less is no day; hours of one person
 * on one date count once, over all packages of the partner (G7, G8, G10, readings 9 and 25).
 */
export class RecordDelivery {
  /** Package by its id. */
  @IsId() package!: string;
  /** Pseudonym of the person who delivered, never a name. */
  @IsPersonId() person!: string;
  /** Day of the delivery. */
  @IsDay() day!: string;
  /** Minutes for this package on the day; 420 make a day. */
  @IsCount(1, 1_440) minutes!: number;
}

type Reads = { package: Found<PackageState> };

function checkPackage({ package: id, day }: RecordDelivery, found: PackageState, partner: string): void {
  const { approvedOn, endedOn } = found;
  if (found.partner !== partner) throw refuse('delivery-other-partner', { field: 'package', values: { package: id } });
  if (approvedOn === undefined || day < approvedOn) throw refuse('delivery-before-approval', { field: 'day', values: { day } });
  if (endedOn !== undefined && day > endedOn) throw refuse('delivery-after-package', { field: 'day', values: { ended: endedOn } });
}

function checkGrant(day: string, { endedOn, termination, awards }: PartnerState): void {
  if (endedOn !== undefined && day > endedOn) throw refuse('delivery-after-end', { field: 'day', values: { ended: endedOn } });
  if (termination && day > termination.terminatedOn) {
    throw refuse('delivery-after-termination', { field: 'day', values: { terminated: termination.terminatedOn } });
  }
  if (!Object.values(awards).some(({ from, until }) => from <= day && day <= until)) {
    throw refuse('delivery-outside-funding', { field: 'day', values: { day } });
  }
}

export const recordDelivery: Decide<RecordDelivery, PartnerState, PartnerEvent, Reads> = (command, state, { now, stream, found }) => {
  const { package: id, person, day, minutes } = command;
  checkEngaged(state);
  const today = londonDay(now);
  if (day > today) throw refuse('partner-day-in-future', { field: 'day', values: { day, today } });
  checkPackage(command, found.package.state, stream.id);
  checkGrant(day, state);
  if (!rateOn(state, person, day)) throw refuse('rate-not-agreed', { field: 'person', values: { person, day } });
  const entry = entryOn(state, person, day);
  const known = entry && entryOf(entry.packages, id);
  if (known && known.minutes === minutes) return [];
  if (known && known.minutes > 0) throw refuse('delivery-recorded-already', { field: 'day', values: { person, day } });
  const minutesOnDay = minutesWith(state, id, person, day, minutes);
  const { recipient } = found.package.state;
  return [DeliveryRecorded({ package: id, recipient, person, day, minutes, minutesOnDay, isDay: minutesOnDay >= DAY_MINUTES })];
};
