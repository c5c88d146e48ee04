import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { pounds } from '../../money';
import { InvoiceApproved, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Approve an invoice: within the maximum value (C3), upon the month's accepted report and its narrative (C9). */
export class ApproveInvoice {
  /** First day of the month's period. */
  @IsDay() month!: string;
  /** Why it is approved. */
  @FreeText() @IsText() reason!: string;
}

export const approveInvoice: Decide<ApproveInvoice, ContractState, ContractEvent> = ({ month, reason }, state) => {
  const { references } = binding(state);
  const { invoice, narrative } = monthIn(state, month);
  if (invoice?.status === 'approved' || invoice?.status === 'paid') return [];
  if (!invoice) throw refuse('invoice-not-waiting', { field: 'month', values: { month } });
  if (state.reports[month] !== 'accepted') throw refuse('invoice-without-accepted-report', { field: 'month', values: { month } });
  if (narrative === undefined) throw refuse('invoice-without-narrative', { field: 'month', values: { month } });
  const approvedPence = state.approvedPence + invoice.pence;
  const { maximumPence } = state;
  if (approvedPence > maximumPence) {
    throw refuse('invoice-over-maximum-value', {
      values: { pence: pounds(invoice.pence), total: pounds(approvedPence), maximum: pounds(maximumPence) },
    });
  }
  const { pence, vatPence } = invoice;
  return [InvoiceApproved({ month, pence, vatPence, reason, approvedPence, maximumPence, references: [...references] })];
};
