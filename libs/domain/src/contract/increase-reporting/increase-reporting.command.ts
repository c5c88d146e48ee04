import { FreeText, type Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { ReportingIncreased, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { running, stayIn } from '../contract.term';
import { REPORTING_CAUSES, REPORTING_RHYTHMS, type ReportingCause, type ReportingRhythm } from '../contract.vocabulary';
import { nextPeriodOf, PERIOD_DAYS } from '../reporting-period';

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
  const stay = stayIn(terms, area);
  const present = entryOf(state.rhythms, area)?.at(-1)?.rhythm ?? 'monthly';
  if (present === rhythm) return [];
  if (REPORTING_RHYTHMS.indexOf(rhythm) < REPORTING_RHYTHMS.indexOf(present)) {
    throw refuse('reporting-not-more-frequent', { field: 'rhythm', values: { area, present } });
  }
  const from = nextPeriodOf(state, terms, area, stay, now);
  const periodDays = PERIOD_DAYS[rhythm];
  return [ReportingIncreased({ ...command, ...(periodDays !== undefined && { periodDays }), from })];
};
