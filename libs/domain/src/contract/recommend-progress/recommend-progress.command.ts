import { FreeText, type Decide } from '@app/event-sourcing';
import { IsBoolean } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { ProgressRecommended, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import { recommendationOn, type ContractState } from '../contract.state';
import { binding, covers, notAhead, withinTerm } from '../contract.term';

/** Recommend to VCU at a formal review whether an area's progress is sufficient; VCU decides, by another person (C17). */
export class RecommendProgress {
  /** The formal review by its id on the case of the area. */
  @IsId() review!: string;
  /** Local area by its id. */
  @IsId() area!: string;
  /** Day of the recommendation. */
  @IsDay() recommendedOn!: string;
  /** Whether the supplier holds progress to be sufficient. */
  @IsBoolean() sufficient!: boolean;
  /** Why. */
  @FreeText('management-information') @IsText() reason!: string;
}

export const recommendProgress: Decide<RecommendProgress, ContractState, ContractEvent> = (command, state, { now }) => {
  const { review, area, recommendedOn } = command;
  const terms = binding(state);
  covers(terms, area, recommendedOn);
  if (recommendationOn(state, review, area)) throw refuse('recommendation-already-made', { field: 'review', values: { review, area } });
  notAhead(recommendedOn, now, 'recommendedOn');
  withinTerm(terms, recommendedOn, 'recommendedOn');
  return [ProgressRecommended({ ...command })];
};
