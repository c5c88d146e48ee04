import { FreeText, type Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { OrderDeclined, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { placed } from '../contract.term';

/** Record that the supplier declines an order that is not binding yet (C1). */
export class DeclineOrder {
  /** Why the supplier declines. */
  @FreeText() @IsText() reason!: string;
}

export const declineOrder: Decide<DeclineOrder, ContractState, ContractEvent> = ({ reason }, state) => {
  if (state.status === 'declined') return [];
  placed(state);
  if (state.status === 'binding') throw refuse('contract-already-binding');
  return [OrderDeclined({ reason })];
};
