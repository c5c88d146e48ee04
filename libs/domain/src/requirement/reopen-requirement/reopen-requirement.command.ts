import type { Decide } from '@app/event-sourcing';
import { IsEventRef, IsText } from '../../fields';
import { RequirementReopened, type RequirementEvent } from '../requirement.events';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/** Say that a requirement is owed again: what met or ended it was corrected, returned or withdrawn (E2). */
export class ReopenRequirement {
  /** What undid it, `stream@revision`. */
  @IsEventRef() correction!: string;
  /** In a sentence. */
  @IsText(400) because!: string;
}

export const reopenRequirement: Decide<ReopenRequirement, RequirementState, RequirementEvent> = ({ correction, because }, { status }) => {
  if (status === 'none') throw refuse('requirement-not-imposed');
  if (status !== 'met' && status !== 'met-late' && status !== 'released') return [];
  return [RequirementReopened({ correction, because })];
};
