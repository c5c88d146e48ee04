import { feature, type Actor, type FeatureOptions } from '@app/event-sourcing';
import { withExamples } from '../examples';
import type { Role } from '../roles';
import { localAreaStream } from '../local-area/local-area.stream';
import { riskStream } from '../risk/risk.stream';
import { AcceptOrder, acceptOrder } from './accept-order/accept-order.command';
import { AcceptReport, acceptReport } from './accept-report/accept-report.command';
import { AgreeCallOffDays, agreeCallOffDays } from './agree-call-off-days/agree-call-off-days.command';
import { AgreeVisits, agreeVisits } from './agree-visits/agree-visits.command';
import { AnswerBreak, answerBreak } from './answer-break/answer-break.command';
import { AnswerIssue, answerIssue } from './answer-issue/answer-issue.command';
import { ApproveInvoice, approveInvoice } from './approve-invoice/approve-invoice.command';
import { AssignContractManager, assignContractManager } from './assign-contract-manager/assign-contract-manager.command';
import {
  CancelManagementInformationRequest,
  cancelManagementInformationRequest,
} from './cancel-management-information-request/cancel-management-information-request.command';
import { CancelMeeting, cancelMeeting } from './cancel-meeting/cancel-meeting.command';
import { CloseIssue, closeIssue } from './close-issue/close-issue.command';
import { CompleteContract, completeContract } from './complete-contract/complete-contract.command';
import type { ContractState } from './contract.state';
import { contractStream } from './contract.stream';
import { presentProfessional } from './contract.term';
import { CorrectAdviceDay, correctAdviceDay } from './correct-advice-day/correct-advice-day.command';
import { CorrectDiagnostic, correctDiagnostic } from './correct-diagnostic/correct-diagnostic.command';
import { CorrectExtension, correctExtension } from './correct-extension/correct-extension.command';
import { CorrectInvoicePayment, correctInvoicePayment } from './correct-invoice-payment/correct-invoice-payment.command';
import {
  CorrectManagementInformation,
  correctManagementInformation,
} from './correct-management-information/correct-management-information.command';
import { CorrectMeeting, correctMeeting } from './correct-meeting/correct-meeting.command';
import { CorrectNarrative, correctNarrative } from './correct-narrative/correct-narrative.command';
import { CorrectOrder, correctOrder } from './correct-order/correct-order.command';
import { CorrectOrderAcceptance, correctOrderAcceptance } from './correct-order-acceptance/correct-order-acceptance.command';
import { CorrectProfessional, correctProfessional } from './correct-professional/correct-professional.command';
import { CorrectProgrammeLiaison, correctProgrammeLiaison } from './correct-programme-liaison/correct-programme-liaison.command';
import { CorrectQualityApproach, correctQualityApproach } from './correct-quality-approach/correct-quality-approach.command';
import { DecideConfidentiality, decideConfidentiality } from './decide-confidentiality/decide-confidentiality.command';
import { DeclineExtension, declineExtension } from './decline-extension/decline-extension.command';
import { DeclineOrder, declineOrder } from './decline-order/decline-order.command';
import { DesignateInformation, designateInformation } from './designate-information/designate-information.command';
import { DiscussQualityApproach, discussQualityApproach } from './discuss-quality-approach/discuss-quality-approach.command';
import { EaseReporting, easeReporting } from './ease-reporting/ease-reporting.command';
import { EndContractEarly, endContractEarly } from './end-contract-early/end-contract-early.command';
import { EndExtensionRight, endExtensionRight } from './end-extension-right/end-extension-right.command';
import { ExtendContract, extendContract } from './extend-contract/extend-contract.command';
import { GiveExtensionNotice, giveExtensionNotice } from './give-extension-notice/give-extension-notice.command';
import { HoldMeeting, holdMeeting } from './hold-meeting/hold-meeting.command';
import { IncreaseReporting, increaseReporting } from './increase-reporting/increase-reporting.command';
import { LiftDesignation, liftDesignation } from './lift-designation/lift-designation.command';
import { NameProfessional, nameProfessional } from './name-professional/name-professional.command';
import { OfferExtension, offerExtension } from './offer-extension/offer-extension.command';
import { PassAreaToSuccessors, passAreaToSuccessors } from './pass-area-to-successors/pass-area-to-successors.command';
import { PayInvoice, payInvoice } from './pay-invoice/pay-invoice.command';
import { PlaceOrder, placeOrder } from './place-order/place-order.command';
import {
  ProvideManagementInformation,
  provideManagementInformation,
} from './provide-management-information/provide-management-information.command';
import { RaiseIssue, raiseIssue } from './raise-issue/raise-issue.command';
import { RecommendProgress, recommendProgress } from './recommend-progress/recommend-progress.command';
import { RecordAdviceDay, recordAdviceDay } from './record-advice-day/record-advice-day.command';
import { RecordDiagnostic, recordDiagnostic } from './record-diagnostic/record-diagnostic.command';
import { RecordProgrammeLiaison, recordProgrammeLiaison } from './record-programme-liaison/record-programme-liaison.command';
import { RejectInvoice, rejectInvoice } from './reject-invoice/reject-invoice.command';
import { ReopenIssue, reopenIssue } from './reopen-issue/reopen-issue.command';
import { ReplaceProfessional, replaceProfessional } from './replace-professional/replace-professional.command';
import {
  RequestManagementInformation,
  requestManagementInformation,
} from './request-management-information/request-management-information.command';
import { ReturnReport, returnReport } from './return-report/return-report.command';
import { ReverseInvoiceApproval, reverseInvoiceApproval } from './reverse-invoice-approval/reverse-invoice-approval.command';
import { ScheduleMeeting, scheduleMeeting } from './schedule-meeting/schedule-meeting.command';
import { ReverseInvoicePayment, reverseInvoicePayment } from './reverse-invoice-payment/reverse-invoice-payment.command';
import { SubmitInvoice, submitInvoice } from './submit-invoice/submit-invoice.command';
import { SubmitNarrative, submitNarrative } from './submit-narrative/submit-narrative.command';
import { risksIn, SubmitReport, submitReport } from './submit-report/submit-report.command';
import { VaryContractValue, varyContractValue } from './vary-contract-value/vary-contract-value.command';
import { WithdrawAdviceDay, withdrawAdviceDay } from './withdraw-advice-day/withdraw-advice-day.command';
import { WithdrawAreaPassing, withdrawAreaPassing } from './withdraw-area-passing/withdraw-area-passing.command';
import { WithdrawDiagnostic, withdrawDiagnostic } from './withdraw-diagnostic/withdraw-diagnostic.command';
import { WithdrawEarlyEnd, withdrawEarlyEnd } from './withdraw-early-end/withdraw-early-end.command';
import { WithdrawExtensionNotice, withdrawExtensionNotice } from './withdraw-extension-notice/withdraw-extension-notice.command';
import { WithdrawExtension, withdrawExtension } from './withdraw-extension/withdraw-extension.command';
import { WithdrawInvoice, withdrawInvoice } from './withdraw-invoice/withdraw-invoice.command';
import { WithdrawMeetingRecord, withdrawMeetingRecord } from './withdraw-meeting-record/withdraw-meeting-record.command';
import { WithdrawOrder, withdrawOrder } from './withdraw-order/withdraw-order.command';
import { WithdrawProgrammeLiaison, withdrawProgrammeLiaison } from './withdraw-programme-liaison/withdraw-programme-liaison.command';
import { WithdrawQualityDiscussion, withdrawQualityDiscussion } from './withdraw-quality-discussion/withdraw-quality-discussion.command';
import { WithdrawRecommendation, withdrawRecommendation } from './withdraw-recommendation/withdraw-recommendation.command';
import { contractExamples } from './contract.examples';

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

/** Everybody who works on the contract. */
const anyone: Options = { roles: ['adviser', 'contract-manager', 'case-lead', 'team-leader'] satisfies Role[], own };

const orderFeatures = [
  feature(PlaceOrder, contractStream, placeOrder, { ...manager, rules: ['C1', 'C4', 'C20'], says: 'Place an order for advisory services' }),
  feature(CorrectOrder, contractStream, correctOrder, {
    ...manager,
    rules: ['C1', 'C4', 'C20'],
    says: 'Correct the record of an order',
  }),
  feature(WithdrawOrder, contractStream, withdrawOrder, { ...manager, rules: ['C1'], says: 'Take an order back before it is binding' }),
  feature(DeclineOrder, contractStream, declineOrder, { ...manager, rules: ['C1'], says: 'Record that the supplier declines an order' }),
  feature(AcceptOrder, contractStream, acceptOrder, { ...manager, rules: ['C1', 'C11'], says: 'Record the acceptance of a signatory' }),
  feature(CorrectOrderAcceptance, contractStream, correctOrderAcceptance, {
    ...manager,
    rules: ['C1'],
    says: 'Correct the record of an acceptance',
  }),
  feature(PassAreaToSuccessors, contractStream, passAreaToSuccessors, {
    ...manager,
    rules: ['C1', 'J1'],
    says: 'Pass a local area of the contract to those which succeed it',
    reads: ({ predecessor }) => ({ area: { stream: localAreaStream, id: predecessor } }),
  }),
  feature(WithdrawAreaPassing, contractStream, withdrawAreaPassing, {
    ...manager,
    rules: ['C1', 'J1'],
    says: 'Withdraw the record that a local area passes to its successors',
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
  feature(WithdrawQualityDiscussion, contractStream, withdrawQualityDiscussion, {
    ...manager,
    rules: ['C11'],
    says: 'Withdraw the record of a discussion on quality that was not held',
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

const deliveryFeatures = [
  feature(AgreeCallOffDays, contractStream, agreeCallOffDays, {
    ...manager,
    rules: ['C2'],
    says: 'Record how many call-off days per month are agreed',
  }),
  feature(AgreeVisits, contractStream, agreeVisits, { ...manager, rules: ['C19'], says: 'Record how often an area is to be visited' }),
  feature(RecordAdviceDay, contractStream, recordAdviceDay, {
    ...supplier,
    rules: ['C2', 'C8', 'C14', 'C18', 'C19'],
    says: 'Record the work for an area on one day',
  }),
  feature(CorrectAdviceDay, contractStream, correctAdviceDay, {
    ...supplier,
    rules: ['C2', 'C18', 'C19'],
    says: 'Correct the record of an advice day',
  }),
  feature(WithdrawAdviceDay, contractStream, withdrawAdviceDay, {
    ...supplier,
    rules: ['C2'],
    says: 'Withdraw the record of an advice day that was not given',
  }),
  feature(RecordDiagnostic, contractStream, recordDiagnostic, { ...supplier, rules: ['C18'], says: 'Record diagnostic work on an area' }),
  feature(CorrectDiagnostic, contractStream, correctDiagnostic, {
    ...supplier,
    rules: ['C18'],
    says: 'Correct the record of a diagnostic',
  }),
  feature(WithdrawDiagnostic, contractStream, withdrawDiagnostic, {
    ...supplier,
    rules: ['C18'],
    says: 'Withdraw the record of a diagnostic that was not made',
  }),
  feature(RecordProgrammeLiaison, contractStream, recordProgrammeLiaison, {
    ...supplier,
    rules: ['C2', 'C14'],
    says: 'Record liaison with the advisers of a programme',
  }),
  feature(CorrectProgrammeLiaison, contractStream, correctProgrammeLiaison, {
    ...supplier,
    rules: ['C14'],
    says: 'Correct the record of a liaison',
  }),
  feature(WithdrawProgrammeLiaison, contractStream, withdrawProgrammeLiaison, {
    ...supplier,
    rules: ['C14'],
    says: 'Withdraw the record of a liaison that did not take place',
  }),
];

const oversightFeatures = [
  feature(RequestManagementInformation, contractStream, requestManagementInformation, {
    ...manager,
    rules: ['C12', 'C20'],
    says: 'Ask for management information by a day',
  }),
  feature(ProvideManagementInformation, contractStream, provideManagementInformation, {
    ...supplier,
    rules: ['C12'],
    says: 'Provide the management information that was requested',
  }),
  feature(CorrectManagementInformation, contractStream, correctManagementInformation, {
    ...supplier,
    rules: ['C12'],
    says: 'Correct management information that was provided',
  }),
  feature(CancelManagementInformationRequest, contractStream, cancelManagementInformationRequest, {
    ...manager,
    rules: ['C12'],
    says: 'Cancel a request for management information',
  }),
  feature(ScheduleMeeting, contractStream, scheduleMeeting, { ...oversight, rules: ['C13', 'C20'], says: 'Schedule a review or meeting' }),
  feature(HoldMeeting, contractStream, holdMeeting, { ...oversight, rules: ['C13'], says: 'Record a meeting and who was represented' }),
  feature(CorrectMeeting, contractStream, correctMeeting, { ...oversight, rules: ['C13'], says: 'Correct the record of a meeting' }),
  feature(WithdrawMeetingRecord, contractStream, withdrawMeetingRecord, {
    ...oversight,
    rules: ['C13'],
    says: 'Withdraw the record of a meeting that was not held',
  }),
  feature(CancelMeeting, contractStream, cancelMeeting, { ...oversight, rules: ['C13'], says: 'Cancel a scheduled meeting' }),
  feature(RaiseIssue, contractStream, raiseIssue, { ...anyone, rules: ['C15'], says: 'Raise an issue in the delivery' }),
  feature(AnswerIssue, contractStream, answerIssue, { ...supplier, rules: ['C15'], says: 'Record how the supplier reacted to an issue' }),
  feature(CloseIssue, contractStream, closeIssue, { ...oversight, rules: ['C15'], says: 'Close an issue' }),
  feature(ReopenIssue, contractStream, reopenIssue, { ...oversight, rules: ['C15'], says: 'Open a closed issue again' }),
  feature(RecommendProgress, contractStream, recommendProgress, {
    ...supplier,
    rules: ['C17'],
    says: 'Recommend whether progress is sufficient',
  }),
  feature(WithdrawRecommendation, contractStream, withdrawRecommendation, {
    ...supplier,
    rules: ['C17'],
    says: 'Take a recommendation back',
  }),
  feature(DesignateInformation, contractStream, designateInformation, {
    ...anyone,
    rules: ['P1'],
    says: 'Designate information as confidential',
  }),
  feature(LiftDesignation, contractStream, liftDesignation, { ...deciders, rules: ['P1'], says: 'Lift a designation as confidential' }),
  feature(DecideConfidentiality, contractStream, decideConfidentiality, {
    ...deciders,
    rules: ['P1'],
    says: 'Decide after the end what stays confidential',
  }),
];

const commands = [...orderFeatures, ...endFeatures, ...reportingFeatures, ...invoicingFeatures, ...deliveryFeatures, ...oversightFeatures];

export const contractFeatures = withExamples(commands, contractExamples);
