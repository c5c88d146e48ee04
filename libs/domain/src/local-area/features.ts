import { feature } from '@app/event-sourcing';
import { withExamples } from '../examples';
import { VCU, type Role } from '../roles';
import { ConfirmNoticeStep, confirmNoticeStep } from './confirm-notice-step/confirm-notice-step.command';
import { CorrectCareRating, correctCareRating } from './correct-care-rating/correct-care-rating.command';
import { CorrectDsgPosition, correctDsgPosition } from './correct-dsg-position/correct-dsg-position.command';
import { CorrectImprovementNotice, correctImprovementNotice } from './correct-improvement-notice/correct-improvement-notice.command';
import { CorrectInspection, correctInspection } from './correct-inspection/correct-inspection.command';
import {
  CorrectInterventionMembership,
  correctInterventionMembership,
} from './correct-intervention-membership/correct-intervention-membership.command';
import { CorrectLocalAreaCodes, correctLocalAreaCodes } from './correct-local-area-codes/correct-local-area-codes.command';
import { CorrectLocalAreaPartner, correctLocalAreaPartner } from './correct-local-area-partner/correct-local-area-partner.command';
import {
  CorrectMonitoringInspection,
  correctMonitoringInspection,
} from './correct-monitoring-inspection/correct-monitoring-inspection.command';
import { CorrectMonitoringRelease, correctMonitoringRelease } from './correct-monitoring-release/correct-monitoring-release.command';
import { CorrectRevisit, correctRevisit } from './correct-revisit/correct-revisit.command';
import { CorrectSliPartnership, correctSliPartnership } from './correct-sli-partnership/correct-sli-partnership.command';
import { IssueImprovementNotice, issueImprovementNotice } from './issue-improvement-notice/issue-improvement-notice.command';
import { LiftImprovementNotice, liftImprovementNotice } from './lift-improvement-notice/lift-improvement-notice.command';
import { PreferSource, preferSource } from './prefer-source/prefer-source.command';
import { PublishDsgPosition, publishDsgPosition } from './publish-dsg-position/publish-dsg-position.command';
import { RecodeLocalArea, recodeLocalArea } from './recode-local-area/recode-local-area.command';
import { RecordCareRating, recordCareRating } from './record-care-rating/record-care-rating.command';
import { RecordDsgPosition, recordDsgPosition } from './record-dsg-position/record-dsg-position.command';
import { RecordInspection, recordInspection } from './record-inspection/record-inspection.command';
import { RecordInspectionReceipt, recordInspectionReceipt } from './record-inspection-receipt/record-inspection-receipt.command';
import {
  RecordInterventionAdvisers,
  recordInterventionAdvisers,
} from './record-intervention-advisers/record-intervention-advisers.command';
import { RecordInterventionJoining, recordInterventionJoining } from './record-intervention-joining/record-intervention-joining.command';
import { RecordInterventionLeaving, recordInterventionLeaving } from './record-intervention-leaving/record-intervention-leaving.command';
import {
  RecordMonitoringInspection,
  recordMonitoringInspection,
} from './record-monitoring-inspection/record-monitoring-inspection.command';
import { RecordMonitoringRelease, recordMonitoringRelease } from './record-monitoring-release/record-monitoring-release.command';
import { RecordPartnerJoining, recordPartnerJoining } from './record-partner-joining/record-partner-joining.command';
import { RecordPartnerLeaving, recordPartnerLeaving } from './record-partner-leaving/record-partner-leaving.command';
import { RecordRevisit, recordRevisit } from './record-revisit/record-revisit.command';
import { RecordSliPartnership, recordSliPartnership } from './record-sli-partnership/record-sli-partnership.command';
import {
  RecordSliPartnershipLeaving,
  recordSliPartnershipLeaving,
} from './record-sli-partnership-leaving/record-sli-partnership-leaving.command';
import { RegisterLocalArea, registerLocalArea } from './register-local-area/register-local-area.command';
import {
  ReinstateImprovementNotice,
  reinstateImprovementNotice,
} from './reinstate-improvement-notice/reinstate-improvement-notice.command';
import { SucceedLocalArea, succeedLocalArea } from './succeed-local-area/succeed-local-area.command';
import { VaryImprovementNotice, varyImprovementNotice } from './vary-improvement-notice/vary-improvement-notice.command';
import { WithdrawFact, withdrawFact } from './withdraw-fact/withdraw-fact.command';
import {
  WithdrawNoticeStepConfirmation,
  withdrawNoticeStepConfirmation,
} from './withdraw-notice-step-confirmation/withdraw-notice-step-confirmation.command';
import { localAreaStream } from './local-area.stream';
import { localAreaExamples } from './local-area.examples';

const stream = localAreaStream;
const staff = { roles: VCU };
/** Who acts for the Department in improvement notices (J10). */
const department = { roles: ['case-lead', 'team-leader', 'deputy-director'] satisfies Role[] };
const areas = (ids: readonly string[] = []) => ids.map((id) => ({ stream, id }));

const commands = [
  feature(RegisterLocalArea, stream, registerLocalArea, {
    ...staff,
    rules: ['J1'],
    says: 'Register a local area',
    reads: ({ predecessors }) => ({ predecessors: areas(predecessors) }),
  }),
  feature(RecodeLocalArea, stream, recodeLocalArea, {
    ...staff,
    rules: ['J1'],
    says: 'Record other codes or another name of a local area',
  }),
  feature(CorrectLocalAreaCodes, stream, correctLocalAreaCodes, {
    ...staff,
    rules: ['J1'],
    says: 'Correct codes or a name of a local area',
  }),
  feature(SucceedLocalArea, stream, succeedLocalArea, {
    ...staff,
    rules: ['J1'],
    says: 'Record which local areas succeed this one',
    reads: ({ successors }) => ({ successors: areas(successors) }),
  }),
  feature(RecordPartnerJoining, stream, recordPartnerJoining, {
    ...staff,
    rules: ['J1'],
    says: 'Record that an organisation joined the local area partnership',
  }),
  feature(RecordPartnerLeaving, stream, recordPartnerLeaving, {
    ...staff,
    rules: ['J1'],
    says: 'Record that an organisation left the local area partnership',
  }),
  feature(CorrectLocalAreaPartner, stream, correctLocalAreaPartner, {
    ...staff,
    rules: ['J1'],
    says: 'Correct an organisation’s time in the local area partnership',
  }),
  feature(RecordInspection, stream, recordInspection, {
    ...staff,
    rules: ['J1', 'G12'],
    says: 'Record a published area SEND inspection',
  }),
  feature(CorrectInspection, stream, correctInspection, { ...staff, rules: ['J1', 'G12'], says: 'Correct an inspection' }),
  feature(RecordInspectionReceipt, stream, recordInspectionReceipt, {
    ...staff,
    rules: ['J1', 'J3'],
    says: 'Record when the report of an inspection was received',
  }),
  feature(RecordRevisit, stream, recordRevisit, {
    ...staff,
    rules: ['J1', 'G12'],
    says: 'Record a published revisit by the inspectorates',
  }),
  feature(CorrectRevisit, stream, correctRevisit, { ...staff, rules: ['J1', 'G12'], says: 'Correct a revisit' }),
  feature(RecordMonitoringInspection, stream, recordMonitoringInspection, {
    ...staff,
    rules: ['J1', 'G12'],
    says: 'Record a published monitoring inspection',
  }),
  feature(CorrectMonitoringInspection, stream, correctMonitoringInspection, {
    ...staff,
    rules: ['J1', 'G12'],
    says: 'Correct a monitoring inspection',
  }),
  feature(RecordMonitoringRelease, stream, recordMonitoringRelease, {
    ...staff,
    rules: ['J1', 'G12'],
    says: 'Record that the Department released the area from monitoring',
  }),
  feature(CorrectMonitoringRelease, stream, correctMonitoringRelease, {
    ...staff,
    rules: ['J1', 'G12'],
    says: 'Correct a release from monitoring',
  }),
  feature(RecordCareRating, stream, recordCareRating, {
    ...staff,
    rules: ['J1', 'G14'],
    says: 'Record the rating of children’s social care',
  }),
  feature(CorrectCareRating, stream, correctCareRating, {
    ...staff,
    rules: ['J1', 'G14'],
    says: 'Correct a rating of children’s social care',
  }),
  feature(RecordDsgPosition, stream, recordDsgPosition, {
    ...staff,
    rules: ['J1', 'G13', 'P1'],
    says: 'Record the balance of the dedicated schools grant at a year end',
  }),
  feature(CorrectDsgPosition, stream, correctDsgPosition, {
    ...staff,
    rules: ['J1', 'G13', 'P1'],
    says: 'Correct a balance of the dedicated schools grant',
  }),
  feature(PublishDsgPosition, stream, publishDsgPosition, {
    ...staff,
    rules: ['J1', 'G13', 'P1'],
    says: 'Record that a balance of the dedicated schools grant was published',
  }),
  feature(PreferSource, stream, preferSource, { ...staff, rules: ['J1', 'G13'], says: 'Prefer one of two sources for a balance' }),
  feature(RecordInterventionJoining, stream, recordInterventionJoining, {
    ...staff,
    rules: ['J1', 'G13', 'C14'],
    says: 'Record that the area joined Safety Valve or Delivering Better Value',
  }),
  feature(RecordInterventionLeaving, stream, recordInterventionLeaving, {
    ...staff,
    rules: ['J1', 'G13', 'C14'],
    says: 'Record that the area left Safety Valve or Delivering Better Value',
  }),
  feature(RecordInterventionAdvisers, stream, recordInterventionAdvisers, {
    ...staff,
    rules: ['J1', 'C14'],
    says: 'Record whether a programme has advisers in the area',
  }),
  feature(CorrectInterventionMembership, stream, correctInterventionMembership, {
    ...staff,
    rules: ['J1', 'G13', 'C14'],
    says: 'Correct a membership of Safety Valve or Delivering Better Value',
  }),
  feature(RecordSliPartnership, stream, recordSliPartnership, {
    ...staff,
    rules: ['J1', 'G15'],
    says: 'Record a joint sector-led improvement partnership',
  }),
  feature(RecordSliPartnershipLeaving, stream, recordSliPartnershipLeaving, {
    ...staff,
    rules: ['J1', 'G15'],
    says: 'Record the end of a joint sector-led improvement partnership',
  }),
  feature(CorrectSliPartnership, stream, correctSliPartnership, {
    ...staff,
    rules: ['J1', 'G15'],
    says: 'Correct a joint sector-led improvement partnership',
  }),
  feature(IssueImprovementNotice, stream, issueImprovementNotice, {
    ...department,
    rules: ['J10'],
    says: 'Record an improvement notice',
  }),
  feature(CorrectImprovementNotice, stream, correctImprovementNotice, {
    ...department,
    rules: ['J10'],
    says: 'Correct an improvement notice',
  }),
  feature(VaryImprovementNotice, stream, varyImprovementNotice, {
    ...department,
    rules: ['J10'],
    says: 'Vary the steps of an improvement notice',
  }),
  feature(ConfirmNoticeStep, stream, confirmNoticeStep, {
    ...department,
    rules: ['J10'],
    says: 'Confirm a step of an improvement notice',
  }),
  feature(WithdrawNoticeStepConfirmation, stream, withdrawNoticeStepConfirmation, {
    ...department,
    rules: ['J10'],
    says: 'Withdraw the confirmation of a step',
  }),
  feature(LiftImprovementNotice, stream, liftImprovementNotice, { ...department, rules: ['J10'], says: 'Lift an improvement notice' }),
  feature(ReinstateImprovementNotice, stream, reinstateImprovementNotice, {
    ...department,
    rules: ['J10'],
    says: 'Take back the lifting of an improvement notice',
  }),
  feature(WithdrawFact, stream, withdrawFact, {
    ...staff,
    rules: ['J1', 'G16'],
    says: 'Withdraw a fact that should never have been recorded',
  }),
];

export const localAreaFeatures = withExamples(commands, localAreaExamples);
