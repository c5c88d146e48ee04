import { Confidential, defineEvent, FreeText, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsCount, IsDay, IsText } from '../fields';
import { ReportedFigure } from './partner.parts.command';

class QuarterlyReportSubmittedShape {
  /** First day of the calendar quarter (reading 28). */
  @IsDay() quarter!: string;
  @IsDay() submittedOn!: string;
  @FreeText() @IsText() progress!: string;
  @FreeText() @IsText() performance!: string;
  @FreeText() @IsText() impact!: string;
  @IsArray()
  @ArrayMaxSize(100)
  @Confidential('management-information')
  @Nested(() => ReportedFigure, { each: true })
  figures!: ReportedFigure[];
}
/** A quarterly progress report with performance and impact data was submitted (G18). */
export const QuarterlyReportSubmitted = defineEvent('QuarterlyReportSubmitted', QuarterlyReportSubmittedShape, {
  effective: ({ submittedOn }) => submittedOn,
  says: ({ quarter }) => `Progress report for the quarter from ${quarter} submitted`,
});

class QuarterlyReportReturnedShape {
  @IsDay() quarter!: string;
  @IsDay() returnedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A quarterly report was returned with reasons (G18). */
export const QuarterlyReportReturned = defineEvent('QuarterlyReportReturned', QuarterlyReportReturnedShape, {
  effective: ({ returnedOn }) => returnedOn,
  says: ({ quarter }) => `Progress report for the quarter from ${quarter} returned`,
});

class QuarterlyReportAcceptedShape {
  @IsDay() quarter!: string;
  @IsDay() acceptedOn!: string;
}
/** A quarterly report was accepted (G18). */
export const QuarterlyReportAccepted = defineEvent('QuarterlyReportAccepted', QuarterlyReportAcceptedShape, {
  effective: ({ acceptedOn }) => acceptedOn,
  says: ({ quarter }) => `Progress report for the quarter from ${quarter} accepted`,
});

class QuarterlyReportAcceptanceReversedShape {
  @IsDay() quarter!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An acceptance of a quarterly report was taken back: the report is submitted, not accepted (G18). */
export const QuarterlyReportAcceptanceReversed = defineEvent('QuarterlyReportAcceptanceReversed', QuarterlyReportAcceptanceReversedShape, {
  says: ({ quarter }) => `Acceptance of the progress report for the quarter from ${quarter} taken back`,
});
