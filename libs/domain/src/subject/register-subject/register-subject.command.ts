import { Personal, type Decide } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { SubjectRegistered, type SubjectEvent } from '../subject.events';
import { SUBJECT_KINDS, type SubjectKind } from '../subject.parts.command';
import { refuse } from '../subject.refusals';
import type { SubjectState } from '../subject.stream';

/** Register a person whom records will speak of by an opaque id (P1, P3). */
export class RegisterSubject {
  /** The id, the same as in the address. */
  @IsId() subject!: string;
  /** Whose person it is. */
  @IsIn(SUBJECT_KINDS) kind!: SubjectKind;
  /** Name; stored sealed, erasable. */
  @Personal('subject', 'personnel') @IsText(200) name!: string;
  /** Contact details; stored sealed, erasable. */
  @IsOptional() @Personal('subject', 'personnel') @IsText(500) contact?: string;
}

export const registerSubject: Decide<RegisterSubject, SubjectState, SubjectEvent> = (command, state, { stream }) => {
  const { subject, kind, name, contact } = command;
  if (subject !== stream.id) throw refuse('subject-id-mismatch', { field: 'subject', values: { subject, id: stream.id } });
  if (state.status === 'erased') throw refuse('subject-data-erased');
  if (state.status === 'registered') throw refuse('subject-already-registered');
  return [SubjectRegistered({ subject, kind, name, ...(contact !== undefined && { contact }) })];
};
