import { FreeText, type Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { ExtensionWithdrawn, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Take the offered extension back (C7). */
export class WithdrawExtension {
  /** Why the Department takes it back. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawExtension: Decide<WithdrawExtension, ContractState, ContractEvent> = ({ reason }, state) => {
  binding(state);
  if (!state.extension.offer) throw refuse('extension-not-offered');
  return [ExtensionWithdrawn({ reason })];
};
