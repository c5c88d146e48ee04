import { feature, type Actor, type FeatureOptions } from '@app/event-sourcing';
import type { Role } from '../roles';
import { riskStream } from '../risk/risk.stream';
import { AcceptOrder, acceptOrder } from './accept-order/accept-order.command';
import { AcceptReport, acceptReport } from './accept-report/accept-report.command';
import { AnswerBreak, answerBreak } from './answer-break/answer-break.command';
import { ApproveInvoice, approveInvoice } from './approve-invoice/approve-invoice.command';
import { AssignContractManager, assignContractManager } from './assign-contract-manager/assign-contract-manager.command';
import { CompleteContract, completeContract } from './complete-contract/complete-contract.command';
import type { ContractState } from './contract.state';
import { contractStream } from './contract.stream';
import { presentProfessional } from './contract.term';
import { CorrectExtension, correctExtension } from './correct-extension/correct-extension.command';
import { CorrectInvoicePayment, correctInvoicePayment } from './correct-invoice-payment/correct-invoice-payment.command';
import { CorrectNarrative, correctNarrative } from './correct-narrative/correct-narrative.command';
import { CorrectOrderAcceptance, correctOrderAcceptance } from './correct-order-acceptance/correct-order-acceptance.command';
import { CorrectProfessional, correctProfessional } from './correct-professional/correct-professional.command';
import { CorrectQualityApproach, correctQualityApproach } from './correct-quality-approach/correct-quality-approach.command';
import { DeclineExtension, declineExtension } from './decline-extension/decline-extension.command';
import { DeclineOrder, declineOrder } from './decline-order/decline-order.command';
import { DiscussQualityApproach, discussQualityApproach } from './discuss-quality-approach/discuss-quality-approach.command';
import { EaseReporting, easeReporting } from './ease-reporting/ease-reporting.command';
import { EndContractEarly, endContractEarly } from './end-contract-early/end-contract-early.command';
import { EndExtensionRight, endExtensionRight } from './end-extension-right/end-extension-right.command';
import { ExtendContract, extendContract } from './extend-contract/extend-contract.command';
import { GiveExtensionNotice, giveExtensionNotice } from './give-extension-notice/give-extension-notice.command';
import { IncreaseReporting, increaseReporting } from './increase-reporting/increase-reporting.command';
import { NameProfessional, nameProfessional } from './name-professional/name-professional.command';
import { OfferExtension, offerExtension } from './offer-extension/offer-extension.command';
import { PayInvoice, payInvoice } from './pay-invoice/pay-invoice.command';
import { PlaceOrder, placeOrder } from './place-order/place-order.command';
import { RejectInvoice, rejectInvoice } from './reject-invoice/reject-invoice.command';
import { ReplaceProfessional, replaceProfessional } from './replace-professional/replace-professional.command';
import { ReturnReport, returnReport } from './return-report/return-report.command';
import { ReverseInvoiceApproval, reverseInvoiceApproval } from './reverse-invoice-approval/reverse-invoice-approval.command';
import { SubmitInvoice, submitInvoice } from './submit-invoice/submit-invoice.command';
import { SubmitNarrative, submitNarrative } from './submit-narrative/submit-narrative.command';
import { risksIn, SubmitReport, submitReport } from './submit-report/submit-report.command';
import { VaryContractValue, varyContractValue } from './vary-contract-value/vary-contract-value.command';
import { WithdrawEarlyEnd, withdrawEarlyEnd } from './withdraw-early-end/withdraw-early-end.command';
import { WithdrawExtensionNotice, withdrawExtensionNotice } from './withdraw-extension-notice/withdraw-extension-notice.command';
import { WithdrawExtension, withdrawExtension } from './withdraw-extension/withdraw-extension.command';
import { WithdrawInvoice, withdrawInvoice } from './withdraw-invoice/withdraw-invoice.command';
import { WithdrawOrder, withdrawOrder } from './withdraw-order/withdraw-order.command';

/** The present professional, on their own contract only (P4). */
const own = {
  adviser: ({ subject }: Actor, state: ContractState): boolean => subject !== undefined && subject === presentProfessional(state),
};

type Options = Pick<FeatureOptions<object, ContractState>, 'roles' | 'own'>;
const manager: Options = { roles: ['contract-manager'] };
const deciders: Options = { roles: ['contract-manager', 'team-leader', 'deputy-director'] satisfies Role[] };
const oversight: Options = { roles: ['contract-manager', 'case-lead', 'team-leader'] satisfies Role[] };
/** The adviser, or the contract manager on the supplier's behalf. */
const supplier: Options = { roles: ['adviser', 'contract-manager'] satisfies Role[], own };

const orderFeatures = [
  feature(PlaceOrder, contractStream, placeOrder, { ...manager, rules: ['C1', 'C4', 'C20'], says: 'Place an order for advisory services' }),
  feature(WithdrawOrder, contractStream, withdrawOrder, { ...manager, rules: ['C1'], says: 'Take an order back before it is binding' }),
  feature(DeclineOrder, contractStream, declineOrder, { ...manager, rules: ['C1'], says: 'Record that the supplier declines an order' }),
  feature(AcceptOrder, contractStream, acceptOrder, { ...manager, rules: ['C1', 'C11'], says: 'Record the acceptance of a signatory' }),
  feature(CorrectOrderAcceptance, contractStream, correctOrderAcceptance, {
    ...manager,
    rules: ['C1'],
    says: 'Correct the record of an acceptance',
  }),
  feature(AssignContractManager, contractStream, assignContractManager, {
    roles: ['contract-manager', 'team-leader'],
    rules: ['E3'],
    says: 'Assign the contract manager',
  }),
  feature(NameProfessional, contractStream, nameProfessional, { ...manager, rules: ['C8', 'P3'], says: 'Name the professional' }),
  feature(ReplaceProfessional, contractStream, replaceProfessional, {
    ...manager,
    rules: ['C8', 'P3'],
    says: 'Record a change of the professional',
  }),
  feature(CorrectProfessional, contractStream, correctProfessional, {
    ...manager,
    rules: ['C8', 'P3'],
    says: 'Correct the naming of a professional',
  }),
  feature(DiscussQualityApproach, contractStream, discussQualityApproach, {
    ...manager,
    rules: ['C11'],
    says: 'Record the discussion on quality management and assurance',
  }),
  feature(CorrectQualityApproach, contractStream, correctQualityApproach, {
    ...manager,
    rules: ['C11'],
    says: 'Correct the record of the discussion on quality',
  }),
];

const endFeatures = [
  feature(GiveExtensionNotice, contractStream, giveExtensionNotice, { ...manager, rules: ['C6', 'C20'], says: 'Give notice of extension' }),
  feature(WithdrawExtensionNotice, contractStream, withdrawExtensionNotice, {
    ...manager,
    rules: ['C6'],
    says: 'Take a notice of extension back',
  }),
  feature(OfferExtension, contractStream, offerExtension, {
    ...manager,
    rules: ['C6', 'C7', 'C20'],
    says: 'Offer an extension without prejudice',
  }),
  feature(DeclineExtension, contractStream, declineExtension, {
    ...manager,
    rules: ['C7'],
    says: 'Record that the supplier declines an extension',
  }),
  feature(WithdrawExtension, contractStream, withdrawExtension, { ...manager, rules: ['C7'], says: 'Take an offered extension back' }),
  feature(ExtendContract, contractStream, extendContract, { ...manager, rules: ['C6', 'C7'], says: 'Record an agreed extension' }),
  feature(CorrectExtension, contractStream, correctExtension, { ...manager, rules: ['C6', 'C7'], says: 'Correct the latest extension' }),
  feature(EndExtensionRight, contractStream, endExtensionRight, {
    roles: ['system'],
    rules: ['C6'],
    says: 'Record that the right to extend ended without notice',
  }),
  feature(AnswerBreak, contractStream, answerBreak, { ...deciders, rules: ['C4', 'C20'], says: 'Answer the break point of the contract' }),
  feature(EndContractEarly, contractStream, endContractEarly, { ...deciders, rules: ['C5', 'C20'], says: 'End the contract early' }),
  feature(WithdrawEarlyEnd, contractStream, withdrawEarlyEnd, { ...deciders, rules: ['C5'], says: 'Take the decision to end early back' }),
  feature(CompleteContract, contractStream, completeContract, {
    roles: ['contract-manager', 'system'],
    rules: ['C1'],
    says: 'Record that the contract ran to its completion',
  }),
];

const reportingFeatures = [
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
];

const invoicingFeatures = [
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
  feature(VaryContractValue, contractStream, varyContractValue, {
    ...manager,
    rules: ['C3', 'C7'],
    says: 'Vary the maximum value of the contract',
  }),
];

export const contractFeatures = [...orderFeatures, ...endFeatures, ...reportingFeatures, ...invoicingFeatures];
