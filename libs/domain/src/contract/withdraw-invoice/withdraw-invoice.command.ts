import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { InvoiceWithdrawn, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Take an invoice back before it is decided on. */
export class WithdrawInvoice {
  /** First day of the month's period. */
  @IsDay() month!: string;
  /** Why the supplier takes it back. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawInvoice: Decide<WithdrawInvoice, ContractState, ContractEvent> = ({ month, reason }, state) => {
  binding(state);
  const { invoice } = monthIn(state, month);
  if (invoice?.status !== 'submitted') throw refuse('invoice-not-waiting', { field: 'month', values: { month } });
  return [InvoiceWithdrawn({ month, pence: invoice.pence, vatPence: invoice.vatPence, reason })];
};
