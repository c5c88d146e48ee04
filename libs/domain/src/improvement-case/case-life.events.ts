import { defineEvent, FreeText } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsPersonId, IsText } from '../fields';
import { CASE_CAUSES, CASE_RECORDS, DEEP_DIVE_KINDS, type CaseCause, type CaseRecord, type DeepDiveKind } from './case.vocabulary';

const because = { inspection: 'an inspection', timeliness: 'EHC plan timeliness' } as const;

class CaseOpenedShape {
  /** Local area by its id. */
  @IsId() area!: string;
  @IsIn(CASE_CAUSES) cause!: CaseCause;
  /** Inspection on the local area's record that it is opened from; absent for a timeliness concern. */
  @IsOptional() @IsId() inspection?: string;
  @IsDay() openedOn!: string;
  @FreeText() @IsText() reason!: string;
  /** The local area as it was found, `stream@revision`. */
  @IsText(200) judgedBy!: string;
}
/** A case was opened for a local area (J2). */
export const CaseOpened = defineEvent('CaseOpened', CaseOpenedShape, {
  effective: ({ openedOn }) => openedOn,
  says: ({ cause, openedOn }) => `Case opened on ${openedOn} because of ${because[cause]}`,
});

class CaseOpeningCorrectedShape extends CaseOpenedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
}
/** The opening of a case had been recorded wrongly (J2). */
export const CaseOpeningCorrected = defineEvent('CaseOpeningCorrected', CaseOpeningCorrectedShape, {
  effective: ({ openedOn }) => openedOn,
  says: ({ cause, openedOn }) => `Corrected: case opened on ${openedOn} because of ${because[cause]}`,
});

class CaseClosedShape {
  @IsId() area!: string;
  @IsIn(CASE_CAUSES) cause!: CaseCause;
  @IsDay() closedOn!: string;
  /** Local areas that take the case on after a reorganisation, by their ids; absent where none do (reading 26). */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsId({ each: true }) passedTo?: string[];
  @FreeText() @IsText() reason!: string;
}
/** A case was closed: what was owed in it ends (J2). */
export const CaseClosed = defineEvent('CaseClosed', CaseClosedShape, {
  effective: ({ closedOn }) => closedOn,
  says: ({ closedOn, passedTo }) => `Case closed on ${closedOn}${passedTo ? ` and passed on to ${passedTo.join(', ')}` : ''}`,
});

class CaseReopenedShape {
  @IsId() area!: string;
  @IsIn(CASE_CAUSES) cause!: CaseCause;
  @IsDay() reopenedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A closed case was opened again (J2). */
export const CaseReopened = defineEvent('CaseReopened', CaseReopenedShape, {
  effective: ({ reopenedOn }) => reopenedOn,
  says: ({ reopenedOn }) => `Case opened again on ${reopenedOn}`,
});

class CaseLeadAssignedShape {
  /** Opaque id of the DfE case lead. */
  @IsPersonId() lead!: string;
  /** Opaque id of the case lead before; absent where there was none. */
  @IsOptional() @IsPersonId() previous?: string;
  @FreeText() @IsText() reason!: string;
}
/** The DfE case lead was assigned (J2, E3). */
export const CaseLeadAssigned = defineEvent('CaseLeadAssigned', CaseLeadAssignedShape, {
  says: ({ lead }) => `Case lead ${lead} assigned`,
});

class CoverNamedShape {
  /** Opaque id of the person who is absent. */
  @IsPersonId() absent!: string;
  /** Opaque id of who is told in their place; absent where nobody covers: then it starts a level higher. */
  @IsOptional() @IsPersonId() cover?: string;
  /** First day of the absence. */
  @IsDay() from!: string;
  /** Last day of the absence, inclusive. */
  @IsDay() to!: string;
  @FreeText() @IsText() reason!: string;
}
/** Somebody covers for an absent person, or nobody does (E3). */
export const CoverNamed = defineEvent('CoverNamed', CoverNamedShape, {
  effective: ({ from }) => from,
  says: ({ absent, cover, from, to }) => `${absent} is absent from ${from} to ${to}; ${cover ? `${cover} covers` : 'nobody covers'}`,
});

class CoverWithdrawnShape {
  @IsPersonId() absent!: string;
  /** First day of the absence. */
  @IsDay() from!: string;
  /** Last day of the absence, inclusive. */
  @IsDay() to!: string;
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A cover was withdrawn: the absence did not take place, or was recorded wrongly (E3). */
export const CoverWithdrawn = defineEvent('CoverWithdrawn', CoverWithdrawnShape, {
  effective: ({ from }) => from,
  says: ({ absent, from, to }) => `Absence of ${absent} from ${from} to ${to} withdrawn`,
});

class CaseRecordWithdrawnShape {
  @IsId() area!: string;
  @IsIn(CASE_RECORDS) record!: CaseRecord;
  /** Id of the deep dive, stocktake, meeting, update, contact or review within the case. */
  @IsId() id!: string;
  /** Of a deep dive, which kind. */
  @IsOptional() @IsIn(DEEP_DIVE_KINDS) kind?: DeepDiveKind;
  /** Day from which it had been true. */
  @IsDay() effectiveOn!: string;
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A record of something that was never held was withdrawn; it stays readable (J4, J5). */
export const CaseRecordWithdrawn = defineEvent('CaseRecordWithdrawn', CaseRecordWithdrawnShape, {
  effective: ({ effectiveOn }) => effectiveOn,
  says: ({ record, id, effectiveOn }) => `Record of ${record.replaceAll('-', ' ')} ${id} on ${effectiveOn} withdrawn`,
});
