import { Personal, type Decide } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { SubjectCorrected, type SubjectEvent } from '../subject.events';
import { SUBJECT_KINDS, type SubjectKind } from '../subject.parts.command';
import { refuse } from '../subject.refusals';
import type { SubjectState } from '../subject.stream';

/** Correct the name or the contact details of a registered person (P1, P3). */
export class CorrectSubject {
  /** The id, the same as in the address. */
  @IsId() subject!: string;
  /** Whose person it is. */
  @IsIn(SUBJECT_KINDS) kind!: SubjectKind;
  /** Name; stored sealed, erasable. */
  @Personal('subject', 'personnel') @IsText(200) name!: string;
  /** Contact details; stored sealed, erasable. */
  @IsOptional() @Personal('subject', 'personnel') @IsText(500) contact?: string;
  /** Why the record is corrected. */
  @IsText() reason!: string;
}

export const correctSubject: Decide<CorrectSubject, SubjectState, SubjectEvent> = (command, state, { stream }) => {
  const { subject, kind, name, contact, reason } = command;
  if (subject !== stream.id) throw refuse('subject-id-mismatch', { field: 'subject', values: { subject, id: stream.id } });
  if (state.status === 'erased') throw refuse('subject-data-erased');
  if (state.status === 'unknown') throw refuse('subject-unknown');
  return [SubjectCorrected({ subject, corrects: state.revision, kind, name, ...(contact !== undefined && { contact }), reason })];
};
