import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { SubjectErased, type SubjectEvent } from '../subject.events';
import { LAWFUL_BASES, type LawfulBasis } from '../subject.parts.command';
import { refuse } from '../subject.refusals';
import type { SubjectState } from '../subject.stream';

/** Erase the personal data of a person for good, everywhere at once, on a lawful request (P3). */
export class EraseSubject {
  /** The id, the same as in the address. */
  @IsId() subject!: string;
  /** Ground of the erasure. */
  @IsIn(LAWFUL_BASES) lawfulBasis!: LawfulBasis;
  /** Why it is lawful in this case. */
  @IsText() reason!: string;
}

export const eraseSubject: Decide<EraseSubject, SubjectState, SubjectEvent> = ({ subject, lawfulBasis, reason }, state, { stream }) => {
  if (subject !== stream.id) throw refuse('subject-id-mismatch', { field: 'subject', values: { subject, id: stream.id } });
  if (state.status === 'erased') return [];
  return [SubjectErased({ subject, lawfulBasis, reason })];
};
