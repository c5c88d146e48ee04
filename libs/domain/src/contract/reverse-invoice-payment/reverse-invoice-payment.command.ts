import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsDay, IsText } from '../../fields';
import { InvoicePaymentReversed, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, standing } from '../contract.term';

/** Take back the record of a payment that was not made; the invoice is approved and unpaid again (C3). */
export class ReverseInvoicePayment {
  /** First day of the month's period. */
  @IsDay() month!: string;
  /** Revision of the payment, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const reverseInvoicePayment: Decide<ReverseInvoicePayment, ContractState, ContractEvent> = (command, state) => {
  const { month, corrects } = command;
  binding(state);
  const { invoice } = monthIn(state, month);
  if (invoice?.status !== 'paid') throw refuse('invoice-not-paid', { field: 'month', values: { month } });
  const { paidOn } = standing(invoice.payment, corrects);
  const { pence, vatPence } = invoice;
  return [InvoicePaymentReversed({ ...command, pence, vatPence, paidOn })];
};
