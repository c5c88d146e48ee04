import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { InvoiceApprovalReversed, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Reverse the approval of an invoice that is not paid; it waits for a decision again (C3). */
export class ReverseInvoiceApproval {
  /** First day of the month's period. */
  @IsDay() month!: string;
  /** Why the approval does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const reverseInvoiceApproval: Decide<ReverseInvoiceApproval, ContractState, ContractEvent> = ({ month, reason }, state) => {
  const { references } = binding(state);
  const { invoice } = monthIn(state, month);
  if (invoice?.status !== 'approved') throw refuse('invoice-not-approved', { field: 'month', values: { month } });
  const { pence, vatPence } = invoice;
  const approvedPence = state.approvedPence - pence;
  const { maximumPence } = state;
  return [InvoiceApprovalReversed({ month, pence, vatPence, reason, approvedPence, maximumPence, references: [...references] })];
};
