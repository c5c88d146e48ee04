import { endOfQuarter, startOfQuarter } from '@app/calendar';
import { Nested, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { checkEngaged, checkGrantDay } from '../partner-checks';
import { QuarterlyReportSubmitted, type PartnerEvent } from '../partner.events';
import { ReportedFigure } from '../partner.parts.command';
import { refuse } from '../partner.refusals';
import { fundedUntil, grantEnd, type PartnerState } from '../partner.state';

/** Submit the progress report of a calendar quarter, with performance and impact data; returned, it is submitted again (G18, reading 28). */
export class SubmitQuarterlyReport {
  /** First day of the calendar quarter, from `2022-01-01` on. */
  @IsDay() quarter!: string;
  /** Day of the submission. */
  @IsDay() submittedOn!: string;
  /** Progress of the work. */
  @IsText() progress!: string;
  /** Performance of the support. */
  @IsText() performance!: string;
  /** Impact that it has. */
  @IsText() impact!: string;
  /** Figures of performance and impact. */
  @IsArray() @ArrayMaxSize(100) @Nested(() => ReportedFigure, { each: true }) figures!: ReportedFigure[];
}

const FIRST_QUARTER = '2022-01-01';

export const submitQuarterlyReport: Decide<SubmitQuarterlyReport, PartnerState, PartnerEvent> = (command, state, { now }) => {
  const { quarter, submittedOn, progress, performance, impact, figures } = command;
  checkEngaged(state);
  if (!state.reportsAgreed) throw refuse('reports-not-agreed');
  if (startOfQuarter(quarter) !== quarter || quarter < FIRST_QUARTER) {
    throw refuse('quarter-not-a-quarter', { field: 'quarter', values: { quarter } });
  }
  const last = endOfQuarter(quarter);
  const end = grantEnd(state) < fundedUntil(state) ? grantEnd(state) : fundedUntil(state);
  if (last < state.engagedOn || quarter > end) throw refuse('quarter-outside-grant', { field: 'quarter', values: { quarter } });
  checkGrantDay(submittedOn, 'submittedOn', state, now);
  const reportedUntil = last < end ? last : end;
  if (submittedOn < reportedUntil) {
    throw refuse('quarter-not-over', { field: 'submittedOn', values: { quarter, over: reportedUntil } });
  }
  const known = state.reports[quarter];
  if (known?.status === 'accepted') throw refuse('quarterly-report-accepted-already', { field: 'quarter', values: { quarter } });
  if (known?.status === 'submitted') throw refuse('quarterly-report-waiting', { field: 'quarter', values: { quarter } });
  return [
    QuarterlyReportSubmitted({ quarter, submittedOn, progress, performance, impact, figures: figures.map((figure) => ({ ...figure })) }),
  ];
};
