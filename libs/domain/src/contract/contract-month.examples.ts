import { examplesFor, type Examples } from '../examples';

const CONTRACT = 'CON_22889';
const section = (area: string, ...outcomes: string[]) => ({
  area,
  outcomes: outcomes.map((outcome) => ({
    outcome,
    progress: 'An illustration of progress against this outcome',
    trajectory: 'improving',
  })),
  risks: [],
});

export const reportingExamples: Examples = examplesFor(CONTRACT, {
  SubmitReport: {
    period: '2025-03-01',
    submittedOn: '2025-04-01',
    sections: [section('931', 'overall'), section('887', 'timeliness'), section('851', 'timeliness')],
  },
  ReturnReport: { period: '2025-03-01', reason: 'An illustration: the section on one outcome is missing' },
  AcceptReport: { period: '2025-02-01', reason: 'An illustration: complete and on the template' },
  SubmitNarrative: {
    month: '2025-03-01',
    submittedOn: '2025-04-01',
    narrative: 'An illustration of the narrative that accompanies the invoice',
  },
  CorrectNarrative: {
    month: '2023-10-12',
    submittedOn: '2023-11-08',
    narrative: 'An illustration of the narrative, with the days that it had left out',
    corrects: 10,
    reason: 'An illustration: a day was left out',
  },
  IncreaseReporting: { area: '851', cause: 'pace', rhythm: 'fortnightly', reason: 'An illustration: the pace is not sufficient' },
  EaseReporting: { area: '851', rhythm: 'monthly', reason: 'An illustration: the pace is sufficient again' },
});

export const invoicingExamples: Examples = examplesFor(CONTRACT, {
  SubmitInvoice: {
    month: '2025-03-01',
    pence: 325_000,
    vatPence: 65_000,
    submittedOn: '2025-04-01',
    invoiceNumber: 'INV_18',
  },
  WithdrawInvoice: { month: '2025-03-01', reason: 'An illustration: the sum is wrong' },
  ApproveInvoice: { month: '2025-02-01', reason: 'An illustration: the report is accepted and the narrative is in' },
  RejectInvoice: { month: '2025-03-01', reason: 'An illustration: a day is invoiced twice' },
  ReverseInvoiceApproval: { month: '2025-02-01', reason: 'An illustration: approved too early' },
  PayInvoice: { month: '2023-10-12', paidOn: '2023-12-01', payment: 'PAY_0001' },
  CorrectInvoicePayment: {
    month: '2023-10-12',
    paidOn: '2023-12-04',
    payment: 'PAY_0001',
    corrects: 104,
    reason: 'An illustration: paid after the weekend',
  },
  ReverseInvoicePayment: { month: '2023-10-12', corrects: 104, reason: 'An illustration: the bank returned it' },
  VaryContractValue: { agreedOn: '2025-03-24', maximumPence: 6_500_000, reason: 'An illustration: more days were agreed' },
});
