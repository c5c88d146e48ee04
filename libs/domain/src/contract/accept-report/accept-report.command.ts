import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { ReportAccepted, type ContractEvent } from '../contract.events';
import { reportKey } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';
import { periodOf } from '../reporting-period';

/** Accept a report (C9). */
export class AcceptReport {
  /** First day of the period. */
  @IsDay() period!: string;
  /** The area whose reporting is increased; left out for the monthly report on all areas (C10). */
  @IsOptional() @IsId() area?: string;
  /** Why it is accepted. */
  @FreeText() @IsText() reason!: string;
}

export const acceptReport: Decide<AcceptReport, ContractState, ContractEvent> = (command, state) => {
  const { period, area, reason } = command;
  const terms = binding(state);
  const status = state.reports[reportKey(period, area)];
  if (status === 'accepted') return [];
  if (status !== 'submitted') throw refuse('report-not-submitted', { field: 'period', values: { period } });
  const { to } = periodOf(state, terms, period, area);
  return [ReportAccepted({ period, periodEndsOn: to, ...(area !== undefined && { area }), reason })];
};
