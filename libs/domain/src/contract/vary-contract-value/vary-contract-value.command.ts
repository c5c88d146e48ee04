import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsPence, IsText } from '../../fields';
import { pounds } from '../../money';
import { ContractValueVaried, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, sinceOrder } from '../contract.term';

/** Vary the maximum value: more months alone do not raise it (C7), and it is never less than what is approved (C3). */
export class VaryContractValue {
  /** Day of the variation. */
  @IsDay() agreedOn!: string;
  /** The new maximum value in pence, VAT apart. */
  @IsPence(1) maximumPence!: number;
  /** Why the value is varied. */
  @FreeText() @IsText() reason!: string;
}

export const varyContractValue: Decide<VaryContractValue, ContractState, ContractEvent> = (command, state, { now }) => {
  const { agreedOn, maximumPence } = command;
  const terms = binding(state);
  sinceOrder(terms, agreedOn, now, 'agreedOn');
  const { maximumPence: previousPence, approvedPence } = state;
  if (maximumPence === previousPence) return [];
  if (maximumPence < approvedPence) {
    throw refuse('contract-value-below-approved', { field: 'maximumPence', values: { approved: pounds(approvedPence) } });
  }
  return [ContractValueVaried({ ...command, previousPence, approvedPence })];
};
