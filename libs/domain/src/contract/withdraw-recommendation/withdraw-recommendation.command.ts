import { FreeText, type Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { RecommendationWithdrawn, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import { recommendationOn, type ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Take a recommendation back; another one can be made (C17). */
export class WithdrawRecommendation {
  /** The formal review by its id on the case of the area. */
  @IsId() review!: string;
  /** Local area by its id. */
  @IsId() area!: string;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawRecommendation: Decide<WithdrawRecommendation, ContractState, ContractEvent> = (command, state) => {
  const { review, area } = command;
  binding(state);
  if (!recommendationOn(state, review, area)) throw refuse('recommendation-not-made', { field: 'review', values: { review, area } });
  return [RecommendationWithdrawn({ ...command })];
};
