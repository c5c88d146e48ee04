import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { RequirementWaived, type RequirementEvent } from '../requirement.events';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/** Waive a requirement: decide that it need not be done (E2). A lapse that happened stays on record; its escalation is withdrawn. */
export class WaiveRequirement {
  /** Why, in the words of the person who decides. */
  @IsText() reason!: string;
}

export const waiveRequirement: Decide<WaiveRequirement, RequirementState, RequirementEvent> = ({ reason }, { status }) => {
  if (status === 'none') throw refuse('requirement-not-imposed');
  if (status === 'met' || status === 'met-late') throw refuse('waiver-of-met-requirement');
  if (status === 'released') throw refuse('waiver-of-released-requirement');
  if (status === 'waived') return [];
  return [RequirementWaived({ reason })];
};
