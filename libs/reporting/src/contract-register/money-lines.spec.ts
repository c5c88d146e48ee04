import {
  ContractValueVaried,
  InvoiceApprovalReversed,
  InvoiceApproved,
  InvoicePaid,
  InvoicePaymentCorrected,
  InvoicePaymentReversed,
  InvoiceRejected,
  InvoiceSubmitted,
  InvoiceWithdrawn,
  ReportAccepted,
  ReportReturned,
  ReportSubmitted,
  ReportingEased,
  ReportingIncreased,
} from '@app/domain/events';
import { at, shows, why } from './contract-register.testing';

describe('the money in the contract register (C3)', () => {
  const invoice = (month: string, pence: number) => ({ month, pence, vatPence: 100 });
  const submitted = (month: string, pence: number) =>
    at(InvoiceSubmitted({ ...invoice(month, pence), monthEndsOn: month, submittedOn: '2023-12-01', references: [] }));
  const shown = (month: string, pence: number, status: 'submitted' | 'approved' | 'paid' = 'submitted') => ({
    ...invoice(month, pence),
    status,
    submittedOn: '2023-12-01',
  });
  const decided = { ...invoice('2023-11-01', 300), approvedPence: 300, maximumPence: 5_850_000, references: [], ...why };
  const approved = at(InvoiceApproved(decided));
  const first = submitted('2023-11-01', 300);
  const waiting = { invoices: [shown('2023-11-01', 300)], invoicedPence: 300 };

  it('counts what is invoiced, approved, paid and left, to the penny', () => {
    shows([first], waiting);
    shows([first, submitted('2023-10-12', 5)], {
      invoices: [shown('2023-10-12', 5), shown('2023-11-01', 300)],
      invoicedPence: 305,
    });
    const counted = { invoicedPence: 300, approvedPence: 300, remainingPence: 5_849_700 };
    shows([first, approved], { ...counted, invoices: [shown('2023-11-01', 300, 'approved')] });
    const paid = at(InvoicePaid({ ...invoice('2023-11-01', 300), paidOn: '2023-12-20' }));
    const settled = { ...counted, paidPence: 300 };
    shows([first, approved, paid], { ...settled, invoices: [{ ...shown('2023-11-01', 300, 'paid'), paidOn: '2023-12-20' }] });
    const corrected = at(InvoicePaymentCorrected({ ...invoice('2023-11-01', 300), paidOn: '2023-12-21', corrects: 3, ...why }));
    shows([first, approved, paid, corrected], {
      ...settled,
      invoices: [{ ...shown('2023-11-01', 300, 'paid'), paidOn: '2023-12-21' }],
    });
    const reversed = at(InvoicePaymentReversed({ ...invoice('2023-11-01', 300), paidOn: '2023-12-20', corrects: 3, ...why }));
    shows([first, approved, paid, reversed], { ...counted, invoices: [shown('2023-11-01', 300, 'approved')] });
  });
  it('forgets what was withdrawn or rejected, and waits again where an approval was reversed', () => {
    shows([first, at(InvoiceWithdrawn({ ...invoice('2023-11-01', 300), ...why }))], {});
    shows([first, at(InvoiceRejected({ ...invoice('2023-11-01', 300), ...why }))], {});
    shows([first, approved, at(InvoiceApprovalReversed({ ...decided, approvedPence: 0 }))], waiting);
  });
  it('goes by the varied value (C7)', () => {
    const varied = { agreedOn: '2024-01-01', maximumPence: 1_000, previousPence: 5_850_000, approvedPence: 300, ...why };
    shows([first, approved, at(ContractValueVaried(varied))], {
      invoices: [shown('2023-11-01', 300, 'approved')],
      invoicedPence: 300,
      approvedPence: 300,
      maximumPence: 1_000,
      remainingPence: 700,
    });
  });
});

describe('the reports in the contract register (C9, C10)', () => {
  const period = { period: '2023-11-01', periodEndsOn: '2023-11-30' };
  const report = { ...period, rhythm: 'monthly' as const, submittedOn: '2023-12-05', sections: [], judgedBy: [] };
  const first = at(ReportSubmitted(report));

  it('are the latest of all areas and of each that is reported on more often', () => {
    shows([first], { lastReports: [{ ...period, status: 'submitted' }] });
    shows([first, at(ReportReturned({ ...period, ...why }))], { lastReports: [{ ...period, status: 'returned' }] });
    shows([first, at(ReportAccepted({ ...period, ...why }))], { lastReports: [{ ...period, status: 'accepted' }] });
    const older = at(ReportSubmitted({ ...report, period: '2023-10-12' }));
    const ofArea = at(ReportSubmitted({ ...report, area: '931' }));
    shows([first, older, ofArea], {
      lastReports: [
        { ...period, status: 'submitted' },
        { area: '931', ...period, status: 'submitted' },
      ],
    });
  });
  it('come in the rhythm that was set last for an area', () => {
    const change = { area: '931', periodDays: 7, from: '2024-02-01', ...why };
    const increased = at(ReportingIncreased({ ...change, rhythm: 'weekly', cause: 'pace' }));
    shows([increased], { rhythms: [{ area: '931', rhythm: 'weekly', from: '2024-02-01' }] });
    const eased = at(ReportingEased({ area: '931', rhythm: 'monthly', from: '2024-03-01', ...why }));
    shows([increased, eased], { rhythms: [{ area: '931', rhythm: 'monthly', from: '2024-03-01' }] });
  });
});
