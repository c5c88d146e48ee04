import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay } from '../../fields';
import { checkEngaged } from '../partner-checks';
import { QuarterlyReportAccepted, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Accept a quarterly report (G18). */
export class AcceptQuarterlyReport {
  /** First day of the calendar quarter. */
  @IsDay() quarter!: string;
  /** Day of the acceptance. */
  @IsDay() acceptedOn!: string;
}

export const acceptQuarterlyReport: Decide<AcceptQuarterlyReport, PartnerState, PartnerEvent> = (
  { quarter, acceptedOn },
  state,
  { now },
) => {
  checkEngaged(state);
  const report = state.reports[quarter];
  if (report?.status === 'accepted') return [];
  if (report?.status !== 'submitted') throw refuse('quarterly-report-not-submitted', { field: 'quarter', values: { quarter } });
  const today = londonDay(now);
  if (acceptedOn > today) throw refuse('partner-day-in-future', { field: 'acceptedOn', values: { day: acceptedOn, today } });
  if (acceptedOn < report.submittedOn) {
    throw refuse('quarterly-report-answered-early', { field: 'acceptedOn', values: { submitted: report.submittedOn } });
  }
  return [QuarterlyReportAccepted({ quarter, acceptedOn })];
};
