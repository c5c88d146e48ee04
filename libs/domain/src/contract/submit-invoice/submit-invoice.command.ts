import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsPence, IsText } from '../../fields';
import { InvoiceSubmitted, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, notAhead } from '../contract.term';
import { begunMonth } from '../reporting-period';

/** Submit the invoice for a month; after completion too, for a month within the term (C9, reading 23). */
export class SubmitInvoice {
  /** First day of the month's period, the first one beginning at commencement. */
  @IsDay() month!: string;
  /** Amount in pence, VAT apart. */
  @IsPence(1) pence!: number;
  /** VAT in pence, on top. */
  @IsPence() vatPence!: number;
  /** Day on which it reached the Department. */
  @IsDay() submittedOn!: string;
  /** The supplier's own number; left out while unknown. */
  @IsOptional() @IsText(60) invoiceNumber?: string;
}

export const submitInvoice: Decide<SubmitInvoice, ContractState, ContractEvent> = (command, state, { now }) => {
  const { month, submittedOn } = command;
  const terms = binding(state);
  const { to } = begunMonth(terms, month, now);
  notAhead(submittedOn, now, 'submittedOn');
  if (submittedOn < month) throw refuse('report-period-not-begun', { field: 'submittedOn', values: { period: month } });
  const status = monthIn(state, month).invoice?.status;
  if (status !== undefined) throw refuse('invoice-already-submitted', { field: 'month', values: { month, status } });
  return [InvoiceSubmitted({ ...command, monthEndsOn: to, references: [...terms.references] })];
};
