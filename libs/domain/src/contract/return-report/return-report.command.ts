import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { ReportReturned, type ContractEvent } from '../contract.events';
import { monthIn, reportKey } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';
import { periodOf } from '../reporting-period';

/** Return a report with reasons; it is due again (C9). */
export class ReturnReport {
  /** First day of the period. */
  @IsDay() period!: string;
  /** The area whose reporting is increased; left out for the monthly report on all areas (C10). */
  @IsOptional() @IsId() area?: string;
  /** What is missing or wrong. */
  @FreeText() @IsText() reason!: string;
}

export const returnReport: Decide<ReturnReport, ContractState, ContractEvent> = (command, state) => {
  const { period, area, reason } = command;
  const terms = binding(state);
  const status = state.reports[reportKey(period, area)];
  if (status === 'returned') return [];
  if (status === undefined) throw refuse('report-not-submitted', { field: 'period', values: { period } });
  const invoice = monthIn(state, period).invoice?.status;
  if (area === undefined && (invoice === 'approved' || invoice === 'paid')) {
    throw refuse('report-carries-invoice', { field: 'period', values: { period } });
  }
  const { to } = periodOf(state, terms, period, area);
  return [ReportReturned({ period, periodEndsOn: to, ...(area !== undefined && { area }), reason })];
};
