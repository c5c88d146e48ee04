import { FreeText, type Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { ExtensionDeclined, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Record that the supplier declines the offered extension (C7). */
export class DeclineExtension {
  /** Why the supplier declines. */
  @FreeText() @IsText() reason!: string;
}

export const declineExtension: Decide<DeclineExtension, ContractState, ContractEvent> = ({ reason }, state) => {
  binding(state);
  if (!state.extension.offer) throw refuse('extension-not-offered');
  return [ExtensionDeclined({ reason })];
};
