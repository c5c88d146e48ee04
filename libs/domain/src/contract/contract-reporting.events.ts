import { defineEvent, FreeText, Nested } from '@app/event-sourcing';
import { IsArray, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsEventRef, IsId, IsText } from '../fields';
import { ReportSection } from './contract.parts.command';
import { REPORTING_CAUSES, REPORTING_RHYTHMS, type ReportingCause, type ReportingRhythm } from './contract.vocabulary';

class ReportedPeriodShape {
  /** First day of the period. */
  @IsDay() period!: string;
  /** Last day of the period. */
  @IsDay() periodEndsOn!: string;
  /** The area whose reporting is increased; absent for the monthly report on all areas. */
  @IsOptional() @IsId() area?: string;
}

const ofPeriod = ({ period, periodEndsOn, area }: ReportedPeriodShape): string =>
  `${area === undefined ? '' : `on ${area} `}for ${period} to ${periodEndsOn}`;

class ReportSubmittedShape extends ReportedPeriodShape {
  @IsIn(REPORTING_RHYTHMS) rhythm!: ReportingRhythm;
  /** Day on which it reached the Department. */
  @IsDay() submittedOn!: string;
  @Nested(() => ReportSection, { each: true }) @IsArray() sections!: ReportSection[];
  /** The risks that the report names, as they were found: `stream@revision`. */
  @IsArray() @IsEventRef({ each: true }) judgedBy!: string[];
}
/** The written report for a period was submitted, on the reporting template (C9). */
export const ReportSubmitted = defineEvent('ReportSubmitted', ReportSubmittedShape, {
  effective: ({ submittedOn }) => submittedOn,
  says: (data) => `Report ${ofPeriod(data)} submitted`,
});

class ReportDecidedShape extends ReportedPeriodShape {
  @FreeText() @IsText() reason!: string;
}
/** VCU returned the report with reasons; it is due again (C9). */
export const ReportReturned = defineEvent('ReportReturned', ReportDecidedShape, { says: (data) => `Report ${ofPeriod(data)} returned` });

/** VCU accepted the report (C9). */
export const ReportAccepted = defineEvent('ReportAccepted', ReportDecidedShape, { says: (data) => `Report ${ofPeriod(data)} accepted` });

class NarrativeSubmittedShape {
  /** First day of the month's period. */
  @IsDay() month!: string;
  /** Last day of the month's period. */
  @IsDay() monthEndsOn!: string;
  @IsDay() submittedOn!: string;
  @FreeText('management-information') @IsText(20_000) narrative!: string;
}
/** The narrative that accompanies a month's invoice was submitted (C9). */
export const NarrativeSubmitted = defineEvent('NarrativeSubmitted', NarrativeSubmittedShape, {
  effective: ({ submittedOn }) => submittedOn,
  says: ({ month, monthEndsOn }) => `Narrative for ${month} to ${monthEndsOn} submitted`,
});

class NarrativeCorrectedShape extends NarrativeSubmittedShape {
  /** Revision of the narrative that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The narrative of a month was corrected (C9). */
export const NarrativeCorrected = defineEvent('NarrativeCorrected', NarrativeCorrectedShape, {
  effective: ({ submittedOn }) => submittedOn,
  says: ({ month, monthEndsOn }) => `Narrative for ${month} to ${monthEndsOn} corrected`,
});

class ReportingIncreasedShape {
  /** Local area by its id. */
  @IsId() area!: string;
  @IsIn(REPORTING_CAUSES) cause!: ReportingCause;
  @IsIn(REPORTING_RHYTHMS) rhythm!: ReportingRhythm;
  /** Length of each period of the new rhythm in days, where it is not the calendar month. */
  @IsOptional() @IsCount(1, 31) periodDays?: number;
  /** First day of the new rhythm: the day after the running period ends, whose due date stays. */
  @IsDay() from!: string;
  @FreeText() @IsText() reason!: string;
}
/** Reporting on an area became more frequent (C10). */
export const ReportingIncreased = defineEvent('ReportingIncreased', ReportingIncreasedShape, {
  says: ({ area, rhythm, from, cause }) =>
    `Reporting on ${area} is ${rhythm} from ${from}, because ${cause === 'pace' ? 'the pace of progress is not sufficient' : 'the Minister requires it'}`,
});

class ReportingEasedShape {
  /** Local area by its id. */
  @IsId() area!: string;
  /** `monthly`: the monthly report on all areas is enough again. */
  @IsIn(REPORTING_RHYTHMS) rhythm!: ReportingRhythm;
  /** Length of each period of the new rhythm in days, where it is not the calendar month. */
  @IsOptional() @IsCount(1, 31) periodDays?: number;
  /** First day of the new rhythm: the day after the running period ends, whose due date stays. */
  @IsDay() from!: string;
  @FreeText() @IsText() reason!: string;
}
/** Reporting on an area became less frequent again (C10). */
export const ReportingEased = defineEvent('ReportingEased', ReportingEasedShape, {
  says: ({ area, rhythm, from }) => `Reporting on ${area} is ${rhythm} again from ${from}`,
});
