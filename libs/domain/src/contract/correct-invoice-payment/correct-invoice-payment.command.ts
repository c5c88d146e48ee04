import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { InvoicePaymentCorrected, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, notAhead, standing } from '../contract.term';
import { PayInvoice } from '../pay-invoice/pay-invoice.command';

/** Correct the record of a payment: its day or its reference (C3). */
export class CorrectInvoicePayment extends PayInvoice {
  /** Revision of the payment that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctInvoicePayment: Decide<CorrectInvoicePayment, ContractState, ContractEvent> = (command, state, { now }) => {
  const { month, paidOn } = command;
  binding(state);
  const { invoice } = monthIn(state, month);
  if (invoice?.status !== 'paid') throw refuse('invoice-not-paid', { field: 'month', values: { month } });
  standing(invoice.payment, command.corrects);
  notAhead(paidOn, now, 'paidOn');
  const { pence, vatPence, submittedOn } = invoice;
  if (paidOn < submittedOn) throw refuse('invoice-paid-before-submission', { field: 'paidOn', values: { submittedOn, paidOn } });
  return [InvoicePaymentCorrected({ ...command, pence, vatPence })];
};
