import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { checkEngaged } from '../partner-checks';
import { QuarterlyReportReturned, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Return a quarterly report to the partner, with reasons (G18). */
export class ReturnQuarterlyReport {
  /** First day of the calendar quarter. */
  @IsDay() quarter!: string;
  /** Day of the return. */
  @IsDay() returnedOn!: string;
  /** What is asked for. */
  @IsText() reason!: string;
}

export const returnQuarterlyReport: Decide<ReturnQuarterlyReport, PartnerState, PartnerEvent> = (command, state, { now }) => {
  const { quarter, returnedOn, reason } = command;
  checkEngaged(state);
  const report = state.reports[quarter];
  if (report?.status === 'returned') return [];
  if (report?.status !== 'submitted') throw refuse('quarterly-report-not-submitted', { field: 'quarter', values: { quarter } });
  const today = londonDay(now);
  if (returnedOn > today) throw refuse('partner-day-in-future', { field: 'returnedOn', values: { day: returnedOn, today } });
  if (returnedOn < report.submittedOn) {
    throw refuse('quarterly-report-answered-early', { field: 'returnedOn', values: { submitted: report.submittedOn } });
  }
  return [QuarterlyReportReturned({ quarter, returnedOn, reason })];
};
