import { defineEvent, FreeText } from '@app/event-sourcing';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../fields';
import { IsCallOffDays } from './contract.fields';
import {
  ADVICE_PURPOSES,
  DIAGNOSTIC_MAKERS,
  LIAISON_PROGRAMMES,
  type AdvicePurpose,
  type DiagnosticMaker,
  type LiaisonProgramme,
} from './contract.vocabulary';

class CallOffDaysAgreedShape {
  /** Days per month, an exact decimal. */
  @IsCallOffDays() daysPerMonth!: string;
  /** First day on which it holds. */
  @IsDay() from!: string;
  @FreeText() @IsText() reason!: string;
}
/** Call-off days per month were agreed; before that they are unknown (C2). */
export const CallOffDaysAgreed = defineEvent('CallOffDaysAgreed', CallOffDaysAgreedShape, {
  effective: ({ from }) => from,
  says: ({ daysPerMonth, from }) => `${daysPerMonth} call-off days a month agreed from ${from}`,
});

class VisitsAgreedShape {
  /** Local area by its id. */
  @IsId() area!: string;
  /** Visits per month that are expected. */
  @IsCount(0, 31) visitsPerMonth!: number;
  /** First day on which it holds. */
  @IsDay() from!: string;
  @FreeText() @IsText() reason!: string;
}
/** How often an area is visited was agreed (C19). An expectation, not a duty that lapses. */
export const VisitsAgreed = defineEvent('VisitsAgreed', VisitsAgreedShape, {
  effective: ({ from }) => from,
  says: ({ area, visitsPerMonth, from }) => `${visitsPerMonth} visits a month to ${area} agreed from ${from}`,
});

class AdviceDayRecordedShape {
  @IsDay() day!: string;
  /** Local area by its id: a day without one is refused. */
  @IsId() area!: string;
  /** Subject id of the professional. */
  @IsId() person!: string;
  /** Minutes given to this area. */
  @IsCount(1, 1_440) minutes!: number;
  /** Minutes of the person on this date, all areas together: one day of the allocation, once. */
  @IsCount(1, 1_440) dateMinutes!: number;
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(ADVICE_PURPOSES, { each: true }) purposes!: AdvicePurpose[];
  @IsBoolean() onSite!: boolean;
  /** What was done, in the supplier's words; absent where nothing was noted. */
  @FreeText('management-information') @IsOptional() @IsText() notes?: string;
}
/** Work for a local area on one day was recorded (C2, C18, C19). */
export const AdviceDayRecorded = defineEvent('AdviceDayRecorded', AdviceDayRecordedShape, {
  effective: ({ day }) => day,
  says: ({ day, area, minutes, onSite }) => `${minutes} minutes for ${area} on ${day}, ${onSite ? 'on site' : 'not on site'}`,
});

class AdviceDayCorrectedShape extends AdviceDayRecordedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** What the corrected record said. */
  @IsDay() previousDay!: string;
  @IsId() previousArea!: string;
  @IsId() previousPerson!: string;
  @IsCount(1, 1_440) previousMinutes!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of an advice day was corrected (C2). */
export const AdviceDayCorrected = defineEvent('AdviceDayCorrected', AdviceDayCorrectedShape, {
  effective: ({ day }) => day,
  says: ({ day, area, minutes, previousDay, previousArea, previousMinutes }) =>
    `${minutes} minutes for ${area} on ${day} stand in for ${previousMinutes} minutes for ${previousArea} on ${previousDay}`,
});

class AdviceDayWithdrawnShape {
  @IsDay() day!: string;
  /** Local area by its id. */
  @IsId() area!: string;
  /** Subject id of the professional. */
  @IsId() person!: string;
  /** Minutes that no longer count. */
  @IsCount(1, 1_440) minutes!: number;
  /** Minutes of the person on this date that still count. */
  @IsCount(0, 1_440) dateMinutes!: number;
  /** Revision of the record that is withdrawn. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of an advice day that was not given was withdrawn (C2). */
export const AdviceDayWithdrawn = defineEvent('AdviceDayWithdrawn', AdviceDayWithdrawnShape, {
  effective: ({ day }) => day,
  says: ({ day, area, minutes }) => `${minutes} minutes for ${area} on ${day} withdrawn`,
});

class DiagnosticRecordedShape {
  /** Id of the diagnostic within the contract. */
  @IsId() diagnostic!: string;
  /** Local area by its id. */
  @IsId() area!: string;
  @IsDay() madeOn!: string;
  @IsIn(DIAGNOSTIC_MAKERS) madeBy!: DiagnosticMaker;
  @FreeText('management-information') @IsText(20_000) findings!: string;
}
/** Diagnostic work on an area was recorded (C18). */
export const DiagnosticRecorded = defineEvent('DiagnosticRecorded', DiagnosticRecordedShape, {
  effective: ({ madeOn }) => madeOn,
  says: ({ area, madeOn, madeBy }) => `Diagnostic of ${area} on ${madeOn} (${madeBy})`,
});

class DiagnosticCorrectedShape extends DiagnosticRecordedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a diagnostic was corrected (C18). */
export const DiagnosticCorrected = defineEvent('DiagnosticCorrected', DiagnosticCorrectedShape, {
  effective: ({ madeOn }) => madeOn,
  says: ({ area, madeOn }) => `The record of a diagnostic was corrected: ${area} on ${madeOn}`,
});

class ProgrammeLiaisonRecordedShape {
  /** Local area by its id. */
  @IsId() area!: string;
  @IsIn(LIAISON_PROGRAMMES) programme!: LiaisonProgramme;
  @IsDay() day!: string;
  /** Subject ids of the programme's advisers; absent where they are unknown. */
  @IsOptional() @IsArray() @IsId({ each: true }) advisers?: string[];
  /** What was agreed; absent where nothing was noted. */
  @FreeText('management-information') @IsOptional() @IsText() notes?: string;
}
/** Liaison with the advisers of a programme was recorded; its time is part of the call-off days (C14). */
export const ProgrammeLiaisonRecorded = defineEvent('ProgrammeLiaisonRecorded', ProgrammeLiaisonRecordedShape, {
  effective: ({ day }) => day,
  says: ({ area, programme, day }) => `Liaison with the ${programme} advisers for ${area} on ${day}`,
});

class ProgrammeLiaisonCorrectedShape extends ProgrammeLiaisonRecordedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** What the corrected record said. */
  @IsId() previousArea!: string;
  @IsIn(LIAISON_PROGRAMMES) previousProgramme!: LiaisonProgramme;
  @IsDay() previousDay!: string;
  @FreeText() @IsText() reason!: string;
}
/** The record of a liaison was corrected (C14). */
export const ProgrammeLiaisonCorrected = defineEvent('ProgrammeLiaisonCorrected', ProgrammeLiaisonCorrectedShape, {
  effective: ({ day }) => day,
  says: ({ area, programme, day }) => `The record of a liaison was corrected: ${programme} advisers for ${area} on ${day}`,
});

class DiagnosticWithdrawnShape {
  /** Id of the diagnostic within the contract. */
  @IsId() diagnostic!: string;
  /** Local area by its id. */
  @IsId() area!: string;
  /** Day on which it had been said to be made. */
  @IsDay() madeOn!: string;
  /** Revision of the record that is withdrawn. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a diagnostic that was not made was withdrawn (C18). */
export const DiagnosticWithdrawn = defineEvent('DiagnosticWithdrawn', DiagnosticWithdrawnShape, {
  effective: ({ madeOn }) => madeOn,
  says: ({ area, madeOn }) => `The record of a diagnostic of ${area} on ${madeOn} was withdrawn`,
});

class ProgrammeLiaisonWithdrawnShape {
  /** Local area by its id. */
  @IsId() area!: string;
  @IsIn(LIAISON_PROGRAMMES) programme!: LiaisonProgramme;
  /** Day on which it had been said to be. */
  @IsDay() day!: string;
  /** Revision of the record that is withdrawn. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a liaison that did not take place was withdrawn; what it had met is owed again (C14). */
export const ProgrammeLiaisonWithdrawn = defineEvent('ProgrammeLiaisonWithdrawn', ProgrammeLiaisonWithdrawnShape, {
  effective: ({ day }) => day,
  says: ({ area, programme, day }) => `The record of a liaison with the ${programme} advisers for ${area} on ${day} was withdrawn`,
});
