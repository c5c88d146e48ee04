import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsEventRef, IsId, IsText } from '../../fields';
import { InformationDesignated, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Designate other information as confidential, marked or not (P1, order form 4.1). */
export class DesignateInformation {
  /** Id of the designation within the contract, e.g. `c1`. */
  @IsId() designation!: string;
  /** The record that is meant, e.g. `contract-CON_22889@7`; left out where it is not a record of this system. */
  @IsOptional() @IsEventRef() record?: string;
  /** What is confidential. */
  @FreeText('designated') @IsText() what!: string;
  /** Why. */
  @FreeText() @IsText() reason!: string;
}

export const designateInformation: Decide<DesignateInformation, ContractState, ContractEvent> = (command, state) => {
  binding(state);
  if (entryOf(state.designations, command.designation)) return [];
  return [InformationDesignated({ ...command })];
};
