import { defineEvent, FreeText } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../fields';
import { Inspection, MonitoringInspection, MonitoringRelease, Revisit, Sourced } from './local-area.parts.command';
import { FRAMEWORKS, INSPECTION_OUTCOMES, OUTCOME_SAYS, type Framework, type InspectionOutcome } from './local-area.vocabulary';

class InspectionRecordedShape extends Inspection {}
/** An inspection was published (J1, G12). */
export const InspectionRecorded = defineEvent('InspectionRecorded', InspectionRecordedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ visitedFrom, publishedOn, outcome }) => `Inspection of ${visitedFrom} published on ${publishedOn}: ${OUTCOME_SAYS[outcome]}`,
});

class InspectionCorrectedShape extends Inspection {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An inspection had been recorded wrongly (J1). */
export const InspectionCorrected = defineEvent('InspectionCorrected', InspectionCorrectedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ visitedFrom, publishedOn, outcome }) =>
    `Corrected: inspection of ${visitedFrom} published on ${publishedOn}: ${OUTCOME_SAYS[outcome]}`,
});

class InspectionReceiptRecordedShape extends Sourced {
  /** Inspection by its id. */
  @IsId() inspection!: string;
  @IsIn(FRAMEWORKS) framework!: Framework;
  @IsIn(INSPECTION_OUTCOMES) outcome!: InspectionOutcome;
  /** Day on which the local area received the report: the days for a plan run from it. */
  @IsDay() receivedOn!: string;
}
/** It became known when the local area received the report of an inspection (J3, reading 29). */
export const InspectionReceiptRecorded = defineEvent('InspectionReceiptRecorded', InspectionReceiptRecordedShape, {
  effective: ({ receivedOn }) => receivedOn,
  says: ({ inspection, receivedOn }) => `Report of inspection ${inspection} was received on ${receivedOn}`,
});

class RevisitRecordedShape extends Revisit {}
/** A revisit by the inspectorates was published (G12 b). */
export const RevisitRecorded = defineEvent('RevisitRecorded', RevisitRecordedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ publishedOn, sufficient, notSufficient }) =>
    `Revisit published on ${publishedOn}: sufficient progress in ${sufficient} of ${sufficient + notSufficient} areas of significant weakness`,
});

class RevisitCorrectedShape extends Revisit {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A revisit had been recorded wrongly (J1). */
export const RevisitCorrected = defineEvent('RevisitCorrected', RevisitCorrectedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ publishedOn, sufficient, notSufficient }) =>
    `Corrected: revisit published on ${publishedOn}: sufficient progress in ${sufficient} of ${sufficient + notSufficient} areas of significant weakness`,
});

class MonitoringInspectionRecordedShape extends MonitoringInspection {}
/** A monitoring inspection after outcome (3) was published (J1). */
export const MonitoringInspectionRecorded = defineEvent('MonitoringInspectionRecorded', MonitoringInspectionRecordedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ publishedOn, effective, notEffective }) =>
    `Monitoring inspection published on ${publishedOn}: effective action on ${effective} of ${effective + notEffective} areas of priority action`,
});

class MonitoringInspectionCorrectedShape extends MonitoringInspection {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A monitoring inspection had been recorded wrongly (J1). */
export const MonitoringInspectionCorrected = defineEvent('MonitoringInspectionCorrected', MonitoringInspectionCorrectedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ publishedOn, effective, notEffective }) =>
    `Corrected: monitoring inspection published on ${publishedOn}: effective action on ${effective} of ${effective + notEffective} areas of priority action`,
});

class MonitoringReleaseRecordedShape extends MonitoringRelease {}
/** The Department released the local area from monitoring; that is no revisit by the inspectorates (reading 4). */
export const MonitoringReleaseRecorded = defineEvent('MonitoringReleaseRecorded', MonitoringReleaseRecordedShape, {
  effective: ({ releasedOn }) => releasedOn,
  says: ({ inspection, releasedOn }) => `The Department released the area from monitoring after inspection ${inspection} on ${releasedOn}`,
});

class MonitoringReleaseCorrectedShape extends MonitoringRelease {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A release from monitoring had been recorded wrongly (J1). */
export const MonitoringReleaseCorrected = defineEvent('MonitoringReleaseCorrected', MonitoringReleaseCorrectedShape, {
  effective: ({ releasedOn }) => releasedOn,
  says: ({ inspection, releasedOn }) =>
    `Corrected: the Department released the area from monitoring after inspection ${inspection} on ${releasedOn}`,
});
