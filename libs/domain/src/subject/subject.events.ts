import { defineEvent, Personal, type EventsIn } from '@app/event-sourcing';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { FreeText } from '@app/event-sourcing';
import { IsId, IsText } from '../fields';
import type * as module from './subject.events';
import { LAWFUL_BASES, SUBJECT_KINDS, type LawfulBasis, type SubjectKind } from './subject.parts.command';

export type SubjectEvent = EventsIn<typeof module>;

class SubjectRegisteredShape {
  @IsId() subject!: string;
  @IsIn(SUBJECT_KINDS) kind!: SubjectKind;
  @Personal('subject', 'personnel') @IsText(200) name!: string;
  @IsOptional() @Personal('subject', 'personnel') @IsText(500) contact?: string;
}
/** A person whom records speak of got an id; name and contact are sealed under the person's own key (P1, P3). */
export const SubjectRegistered = defineEvent('SubjectRegistered', SubjectRegisteredShape, {
  says: ({ kind }) =>
    `Registered: ${kind === 'adviser' ? 'an adviser' : kind === 'la-personnel' ? 'a person of a local authority' : 'a person of the Department'}`,
});

class SubjectCorrectedShape {
  @IsId() subject!: string;
  /** Revision of what was recorded wrongly. */
  @IsInt() @Min(0) @Max(1_000_000) corrects!: number;
  @IsIn(SUBJECT_KINDS) kind!: SubjectKind;
  @Personal('subject', 'personnel') @IsText(200) name!: string;
  @IsOptional() @Personal('subject', 'personnel') @IsText(500) contact?: string;
  @FreeText() @IsText() reason!: string;
}
/** Name or contact had been recorded wrongly or have changed. */
export const SubjectCorrected = defineEvent('SubjectCorrected', SubjectCorrectedShape, {
  says: ({ corrects }) => `Name or contact corrected (${corrects})`,
});

class SubjectErasedShape {
  @IsId() subject!: string;
  @IsIn(LAWFUL_BASES) lawfulBasis!: LawfulBasis;
  @FreeText() @IsText() reason!: string;
}
/** The person's key is destroyed: nothing sealed under it can ever be read again (P3). */
export const SubjectErased = defineEvent('SubjectErased', SubjectErasedShape, {
  says: ({ lawfulBasis }) => `Personal data erased for good (${lawfulBasis})`,
});
