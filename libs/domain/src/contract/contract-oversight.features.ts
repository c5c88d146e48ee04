import { feature } from '@app/event-sourcing';
import { AnswerIssue, answerIssue } from './answer-issue/answer-issue.command';
import {
  CancelManagementInformationRequest,
  cancelManagementInformationRequest,
} from './cancel-management-information-request/cancel-management-information-request.command';
import { CancelMeeting, cancelMeeting } from './cancel-meeting/cancel-meeting.command';
import { CloseIssue, closeIssue } from './close-issue/close-issue.command';
import { anyone, deciders, manager, oversight, supplier } from './contract.roles';
import { contractStream } from './contract.stream';
import {
  CorrectManagementInformation,
  correctManagementInformation,
} from './correct-management-information/correct-management-information.command';
import { CorrectMeeting, correctMeeting } from './correct-meeting/correct-meeting.command';
import { DecideConfidentiality, decideConfidentiality } from './decide-confidentiality/decide-confidentiality.command';
import { DesignateInformation, designateInformation } from './designate-information/designate-information.command';
import { HoldMeeting, holdMeeting } from './hold-meeting/hold-meeting.command';
import { LiftDesignation, liftDesignation } from './lift-designation/lift-designation.command';
import {
  ProvideManagementInformation,
  provideManagementInformation,
} from './provide-management-information/provide-management-information.command';
import { RaiseIssue, raiseIssue } from './raise-issue/raise-issue.command';
import { RecommendProgress, recommendProgress } from './recommend-progress/recommend-progress.command';
import { ReopenIssue, reopenIssue } from './reopen-issue/reopen-issue.command';
import {
  RequestManagementInformation,
  requestManagementInformation,
} from './request-management-information/request-management-information.command';
import { ScheduleMeeting, scheduleMeeting } from './schedule-meeting/schedule-meeting.command';
import {
  WithdrawManagementInformation,
  withdrawManagementInformation,
} from './withdraw-management-information/withdraw-management-information.command';
import { WithdrawMeetingRecord, withdrawMeetingRecord } from './withdraw-meeting-record/withdraw-meeting-record.command';
import { WithdrawRecommendation, withdrawRecommendation } from './withdraw-recommendation/withdraw-recommendation.command';

/** How the Department oversees it (C12, C13, C15, C17, P1). */
export const oversightFeatures = [
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
  feature(WithdrawManagementInformation, contractStream, withdrawManagementInformation, {
    ...supplier,
    rules: ['C12'],
    says: 'Withdraw the record of management information that was not provided',
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
