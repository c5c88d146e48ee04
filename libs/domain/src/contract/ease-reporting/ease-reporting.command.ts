import { addDays, londonDay } from '@app/calendar';
import { FreeText, type Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { ReportingEased, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { covers, running } from '../contract.term';
import { REPORTING_RHYTHMS, type ReportingRhythm } from '../contract.vocabulary';
import { areaPeriodOf, PERIOD_DAYS } from '../reporting-period';

/** Make reporting on an area less frequent again, from the day after the running period ends, whose due date stays (C10). */
export class EaseReporting {
  /** Local area by its id. */
  @IsId() area!: string;
  /** The new rhythm; `monthly` leaves it to the monthly report on all areas. */
  @IsIn(REPORTING_RHYTHMS) rhythm!: ReportingRhythm;
  /** Why. */
  @FreeText() @IsText() reason!: string;
}

export const easeReporting: Decide<EaseReporting, ContractState, ContractEvent> = (command, state, { now }) => {
  const { area, rhythm } = command;
  const terms = running(state, now);
  covers(terms, area);
  const present = entryOf(state.rhythms, area)?.at(-1)?.rhythm ?? 'monthly';
  if (present === rhythm) return [];
  if (REPORTING_RHYTHMS.indexOf(rhythm) > REPORTING_RHYTHMS.indexOf(present)) {
    throw refuse('reporting-not-less-frequent', { field: 'rhythm', values: { area, present } });
  }
  const today = londonDay(now);
  const runningPeriod = areaPeriodOf(state, terms, area, today < terms.commencesOn ? terms.commencesOn : today);
  const from = addDays(runningPeriod.to, 1);
  if (from > terms.endsOn) throw refuse('reporting-no-later-period', { values: { area, endsOn: terms.endsOn } });
  const periodDays = PERIOD_DAYS[rhythm];
  return [ReportingEased({ ...command, ...(periodDays !== undefined && { periodDays }), from })];
};
