import type { EvolveLines, EventsIn } from '@app/event-sourcing';
import type * as invoicing from './contract-invoicing.events';
import type * as reporting from './contract-reporting.events';
import { entryOf, withEntry } from '../entries';
import { reportKey, withMonth } from './contract.months';
import type { ContractState, MonthInvoice, ReportStatus, RhythmChange } from './contract.state';

const report = (state: ContractState, { period, area }: { period: string; area?: string }, status: ReportStatus): ContractState => ({
  ...state,
  reports: { ...state.reports, [reportKey(period, area)]: status },
});

const narrative = (state: ContractState, month: string, revision: number): ContractState =>
  withMonth(state, month, (entry) => ({ ...entry, narrative: { revision } }));

const rhythm = (state: ContractState, area: string, change: RhythmChange): ContractState => {
  const earlier = (entryOf(state.rhythms, area) ?? []).filter(({ from }) => from < change.from);
  return { ...state, rhythms: withEntry(state.rhythms, area, [...earlier, change]) };
};

const invoice = (state: ContractState, month: string, change: Partial<MonthInvoice>): ContractState =>
  withMonth(state, month, (entry) => (entry.invoice ? { ...entry, invoice: { ...entry.invoice, ...change } } : entry));

const noInvoice = (state: ContractState, month: string): ContractState =>
  withMonth(state, month, ({ invoice: _invoice, ...entry }) => entry);

/** Reports, narratives and how often they are due (C9, C10). */
export const reportingLines: EvolveLines<ContractState, EventsIn<typeof reporting>> = {
  ReportSubmitted: (state, data) => report(state, data, 'submitted'),
  ReportReturned: (state, data) => report(state, data, 'returned'),
  ReportAccepted: (state, data) => report(state, data, 'accepted'),
  NarrativeSubmitted: (state, { month }, { revision }) => narrative(state, month, revision),
  NarrativeCorrected: (state, { month }, { revision }) => narrative(state, month, revision),
  ReportingIncreased: (state, { area, from, rhythm: now, cause }) => rhythm(state, area, { from, rhythm: now, cause }),
  ReportingEased: (state, { area, from, rhythm: now }) =>
    rhythm(state, area, { from, rhythm: now, cause: entryOf(state.rhythms, area)?.at(-1)?.cause ?? 'pace' }),
};

/** Invoices against the cap (C3). */
export const invoicingLines: EvolveLines<ContractState, EventsIn<typeof invoicing>> = {
  InvoiceSubmitted: (state, { month, pence, vatPence, submittedOn }) =>
    withMonth(state, month, (entry) => ({ ...entry, invoice: { status: 'submitted', pence, vatPence, submittedOn } })),
  InvoiceWithdrawn: (state, { month }) => noInvoice(state, month),
  InvoiceRejected: (state, { month }) => noInvoice(state, month),
  InvoiceApproved: (state, { month, approvedPence }) => ({ ...invoice(state, month, { status: 'approved' }), approvedPence }),
  InvoiceApprovalReversed: (state, { month, approvedPence }) => ({ ...invoice(state, month, { status: 'submitted' }), approvedPence }),
  InvoicePaid: (state, { month, paidOn }, { revision }) => invoice(state, month, { status: 'paid', payment: { paidOn, revision } }),
  InvoicePaymentCorrected: (state, { month, paidOn }, { revision }) => invoice(state, month, { payment: { paidOn, revision } }),
  InvoicePaymentReversed: (state, { month }) =>
    withMonth(state, month, ({ invoice: paid, ...entry }) => {
      if (!paid) return entry;
      const { payment: _payment, ...approved } = paid;
      return { ...entry, invoice: { ...approved, status: 'approved' } };
    }),
  ContractValueVaried: (state, { maximumPence }) => ({ ...state, maximumPence }),
};
