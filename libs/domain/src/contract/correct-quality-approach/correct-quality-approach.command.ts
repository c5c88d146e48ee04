import { addDays } from '@app/calendar';
import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { QualityApproachCorrected, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { binding, QUALITY_APPROACH_DAYS, sinceOrder, standing } from '../contract.term';
import { DiscussQualityApproach } from '../discuss-quality-approach/discuss-quality-approach.command';

/** Correct the record of the discussion on quality (C11). */
export class CorrectQualityApproach extends DiscussQualityApproach {
  /** Revision of the record that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctQualityApproach: Decide<CorrectQualityApproach, ContractState, ContractEvent> = (command, state, { now }) => {
  const terms = binding(state);
  standing(state.quality, command.corrects);
  sinceOrder(terms, command.discussedOn, now, 'discussedOn');
  return [QualityApproachCorrected({ ...command, dueBy: addDays(terms.commencesOn, QUALITY_APPROACH_DAYS) })];
};
