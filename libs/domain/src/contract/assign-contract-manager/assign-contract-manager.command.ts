import { FreeText, type Decide } from '@app/event-sourcing';
import { IsPersonId, IsText } from '../../fields';
import { ContractManagerAssigned, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { placed } from '../contract.term';

/** Assign the Department's contract manager, or another one (order form 3.5, E3). */
export class AssignContractManager {
  /** Opaque id of the contract manager. */
  @IsPersonId() manager!: string;
  /** Why this person, or why another one. */
  @FreeText() @IsText() reason!: string;
}

export const assignContractManager: Decide<AssignContractManager, ContractState, ContractEvent> = ({ manager, reason }, state) => {
  placed(state);
  if (state.manager === manager) return [];
  return [ContractManagerAssigned({ manager, ...(state.manager !== undefined && { previous: state.manager }), reason })];
};
