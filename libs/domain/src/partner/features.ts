import { feature, type Actor, type Read } from '@app/event-sourcing';
import { withExamples } from '../examples';
import { localAreaStream } from '../local-area/local-area.stream';
import { GRANT_STAFF } from '../programme/grant-terms';
import { programmeStream } from '../programme/programme.stream';
import { packageStream } from '../support-package/support-package.stream';
import { AcceptQuarterlyReport, acceptQuarterlyReport } from './accept-quarterly-report/accept-quarterly-report.command';
import { AgreeRate, agreeRate } from './agree-rate/agree-rate.command';
import { ApproveClaim, approveClaim } from './approve-claim/approve-claim.command';
import { ClaimCosts, claimCosts } from './claim-costs/claim-costs.command';
import { ConfirmEligibility, confirmEligibility } from './confirm-eligibility/confirm-eligibility.command';
import { CorrectDelivery, correctDelivery } from './correct-delivery/correct-delivery.command';
import {
  CorrectEngagementAtDiscretion,
  correctEngagementAtDiscretion,
} from './correct-engagement-at-discretion/correct-engagement-at-discretion.command';
import { CorrectRate, correctRate } from './correct-rate/correct-rate.command';
import { DecideOnBreach, decideOnBreach } from './decide-on-breach/decide-on-breach.command';
import { DoubtExcellence, doubtExcellence } from './doubt-excellence/doubt-excellence.command';
import { areaUpTo } from './eligibility-watch';
import { EndGrant, endGrant } from './end-grant/end-grant.command';
import { EngageAtDiscretion, engageAtDiscretion } from './engage-at-discretion/engage-at-discretion.command';
import { EngagePartner, engagePartner } from './engage-partner/engage-partner.command';
import { ExtendGrant, extendGrant } from './extend-grant/extend-grant.command';
import { JudgeEvidenceAgain, judgeEvidenceAgain } from './judge-evidence-again/judge-evidence-again.command';
import type { PartnerState } from './partner.state';
import { partnerStream } from './partner.stream';
import { PayClaim, payClaim } from './pay-claim/pay-claim.command';
import { ReassessEligibility, reassessEligibility } from './reassess-eligibility/reassess-eligibility.command';
import { RecordDelivery, recordDelivery } from './record-delivery/record-delivery.command';
import { ReduceAward, reduceAward } from './reduce-award/reduce-award.command';
import { ReduceClaim, reduceClaim } from './reduce-claim/reduce-claim.command';
import { RejectClaim, rejectClaim } from './reject-claim/reject-claim.command';
import { ReopenGrant, reopenGrant } from './reopen-grant/reopen-grant.command';
import { ReturnQuarterlyReport, returnQuarterlyReport } from './return-quarterly-report/return-quarterly-report.command';
import { ReverseAwardReduction, reverseAwardReduction } from './reverse-award-reduction/reverse-award-reduction.command';
import { ReverseClaimApproval, reverseClaimApproval } from './reverse-claim-approval/reverse-claim-approval.command';
import { ReverseClaimPayment, reverseClaimPayment } from './reverse-claim-payment/reverse-claim-payment.command';
import { ReverseReportAcceptance, reverseReportAcceptance } from './reverse-report-acceptance/reverse-report-acceptance.command';
import { ReverseTermination, reverseTermination } from './reverse-termination/reverse-termination.command';
import { SubmitQuarterlyReport, submitQuarterlyReport } from './submit-quarterly-report/submit-quarterly-report.command';
import { WithdrawClaim, withdrawClaim } from './withdraw-claim/withdraw-claim.command';
import { WithdrawDoubt, withdrawDoubt } from './withdraw-doubt/withdraw-doubt.command';
import {
  WithdrawEligibilityConfirmation,
  withdrawEligibilityConfirmation,
} from './withdraw-eligibility-confirmation/withdraw-eligibility-confirmation.command';
import {
  WithdrawEngagementAtDiscretion,
  withdrawEngagementAtDiscretion,
} from './withdraw-engagement-at-discretion/withdraw-engagement-at-discretion.command';
import { WithdrawPartnerEngagement, withdrawPartnerEngagement } from './withdraw-partner-engagement/withdraw-partner-engagement.command';
import { WithdrawGrantExtension, withdrawGrantExtension } from './withdraw-grant-extension/withdraw-grant-extension.command';
import { partnerExamples } from './partner.examples';

const stream = partnerStream;
const own = {
  'la-contact': ({ areas = [] }: Actor, _state: PartnerState, id: string) => areas.includes(id.split('~')[0] ?? ''),
};
const partner = { roles: ['la-contact', ...GRANT_STAFF], own };
const staff = { roles: GRANT_STAFF };
const programmeOf = (id: string): Record<string, Read> => {
  const [, programme] = id.split('~');
  return programme ? { programme: { stream: programmeStream, id: programme } } : {};
};
const areaOf = (id: string, stream: Read['stream']): Record<string, Read> => (id === '' ? {} : { area: { stream, id } });

const engagement = [
  feature(EngagePartner, stream, engagePartner, {
    ...staff,
    rules: ['G2', 'G20'],
    says: 'Engage a local area as a partner under its award',
    reads: (_command, _state, id) => programmeOf(id),
  }),
  feature(WithdrawPartnerEngagement, stream, withdrawPartnerEngagement, {
    ...staff,
    rules: ['G2'],
    says: 'Take back an engagement under an award that should not have been recorded',
  }),
  feature(EngageAtDiscretion, stream, engageAtDiscretion, {
    ...staff,
    rules: ['G19'],
    says: 'Engage a local authority outside the partner group',
    reads: (_command, _state, id) => programmeOf(id),
  }),
  feature(CorrectEngagementAtDiscretion, stream, correctEngagementAtDiscretion, {
    ...staff,
    rules: ['G19'],
    says: 'Correct the record of an engagement at discretion',
    reads: (_command, _state, id) => programmeOf(id),
  }),
  feature(WithdrawEngagementAtDiscretion, stream, withdrawEngagementAtDiscretion, {
    ...staff,
    rules: ['G19'],
    says: 'Take back an engagement at discretion under which nothing was done',
  }),
  feature(ExtendGrant, stream, extendGrant, {
    ...staff,
    rules: ['G3'],
    says: 'Extend the grant into the further year',
    reads: (_command, _state, id) => programmeOf(id),
  }),
  feature(WithdrawGrantExtension, stream, withdrawGrantExtension, {
    ...staff,
    rules: ['G3'],
    says: 'Take back an extension in which nothing was delivered or claimed',
  }),
  feature(ReduceAward, stream, reduceAward, { ...staff, rules: ['G2', 'G21'], says: 'Reduce an award, never below what is approved' }),
  feature(ReverseAwardReduction, stream, reverseAwardReduction, {
    roles: [...GRANT_STAFF, 'system'],
    rules: ['G2', 'G19', 'G21'],
    says: 'Take back a reduction whose money is bound again',
    reads: (_command, _state, id) => programmeOf(id),
  }),
  feature(EndGrant, stream, endGrant, { ...staff, rules: ['G2'], says: 'End the grant' }),
  feature(ReopenGrant, stream, reopenGrant, { ...staff, rules: ['G2'], says: 'Take back an end of the grant' }),
];

const eligibility = [
  feature(ReassessEligibility, stream, reassessEligibility, {
    roles: ['system'],
    rules: ['G12', 'G13', 'G14', 'G15', 'G16'],
    says: 'Judge eligibility again on a new fact',
    reads: ({ area, factsUpTo }, state) => areaOf(area ?? state.area, areaUpTo(factsUpTo)),
  }),
  feature(ConfirmEligibility, stream, confirmEligibility, { ...partner, rules: ['G16'], says: 'Confirm eligibility, once a year' }),
  feature(WithdrawEligibilityConfirmation, stream, withdrawEligibilityConfirmation, {
    ...partner,
    rules: ['G16'],
    says: 'Take back a yearly confirmation',
  }),
  feature(DoubtExcellence, stream, doubtExcellence, { ...staff, rules: ['G22'], says: 'Doubt a partner’s excellence' }),
  feature(WithdrawDoubt, stream, withdrawDoubt, { ...staff, rules: ['G22'], says: 'Withdraw a doubt' }),
  feature(JudgeEvidenceAgain, stream, judgeEvidenceAgain, {
    ...staff,
    rules: ['G12', 'G16', 'G22'],
    says: 'Judge a partner’s evidence again, with reasons',
    reads: ({ area }, state) => areaOf(area ?? state.area, localAreaStream),
  }),
  feature(DecideOnBreach, stream, decideOnBreach, { ...staff, rules: ['G17'], says: 'Decide on a breach: terminate, continue or remedy' }),
  feature(ReverseTermination, stream, reverseTermination, { ...staff, rules: ['G17'], says: 'Take back a termination' }),
];

const reports = [
  feature(SubmitQuarterlyReport, stream, submitQuarterlyReport, { ...partner, rules: ['G18'], says: 'Submit a quarterly progress report' }),
  feature(ReturnQuarterlyReport, stream, returnQuarterlyReport, {
    ...staff,
    rules: ['G18'],
    says: 'Return a quarterly report with reasons',
  }),
  feature(AcceptQuarterlyReport, stream, acceptQuarterlyReport, { ...staff, rules: ['G18'], says: 'Accept a quarterly report' }),
  feature(ReverseReportAcceptance, stream, reverseReportAcceptance, {
    ...staff,
    rules: ['G18'],
    says: 'Take back the acceptance of a report',
  }),
];

const packageOf = (id: string) => ({ package: { stream: packageStream, id } });

const delivery = [
  feature(AgreeRate, stream, agreeRate, { ...staff, rules: ['G8'], says: 'Agree the day rate of a person' }),
  feature(CorrectRate, stream, correctRate, { ...staff, rules: ['G8'], says: 'Correct an agreed day rate' }),
  feature(RecordDelivery, stream, recordDelivery, {
    ...partner,
    rules: ['G7', 'G8', 'G10'],
    says: 'Record the hours of a person for a package on a day',
    reads: (command) => packageOf(command.package),
  }),
  feature(CorrectDelivery, stream, correctDelivery, {
    ...partner,
    rules: ['G7'],
    says: 'Correct recorded hours',
    reads: (command) => packageOf(command.package),
  }),
];

const claims = [
  feature(ClaimCosts, stream, claimCosts, {
    ...partner,
    rules: ['G2', 'G8', 'G9', 'G17', 'G21'],
    says: 'Claim delivered days and overheads',
  }),
  feature(WithdrawClaim, stream, withdrawClaim, { ...partner, rules: ['G21'], says: 'Withdraw a claim' }),
  feature(ApproveClaim, stream, approveClaim, { ...staff, rules: ['G2', 'G9', 'G21'], says: 'Approve a claim' }),
  feature(ReduceClaim, stream, reduceClaim, { ...staff, rules: ['G9', 'G21'], says: 'Reduce a claim to what is borne' }),
  feature(RejectClaim, stream, rejectClaim, { ...staff, rules: ['G21'], says: 'Reject a claim with reasons' }),
  feature(PayClaim, stream, payClaim, { ...staff, rules: ['G21'], says: 'Record the payment of a claim' }),
  feature(ReverseClaimApproval, stream, reverseClaimApproval, { ...staff, rules: ['G9', 'G21'], says: 'Take back an approval' }),
  feature(ReverseClaimPayment, stream, reverseClaimPayment, { ...staff, rules: ['G21'], says: 'Take back a payment' }),
];

const commands = [...engagement, ...eligibility, ...reports, ...delivery, ...claims];

export const partnerFeatures = withExamples(commands, partnerExamples);
