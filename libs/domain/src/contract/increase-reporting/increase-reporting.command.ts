import { addDays, londonDay } from '@app/calendar';
import { FreeText, type Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { ReportingIncreased, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { covers, running } from '../contract.term';
import { REPORTING_CAUSES, REPORTING_RHYTHMS, type ReportingCause, type ReportingRhythm } from '../contract.vocabulary';
import { areaPeriodOf, PERIOD_DAYS } from '../reporting-period';

/** Make reporting on an area more frequent, from the day after the running period ends, whose due date stays (C10). */
export class IncreaseReporting {
  /** Local area by its id. */
  @IsId() area!: string;
  /** The pace of progress is not sufficient, or the Minister requires it. */
  @IsIn(REPORTING_CAUSES) cause!: ReportingCause;
  /** The new rhythm: `fortnightly` or `weekly`. */
  @IsIn(REPORTING_RHYTHMS) rhythm!: ReportingRhythm;
  /** Why. */
  @FreeText() @IsText() reason!: string;
}

export const increaseReporting: Decide<IncreaseReporting, ContractState, ContractEvent> = (command, state, { now }) => {
  const { area, rhythm } = command;
  const terms = running(state, now);
  covers(terms, area);
  const present = entryOf(state.rhythms, area)?.at(-1)?.rhythm ?? 'monthly';
  if (present === rhythm) return [];
  if (REPORTING_RHYTHMS.indexOf(rhythm) < REPORTING_RHYTHMS.indexOf(present)) {
    throw refuse('reporting-not-more-frequent', { field: 'rhythm', values: { area, present } });
  }
  const today = londonDay(now);
  const runningPeriod = areaPeriodOf(state, terms, area, today < terms.commencesOn ? terms.commencesOn : today);
  const from = addDays(runningPeriod.to, 1);
  if (from > terms.endsOn) throw refuse('reporting-no-later-period', { values: { area, endsOn: terms.endsOn } });
  const periodDays = PERIOD_DAYS[rhythm];
  return [ReportingIncreased({ ...command, ...(periodDays !== undefined && { periodDays }), from })];
};
