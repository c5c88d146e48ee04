import { addDays } from '@app/calendar';
import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { QualityApproachDiscussed, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, QUALITY_APPROACH_DAYS, sinceOrder } from '../contract.term';

/** Record that the supplier's approach to quality management and assurance was discussed with the Department (C11). */
export class DiscussQualityApproach {
  /** Day of the discussion; after the first two weeks it is late, and taken all the same. */
  @IsDay() discussedOn!: string;
  /** How the work will be on time, on budget and deliver the outcomes of Annex A. */
  @FreeText() @IsText() approach!: string;
}

export const discussQualityApproach: Decide<DiscussQualityApproach, ContractState, ContractEvent> = (command, state, { now }) => {
  const { discussedOn } = command;
  const terms = binding(state);
  if (state.quality?.discussedOn === discussedOn) return [];
  if (state.quality) throw refuse('quality-approach-already-discussed', { values: { discussedOn: state.quality.discussedOn } });
  sinceOrder(terms, discussedOn, now, 'discussedOn');
  return [QualityApproachDiscussed({ ...command, dueBy: addDays(terms.commencesOn, QUALITY_APPROACH_DAYS) })];
};
