import type { Decide } from '@app/event-sourcing';
import { IsInt, Max, Min } from 'class-validator';
import { IsText } from '../../fields';
import { WaiverWithdrawn, type RequirementEvent } from '../requirement.events';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/** Take back a waiver: the requirement stands as it stood before, due day included (E2). */
export class WithdrawWaiver {
  /** Revision of the waiver on this stream. */
  @IsInt() @Min(0) @Max(1_000_000) corrects!: number;
  /** Why, in the words of the person who decides. */
  @IsText() reason!: string;
}

export const withdrawWaiver: Decide<WithdrawWaiver, RequirementState, RequirementEvent> = ({ corrects, reason }, { status, waiver }) => {
  if (status === 'none') throw refuse('requirement-not-imposed');
  if (waiver === undefined) throw refuse('requirement-not-waived');
  if (waiver !== corrects) throw refuse('waiver-mismatch', { field: 'corrects', values: { waiver, corrects } });
  return [WaiverWithdrawn({ corrects, reason })];
};
