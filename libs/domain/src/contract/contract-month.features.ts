import { feature } from '@app/event-sourcing';
import { riskStream } from '../risk/risk.stream';
import { AcceptReport, acceptReport } from './accept-report/accept-report.command';
import { ApproveInvoice, approveInvoice } from './approve-invoice/approve-invoice.command';
import { manager, oversight, supplier } from './contract.roles';
import { contractStream } from './contract.stream';
import { CorrectInvoicePayment, correctInvoicePayment } from './correct-invoice-payment/correct-invoice-payment.command';
import { CorrectNarrative, correctNarrative } from './correct-narrative/correct-narrative.command';
import { EaseReporting, easeReporting } from './ease-reporting/ease-reporting.command';
import { IncreaseReporting, increaseReporting } from './increase-reporting/increase-reporting.command';
import { PayInvoice, payInvoice } from './pay-invoice/pay-invoice.command';
import { RejectInvoice, rejectInvoice } from './reject-invoice/reject-invoice.command';
import { ReturnReport, returnReport } from './return-report/return-report.command';
import { ReverseInvoiceApproval, reverseInvoiceApproval } from './reverse-invoice-approval/reverse-invoice-approval.command';
import { ReverseInvoicePayment, reverseInvoicePayment } from './reverse-invoice-payment/reverse-invoice-payment.command';
import { SubmitInvoice, submitInvoice } from './submit-invoice/submit-invoice.command';
import { SubmitNarrative, submitNarrative } from './submit-narrative/submit-narrative.command';
import { risksIn, SubmitReport, submitReport } from './submit-report/submit-report.command';
import { VaryContractValue, varyContractValue } from './vary-contract-value/vary-contract-value.command';
import { WithdrawInvoice, withdrawInvoice } from './withdraw-invoice/withdraw-invoice.command';

/** What each month brings: report, narrative and invoice (C3, C9, C10). */
export const monthFeatures = [
  feature(SubmitReport, contractStream, submitReport, {
    ...supplier,
    rules: ['C9', 'C10', 'C15', 'C16'],
    says: 'Submit the written report for a period',
    reads: (command) => ({ risks: risksIn(command).map((id) => ({ stream: riskStream, id })) }),
  }),
  feature(ReturnReport, contractStream, returnReport, { ...oversight, rules: ['C9'], says: 'Return a report with reasons' }),
  feature(AcceptReport, contractStream, acceptReport, { ...oversight, rules: ['C9'], says: 'Accept a report' }),
  feature(SubmitNarrative, contractStream, submitNarrative, {
    ...supplier,
    rules: ['C9'],
    says: "Submit the narrative to a month's invoice",
  }),
  feature(CorrectNarrative, contractStream, correctNarrative, { ...supplier, rules: ['C9'], says: 'Correct the narrative of a month' }),
  feature(IncreaseReporting, contractStream, increaseReporting, {
    roles: ['contract-manager', 'case-lead', 'team-leader', 'system'],
    rules: ['C10', 'J8'],
    says: 'Make reporting on an area more frequent',
  }),
  feature(EaseReporting, contractStream, easeReporting, {
    ...oversight,
    rules: ['C10'],
    says: 'Make reporting on an area less frequent again',
  }),
  feature(SubmitInvoice, contractStream, submitInvoice, { ...supplier, rules: ['C9', 'C20'], says: 'Submit the invoice for a month' }),
  feature(WithdrawInvoice, contractStream, withdrawInvoice, { ...supplier, rules: ['C9'], says: 'Take an invoice back' }),
  feature(ApproveInvoice, contractStream, approveInvoice, {
    ...manager,
    rules: ['C3', 'C9', 'C20'],
    says: "Approve an invoice within the maximum value, upon the month's report and narrative",
  }),
  feature(RejectInvoice, contractStream, rejectInvoice, { ...manager, rules: ['C3'], says: 'Reject an invoice' }),
  feature(ReverseInvoiceApproval, contractStream, reverseInvoiceApproval, {
    ...manager,
    rules: ['C3'],
    says: 'Reverse the approval of an unpaid invoice',
  }),
  feature(PayInvoice, contractStream, payInvoice, { ...manager, rules: ['C3'], says: 'Record the payment of an approved invoice' }),
  feature(CorrectInvoicePayment, contractStream, correctInvoicePayment, {
    ...manager,
    rules: ['C3'],
    says: 'Correct the record of a payment',
  }),
  feature(ReverseInvoicePayment, contractStream, reverseInvoicePayment, {
    ...manager,
    rules: ['C3'],
    says: 'Take back the record of a payment that was not made',
  }),
  feature(VaryContractValue, contractStream, varyContractValue, {
    ...manager,
    rules: ['C3', 'C7'],
    says: 'Vary the maximum value of the contract',
  }),
];
