import type { Decide, Found } from '@app/event-sourcing';
import { IsCount, IsDay, IsId, IsPersonId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { DAY_MINUTES } from '../../programme/grant-terms';
import type { PackageState } from '../../support-package/support-package.stream';
import { minutesWith } from '../delivered-hours';
import { checkEngaged } from '../partner-checks';
import { DeliveryCorrected, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { entryOn, type PartnerState } from '../partner.state';

/** Correct recorded hours; 0 minutes where there was no delivery. A claimed day stays a day, or its claim is dealt with first (G7). */
export class CorrectDelivery {
  /** Package by its id. */
  @IsId() package!: string;
  /** Pseudonym of the person. */
  @IsPersonId() person!: string;
  /** Day that was recorded. */
  @IsDay() day!: string;
  /** Minutes as they were, 0 where there were none. */
  @IsCount(0, 1_440) minutes!: number;
  /** What was wrong. */
  @IsText() reason!: string;
}

type Reads = { package: Found<PackageState> };

export const correctDelivery: Decide<CorrectDelivery, PartnerState, PartnerEvent, Reads> = (command, state, { found }) => {
  const { package: id, person, day, minutes, reason } = command;
  checkEngaged(state);
  const entry = entryOn(state, person, day);
  const known = entry && entryOf(entry.packages, id);
  if (!known) throw refuse('delivery-unknown', { field: 'day', values: { person, day } });
  if (known.minutes === minutes) return [];
  const minutesOnDay = minutesWith(state, id, person, day, minutes);
  const isDay = minutesOnDay >= DAY_MINUTES;
  if (entry.claim !== undefined && !isDay) throw refuse('delivery-claimed', { field: 'day', values: { claim: entry.claim } });
  const { recipient } = found.package.state;
  return [DeliveryCorrected({ package: id, recipient, person, day, minutes, minutesOnDay, isDay, corrects: known.revision, reason })];
};
