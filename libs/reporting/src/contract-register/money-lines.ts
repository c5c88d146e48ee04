import { changed, put } from '../lists';
import type { ContractInvoice, ContractReport, ContractRow } from './contract-register.view';
import type { ContractLines } from './term-lines';

const sum = (invoices: readonly ContractInvoice[], counts: (invoice: ContractInvoice) => boolean): number =>
  invoices.filter(counts).reduce((total, { pence }) => total + pence, 0);

/** The invoices and what they come to, in whole pence (C3). */
const withInvoices = (row: ContractRow, invoices: ContractInvoice[]): ContractRow => {
  const approvedPence = sum(invoices, ({ status }) => status !== 'submitted');
  return {
    ...row,
    invoices,
    invoicedPence: sum(invoices, () => true),
    approvedPence,
    paidPence: sum(invoices, ({ status }) => status === 'paid'),
    remainingPence: row.maximumPence - approvedPence,
  };
};

const monthOf = ({ month }: ContractInvoice): string => month;

const without = (row: ContractRow, month: string): ContractRow =>
  withInvoices(
    row,
    row.invoices.filter((one) => one.month !== month),
  );

const onInvoice = (row: ContractRow, month: string, change: (invoice: ContractInvoice) => ContractInvoice): ContractRow =>
  withInvoices(
    row,
    changed(row.invoices, (one) => one.month === month, change),
  );

/** The report on the latest period stands, whenever it came in (C9). */
function withReport(row: ContractRow, data: Omit<ContractReport, 'status'>, status: ContractReport['status']): ContractRow {
  const { period, periodEndsOn, area } = data;
  const isIt = (one: ContractReport): boolean => one.area === area;
  const last = row.lastReports.find(isIt);
  if (last && last.period > period) return row;
  const report = { ...(area !== undefined && { area }), period, periodEndsOn, status };
  return { ...row, lastReports: put(row.lastReports, isIt, report, (one) => one.area ?? '') };
}

const withRhythm = (row: ContractRow, { area, rhythm, from }: ContractRow['rhythms'][number]): ContractRow => ({
  ...row,
  rhythms: put(
    row.rhythms,
    (one) => one.area === area,
    { area, rhythm, from },
    (one) => one.area,
  ),
});

/** Invoices against the maximum value, and the reports that they need (C3, C9, C10). */
export const moneyLines: ContractLines = {
  InvoiceSubmitted: (row, { month, pence, vatPence, submittedOn }) =>
    row &&
    withInvoices(
      row,
      put(row.invoices, (one) => one.month === month, { month, pence, vatPence, status: 'submitted', submittedOn }, monthOf),
    ),
  InvoiceWithdrawn: (row, { month }) => row && without(row, month),
  InvoiceRejected: (row, { month }) => row && without(row, month),
  InvoiceApproved: (row, { month }) => row && onInvoice(row, month, (one) => ({ ...one, status: 'approved' })),
  InvoiceApprovalReversed: (row, { month }) => row && onInvoice(row, month, (one) => ({ ...one, status: 'submitted' })),
  InvoicePaid: (row, { month, paidOn }) => row && onInvoice(row, month, (one) => ({ ...one, status: 'paid', paidOn })),
  InvoicePaymentCorrected: (row, { month, paidOn }) => row && onInvoice(row, month, (one) => ({ ...one, paidOn })),
  InvoicePaymentReversed: (row, { month }) =>
    row && onInvoice(row, month, ({ paidOn: _paidOn, ...one }) => ({ ...one, status: 'approved' })),
  ContractValueVaried: (row, { maximumPence }) => row && withInvoices({ ...row, maximumPence }, row.invoices),
  ReportSubmitted: (row, data) => row && withReport(row, data, 'submitted'),
  ReportReturned: (row, data) => row && withReport(row, data, 'returned'),
  ReportAccepted: (row, data) => row && withReport(row, data, 'accepted'),
  ReportingIncreased: (row, data) => row && withRhythm(row, data),
  ReportingEased: (row, data) => row && withRhythm(row, data),
};
