import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { DesignationLifted, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Lift a designation as confidential (P1). */
export class LiftDesignation {
  /** Id of the designation within the contract. */
  @IsId() designation!: string;
  /** Why it need not stay confidential. */
  @FreeText() @IsText() reason!: string;
}

export const liftDesignation: Decide<LiftDesignation, ContractState, ContractEvent> = ({ designation, reason }, state) => {
  binding(state);
  const stands = entryOf(state.designations, designation);
  if (stands === false) return [];
  if (stands === undefined) throw refuse('designation-unknown', { field: 'designation', values: { designation } });
  return [DesignationLifted({ designation, reason })];
};
