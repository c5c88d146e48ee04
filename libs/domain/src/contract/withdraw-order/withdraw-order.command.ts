import { FreeText, type Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { OrderWithdrawn, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { placed } from '../contract.term';

/** Take an order back before it is binding (C1). */
export class WithdrawOrder {
  /** Why the buyer takes it back. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawOrder: Decide<WithdrawOrder, ContractState, ContractEvent> = ({ reason }, state) => {
  if (state.status === 'withdrawn') return [];
  placed(state);
  if (state.status === 'binding') throw refuse('contract-already-binding');
  return [OrderWithdrawn({ reason })];
};
