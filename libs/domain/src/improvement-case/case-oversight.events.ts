import { defineEvent, FreeText } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../fields';
import { BoardMeeting, DeepDive, HealthAdviserContact, Stocktake, TimelinessProgress } from './case.parts.command';

class DeepDiveScheduledShape {
  @IsId() area!: string;
  /** Id of the deep dive within the case. */
  @IsId() deepDive!: string;
  /** Area of priority action that it is on. */
  @IsId() outcome!: string;
  @IsDay() scheduledFor!: string;
}
/** An APA deep dive was scheduled (J4). */
export const DeepDiveScheduled = defineEvent('DeepDiveScheduled', DeepDiveScheduledShape, {
  says: ({ deepDive, outcome, scheduledFor }) => `APA deep dive ${deepDive} on outcome ${outcome} scheduled for ${scheduledFor}`,
});

class DeepDiveRescheduledShape extends DeepDiveScheduledShape {
  @IsDay() previouslyFor!: string;
  @FreeText() @IsText() reason!: string;
}
/** A scheduled APA deep dive has another day (J4). */
export const DeepDiveRescheduled = defineEvent('DeepDiveRescheduled', DeepDiveRescheduledShape, {
  says: ({ deepDive, scheduledFor, previouslyFor }) => `APA deep dive ${deepDive} rescheduled from ${previouslyFor} to ${scheduledFor}`,
});

class DeepDiveCancelledShape extends DeepDiveScheduledShape {
  @FreeText() @IsText() reason!: string;
}
/** A scheduled APA deep dive is not held (J4). */
export const DeepDiveCancelled = defineEvent('DeepDiveCancelled', DeepDiveCancelledShape, {
  says: ({ deepDive, scheduledFor }) => `APA deep dive ${deepDive} on ${scheduledFor} cancelled`,
});

class DeepDiveRecordedShape extends DeepDive {
  @IsId() area!: string;
  /** Next steps that were agreed in it, by their ids. */
  @IsArray() @ArrayMaxSize(60) @IsId({ each: true }) nextSteps!: string[];
}
/** A deep dive was held: six-monthly on every outcome, or on areas of priority action (J4, A4). */
export const DeepDiveRecorded = defineEvent('DeepDiveRecorded', DeepDiveRecordedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ kind, heldOn, findings }) =>
    `${kind === 'apa' ? 'APA' : 'Six-monthly'} deep dive held on ${heldOn} on ${findings.length} outcome${findings.length === 1 ? '' : 's'}`,
});

class DeepDiveCorrectedShape extends DeepDive {
  @IsId() area!: string;
  /** Day that had been recorded. */
  @IsDay() previouslyHeldOn!: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A deep dive had been recorded wrongly; its next steps stand (J4). */
export const DeepDiveCorrected = defineEvent('DeepDiveCorrected', DeepDiveCorrectedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ kind, heldOn }) => `Corrected: ${kind === 'apa' ? 'APA' : 'six-monthly'} deep dive held on ${heldOn}`,
});

class StocktakeRecordedShape extends Stocktake {
  @IsId() area!: string;
}
/** A six-monthly stocktake was held, with oversight per partner (J5). */
export const StocktakeRecorded = defineEvent('StocktakeRecorded', StocktakeRecordedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ heldOn }) => `Stocktake held on ${heldOn}`,
});

class StocktakeCorrectedShape extends Stocktake {
  @IsId() area!: string;
  /** Day that had been recorded. */
  @IsDay() previouslyHeldOn!: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A stocktake had been recorded wrongly (J5). */
export const StocktakeCorrected = defineEvent('StocktakeCorrected', StocktakeCorrectedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ heldOn }) => `Corrected: stocktake held on ${heldOn}`,
});

class BoardMeetingRecordedShape extends BoardMeeting {
  @IsId() area!: string;
}
/** The SEND improvement board met; what it showed of oversight is recorded (J5). */
export const BoardMeetingRecorded = defineEvent('BoardMeetingRecorded', BoardMeetingRecordedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ heldOn }) => `SEND improvement board met on ${heldOn}`,
});

class BoardMeetingCorrectedShape extends BoardMeeting {
  @IsId() area!: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A meeting of the SEND improvement board had been recorded wrongly (J5). */
export const BoardMeetingCorrected = defineEvent('BoardMeetingCorrected', BoardMeetingCorrectedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ heldOn }) => `Corrected: SEND improvement board met on ${heldOn}`,
});

class TimelinessProgressReportedShape extends TimelinessProgress {
  @IsId() area!: string;
}
/** VCU was updated on EHC plan timeliness (A3). */
export const TimelinessProgressReported = defineEvent('TimelinessProgressReported', TimelinessProgressReportedShape, {
  effective: ({ reportedOn }) => reportedOn,
  says: ({ reportedOn }) => `Progress on EHC plan timeliness reported on ${reportedOn}`,
});

class TimelinessProgressCorrectedShape extends TimelinessProgress {
  @IsId() area!: string;
  /** Day that had been recorded. */
  @IsDay() previouslyReportedOn!: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An update on EHC plan timeliness had been recorded wrongly (A3). */
export const TimelinessProgressCorrected = defineEvent('TimelinessProgressCorrected', TimelinessProgressCorrectedShape, {
  effective: ({ reportedOn }) => reportedOn,
  says: ({ reportedOn }) => `Corrected: progress on EHC plan timeliness reported on ${reportedOn}`,
});

class HealthAdviserContactRecordedShape extends HealthAdviserContact {
  @IsId() area!: string;
}
/** The SEND advisers of DfE and NHS England were in contact (A6). */
export const HealthAdviserContactRecorded = defineEvent('HealthAdviserContactRecorded', HealthAdviserContactRecordedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ heldOn, means }) => `SEND advisers of DfE and NHS England in contact on ${heldOn} (${means.replaceAll('-', ' ')})`,
});

class HealthAdviserContactCorrectedShape extends HealthAdviserContact {
  @IsId() area!: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A contact of the SEND advisers had been recorded wrongly (A6). */
export const HealthAdviserContactCorrected = defineEvent('HealthAdviserContactCorrected', HealthAdviserContactCorrectedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ heldOn }) => `Corrected: SEND advisers of DfE and NHS England in contact on ${heldOn}`,
});
