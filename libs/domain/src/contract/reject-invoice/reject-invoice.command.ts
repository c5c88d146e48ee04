import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { InvoiceRejected, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Reject an invoice; another one can be submitted for the month (C3). */
export class RejectInvoice {
  /** First day of the month's period. */
  @IsDay() month!: string;
  /** What is wrong with it. */
  @FreeText() @IsText() reason!: string;
}

export const rejectInvoice: Decide<RejectInvoice, ContractState, ContractEvent> = ({ month, reason }, state) => {
  binding(state);
  const { invoice } = monthIn(state, month);
  if (invoice?.status !== 'submitted') throw refuse('invoice-not-waiting', { field: 'month', values: { month } });
  return [InvoiceRejected({ month, pence: invoice.pence, vatPence: invoice.vatPence, reason })];
};
