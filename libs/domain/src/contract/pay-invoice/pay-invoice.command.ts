import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { InvoicePaid, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, notAhead } from '../contract.term';

/** Record that an approved invoice was paid (C3). */
export class PayInvoice {
  /** First day of the month's period. */
  @IsDay() month!: string;
  /** Day of the payment. */
  @IsDay() paidOn!: string;
  /** Reference of the payment; left out while unknown. */
  @IsOptional() @IsText(60) payment?: string;
}

export const payInvoice: Decide<PayInvoice, ContractState, ContractEvent> = (command, state, { now }) => {
  const { month, paidOn } = command;
  binding(state);
  const { invoice } = monthIn(state, month);
  if (invoice?.status !== 'approved') throw refuse('invoice-not-approved', { field: 'month', values: { month } });
  notAhead(paidOn, now, 'paidOn');
  const { pence, vatPence, submittedOn } = invoice;
  if (paidOn < submittedOn) throw refuse('invoice-paid-before-submission', { field: 'paidOn', values: { submittedOn, paidOn } });
  return [InvoicePaid({ ...command, pence, vatPence })];
};
