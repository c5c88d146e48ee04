import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { checkEngaged } from '../partner-checks';
import { QuarterlyReportAcceptanceReversed, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Take back the acceptance of a quarterly report; the report waits for an answer again (G18). */
export class ReverseReportAcceptance {
  /** First day of the calendar quarter. */
  @IsDay() quarter!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const reverseReportAcceptance: Decide<ReverseReportAcceptance, PartnerState, PartnerEvent> = ({ quarter, reason }, state) => {
  checkEngaged(state);
  const report = state.reports[quarter];
  if (report?.status !== 'accepted') throw refuse('quarterly-report-not-accepted', { field: 'quarter', values: { quarter } });
  return [QuarterlyReportAcceptanceReversed({ quarter, corrects: report.revision, reason })];
};
