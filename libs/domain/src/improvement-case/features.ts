import { feature, type Read } from '@app/event-sourcing';
import { contractStream } from '../contract/contract.stream';
import { entryOf } from '../entries';
import { withExamples } from '../examples';
import { localAreaStream } from '../local-area/local-area.stream';
import type { Role } from '../roles';
import type { CaseState } from './case.state';
import { AcceptActionPlan, acceptActionPlan } from './accept-action-plan/accept-action-plan.command';
import { AchieveOutcome, achieveOutcome } from './achieve-outcome/achieve-outcome.command';
import { AddAction, addAction } from './add-action/add-action.command';
import { AgreeNextStep, agreeNextStep } from './agree-next-step/agree-next-step.command';
import { AgreeOutcome, agreeOutcome } from './agree-outcome/agree-outcome.command';
import { AssignCaseLead, assignCaseLead } from './assign-case-lead/assign-case-lead.command';
import { CancelDeepDive, cancelDeepDive } from './cancel-deep-dive/cancel-deep-dive.command';
import { CancelNextStep, cancelNextStep } from './cancel-next-step/cancel-next-step.command';
import { CloseCase, closeCase } from './close-case/close-case.command';
import { CompleteAction, completeAction } from './complete-action/complete-action.command';
import { CompleteNextStep, completeNextStep } from './complete-next-step/complete-next-step.command';
import {
  CorrectActionPlanSubmission,
  correctActionPlanSubmission,
} from './correct-action-plan-submission/correct-action-plan-submission.command';
import { CorrectBoardMeeting, correctBoardMeeting } from './correct-board-meeting/correct-board-meeting.command';
import { CorrectCaseOpening, correctCaseOpening } from './correct-case-opening/correct-case-opening.command';
import { CorrectDeepDive, correctDeepDive } from './correct-deep-dive/correct-deep-dive.command';
import { CorrectFormalReview, correctFormalReview } from './correct-formal-review/correct-formal-review.command';
import {
  CorrectHealthAdviserContact,
  correctHealthAdviserContact,
} from './correct-health-adviser-contact/correct-health-adviser-contact.command';
import { CorrectStocktake, correctStocktake } from './correct-stocktake/correct-stocktake.command';
import { CorrectTimelinessProgress, correctTimelinessProgress } from './correct-timeliness-progress/correct-timeliness-progress.command';
import { DecideProgress, decideProgress } from './decide-progress/decide-progress.command';
import { HoldFormalReview, holdFormalReview } from './hold-formal-review/hold-formal-review.command';
import { NameCover, nameCover } from './name-cover/name-cover.command';
import { OpenCase, openCase } from './open-case/open-case.command';
import { PublishActionPlan, publishActionPlan } from './publish-action-plan/publish-action-plan.command';
import { RebaselineAction, rebaselineAction } from './rebaseline-action/rebaseline-action.command';
import { RecordBoardMeeting, recordBoardMeeting } from './record-board-meeting/record-board-meeting.command';
import { RecordDeepDive, recordDeepDive } from './record-deep-dive/record-deep-dive.command';
import {
  RecordHealthAdviserContact,
  recordHealthAdviserContact,
} from './record-health-adviser-contact/record-health-adviser-contact.command';
import { RecordStocktake, recordStocktake } from './record-stocktake/record-stocktake.command';
import { ReinstateOutcome, reinstateOutcome } from './reinstate-outcome/reinstate-outcome.command';
import { RemoveAction, removeAction } from './remove-action/remove-action.command';
import { ReopenAction, reopenAction } from './reopen-action/reopen-action.command';
import { ReopenCase, reopenCase } from './reopen-case/reopen-case.command';
import { ReopenNextStep, reopenNextStep } from './reopen-next-step/reopen-next-step.command';
import { ReportTimelinessProgress, reportTimelinessProgress } from './report-timeliness-progress/report-timeliness-progress.command';
import { RescheduleDeepDive, rescheduleDeepDive } from './reschedule-deep-dive/reschedule-deep-dive.command';
import { RescheduleNextStep, rescheduleNextStep } from './reschedule-next-step/reschedule-next-step.command';
import { ReturnActionPlan, returnActionPlan } from './return-action-plan/return-action-plan.command';
import { ReviseDecision, reviseDecision } from './revise-decision/revise-decision.command';
import { RewordOutcome, rewordOutcome } from './reword-outcome/reword-outcome.command';
import { ScheduleDeepDive, scheduleDeepDive } from './schedule-deep-dive/schedule-deep-dive.command';
import { SubmitActionPlan, submitActionPlan } from './submit-action-plan/submit-action-plan.command';
import { WithdrawActionPlan, withdrawActionPlan } from './withdraw-action-plan/withdraw-action-plan.command';
import { WithdrawActionPlanAnswer, withdrawActionPlanAnswer } from './withdraw-action-plan-answer/withdraw-action-plan-answer.command';
import { WithdrawCaseRecord, withdrawCaseRecord } from './withdraw-case-record/withdraw-case-record.command';
import { WithdrawCover, withdrawCover } from './withdraw-cover/withdraw-cover.command';
import { WithdrawOutcome, withdrawOutcome } from './withdraw-outcome/withdraw-outcome.command';
import { caseExamples } from './improvement-case.examples';
import { caseStream } from './improvement-case.stream';

const stream = caseStream;
/** VCU staff who lead cases and those above them. */
const lead = { roles: ['case-lead', 'team-leader', 'deputy-director'] satisfies Role[] };
const areaOf = (id: string) => ({ stream: localAreaStream, id });
const ofArea = (_command: object, { area }: CaseState, id: string) => ({ area: areaOf(area ?? id.split('~')[0]!) });
const ofContract = ({ contract }: { contract?: string }): Readonly<Record<string, Read>> =>
  contract === undefined ? {} : { contract: { stream: contractStream, id: contract } };
const ofReview = ({ review }: { review: string }, { records }: CaseState) => ofContract(entryOf(records['formal-review'], review) ?? {});

export const caseFeatures = withExamples(
  [
    feature(OpenCase, stream, openCase, {
      ...lead,
      rules: ['J2'],
      says: 'Open a case for a local area',
      reads: ({ area }) => ({ area: areaOf(area) }),
    }),
    feature(CorrectCaseOpening, stream, correctCaseOpening, {
      ...lead,
      rules: ['J2'],
      says: 'Correct the opening of a case',
      reads: ofArea,
    }),
    feature(CloseCase, stream, closeCase, { ...lead, rules: ['J2'], says: 'Close a case', reads: ofArea }),
    feature(ReopenCase, stream, reopenCase, { ...lead, rules: ['J2'], says: 'Open a closed case again' }),
    feature(AssignCaseLead, stream, assignCaseLead, { ...lead, rules: ['J2', 'E3'], says: 'Assign the DfE case lead' }),
    feature(NameCover, stream, nameCover, { ...lead, rules: ['E3'], says: 'Name who covers for an absent person' }),
    feature(WithdrawCover, stream, withdrawCover, { ...lead, rules: ['E3'], says: 'Withdraw an absence' }),
    feature(AgreeOutcome, stream, agreeOutcome, {
      ...lead,
      rules: ['A1', 'A2', 'A3'],
      says: 'Agree an outcome with its success measures',
      reads: ofArea,
    }),
    feature(RewordOutcome, stream, rewordOutcome, { ...lead, rules: ['A1'], says: 'Put an outcome otherwise' }),
    feature(AchieveOutcome, stream, achieveOutcome, { ...lead, rules: ['A1', 'A5'], says: 'Record that an outcome was achieved' }),
    feature(WithdrawOutcome, stream, withdrawOutcome, { ...lead, rules: ['A1'], says: 'Withdraw an outcome' }),
    feature(ReinstateOutcome, stream, reinstateOutcome, { ...lead, rules: ['A1'], says: 'Pursue an outcome again' }),
    feature(SubmitActionPlan, stream, submitActionPlan, {
      ...lead,
      rules: ['J3'],
      says: 'Record that the plan was submitted',
      reads: ofArea,
    }),
    feature(CorrectActionPlanSubmission, stream, correctActionPlanSubmission, {
      ...lead,
      rules: ['J3'],
      says: 'Correct the submission of the plan',
      reads: ofArea,
    }),
    feature(AcceptActionPlan, stream, acceptActionPlan, {
      ...lead,
      rules: ['J3'],
      says: 'Record that the inspectorates accepted the plan',
    }),
    feature(ReturnActionPlan, stream, returnActionPlan, {
      ...lead,
      rules: ['J3'],
      says: 'Record that the inspectorates returned the plan',
    }),
    feature(PublishActionPlan, stream, publishActionPlan, { ...lead, rules: ['J3'], says: 'Record that the plan was published' }),
    feature(WithdrawActionPlan, stream, withdrawActionPlan, { ...lead, rules: ['J3'], says: 'Withdraw a submission of the plan' }),
    feature(WithdrawActionPlanAnswer, stream, withdrawActionPlanAnswer, {
      ...lead,
      rules: ['J3'],
      says: 'Withdraw an acceptance, a return or a publication of the plan',
    }),
    feature(AddAction, stream, addAction, { ...lead, rules: ['J3'], says: 'Add an action to the plan' }),
    feature(CompleteAction, stream, completeAction, { ...lead, rules: ['J3'], says: 'Record that an action was completed' }),
    feature(RebaselineAction, stream, rebaselineAction, { ...lead, rules: ['J3'], says: 'Give an action another date or owner' }),
    feature(RemoveAction, stream, removeAction, { ...lead, rules: ['J3'], says: 'Take an action out of the plan' }),
    feature(ReopenAction, stream, reopenAction, { ...lead, rules: ['J3'], says: 'Open an action again' }),
    feature(ScheduleDeepDive, stream, scheduleDeepDive, { ...lead, rules: ['J4'], says: 'Schedule an APA deep dive' }),
    feature(RescheduleDeepDive, stream, rescheduleDeepDive, { ...lead, rules: ['J4'], says: 'Give a scheduled deep dive another day' }),
    feature(CancelDeepDive, stream, cancelDeepDive, { ...lead, rules: ['J4'], says: 'Cancel a scheduled deep dive' }),
    feature(RecordDeepDive, stream, recordDeepDive, { ...lead, rules: ['J4', 'J6', 'A4', 'A5', 'A7'], says: 'Record a deep dive' }),
    feature(CorrectDeepDive, stream, correctDeepDive, { ...lead, rules: ['J4', 'A4'], says: 'Correct a deep dive' }),
    feature(RecordStocktake, stream, recordStocktake, { ...lead, rules: ['J5', 'A5'], says: 'Record a stocktake', reads: ofArea }),
    feature(CorrectStocktake, stream, correctStocktake, { ...lead, rules: ['J5'], says: 'Correct a stocktake', reads: ofArea }),
    feature(RecordBoardMeeting, stream, recordBoardMeeting, {
      ...lead,
      rules: ['J5', 'A5'],
      says: 'Record a meeting of the SEND improvement board',
      reads: ofArea,
    }),
    feature(CorrectBoardMeeting, stream, correctBoardMeeting, {
      ...lead,
      rules: ['J5'],
      says: 'Correct a meeting of the SEND improvement board',
      reads: ofArea,
    }),
    feature(ReportTimelinessProgress, stream, reportTimelinessProgress, {
      ...lead,
      rules: ['A3'],
      says: 'Record an update on EHC plan timeliness',
    }),
    feature(CorrectTimelinessProgress, stream, correctTimelinessProgress, {
      ...lead,
      rules: ['A3'],
      says: 'Correct an update on EHC plan timeliness',
    }),
    feature(RecordHealthAdviserContact, stream, recordHealthAdviserContact, {
      ...lead,
      rules: ['A6'],
      says: 'Record a contact of the SEND advisers of DfE and NHS England',
    }),
    feature(CorrectHealthAdviserContact, stream, correctHealthAdviserContact, {
      ...lead,
      rules: ['A6'],
      says: 'Correct a contact of the SEND advisers',
    }),
    feature(AgreeNextStep, stream, agreeNextStep, { ...lead, rules: ['J6'], says: 'Agree a next step' }),
    feature(CompleteNextStep, stream, completeNextStep, { ...lead, rules: ['J6'], says: 'Record that a next step was taken' }),
    feature(RescheduleNextStep, stream, rescheduleNextStep, { ...lead, rules: ['J6'], says: 'Give a next step another day or owner' }),
    feature(CancelNextStep, stream, cancelNextStep, { ...lead, rules: ['J6'], says: 'Cancel a next step' }),
    feature(ReopenNextStep, stream, reopenNextStep, { ...lead, rules: ['J6'], says: 'Open a next step again' }),
    feature(HoldFormalReview, stream, holdFormalReview, {
      ...lead,
      rules: ['C17', 'J8'],
      says: 'Record a formal review of progress',
      reads: ofContract,
    }),
    feature(CorrectFormalReview, stream, correctFormalReview, {
      ...lead,
      rules: ['C17'],
      says: 'Correct a formal review',
      reads: ofContract,
    }),
    feature(DecideProgress, stream, decideProgress, {
      ...lead,
      rules: ['C17', 'J8'],
      says: 'Decide whether progress is sufficient',
      reads: ofReview,
    }),
    feature(ReviseDecision, stream, reviseDecision, {
      ...lead,
      rules: ['C17', 'J8'],
      says: 'Revise a decision on progress',
      reads: ofReview,
    }),
    feature(WithdrawCaseRecord, stream, withdrawCaseRecord, {
      ...lead,
      rules: ['J4', 'J5', 'A3', 'A6'],
      says: 'Withdraw the record of something that was never held',
    }),
  ],
  caseExamples,
);
