import type { Decide } from '@app/event-sourcing';
import { IsEventRef, IsText } from '../../fields';
import { RequirementReleased, type RequirementEvent } from '../requirement.events';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/** Say that a requirement is no longer owed, because what it served has ended (E2). A lapse that happened stays on record. */
export class ReleaseRequirement {
  /** What ended it, `stream@revision`. */
  @IsEventRef() by!: string;
  /** In a sentence. */
  @IsText(400) because!: string;
}

export const releaseRequirement: Decide<ReleaseRequirement, RequirementState, RequirementEvent> = ({ by, because }, { status }) => {
  if (status === 'none') throw refuse('requirement-not-imposed');
  if (status !== 'open' && status !== 'lapsed') return [];
  return [RequirementReleased({ by, because })];
};
