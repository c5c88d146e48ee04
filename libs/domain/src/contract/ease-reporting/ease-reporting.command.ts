import { FreeText, type Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { ReportingEased, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { running, stayIn } from '../contract.term';
import { REPORTING_RHYTHMS, type ReportingRhythm } from '../contract.vocabulary';
import { nextPeriodOf, PERIOD_DAYS } from '../reporting-period';

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
  const stay = stayIn(terms, area);
  const present = entryOf(state.rhythms, area)?.at(-1)?.rhythm ?? 'monthly';
  if (present === rhythm) return [];
  if (REPORTING_RHYTHMS.indexOf(rhythm) > REPORTING_RHYTHMS.indexOf(present)) {
    throw refuse('reporting-not-less-frequent', { field: 'rhythm', values: { area, present } });
  }
  const from = nextPeriodOf(state, terms, area, stay, now);
  const periodDays = PERIOD_DAYS[rhythm];
  return [ReportingEased({ ...command, ...(periodDays !== undefined && { periodDays }), from })];
};
