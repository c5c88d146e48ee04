import { feature, type Actor, type Read } from '@app/event-sourcing';
import { withExamples } from '../examples';
import { localAreaStream } from '../local-area/local-area.stream';
import { GRANT_STAFF } from '../programme/grant-terms';
import { programmeStream } from '../programme/programme.stream';
import { AcceptApplication, acceptApplication } from './accept-application/accept-application.command';
import { AddPeerSupportExample, addPeerSupportExample } from './add-peer-support-example/add-peer-support-example.command';
import { applicants, applicationStream, type ApplicationState } from './application.stream';
import { AssessEligibility, assessEligibility } from './assess-eligibility/assess-eligibility.command';
import { AssessMerit, assessMerit } from './assess-merit/assess-merit.command';
import { CostProposal, costProposal } from './cost-proposal/cost-proposal.command';
import { DeclareEligibility, declareEligibility } from './declare-eligibility/declare-eligibility.command';
import { DeclineApplication, declineApplication } from './decline-application/decline-application.command';
import { EvidenceStrength, evidenceStrength } from './evidence-strength/evidence-strength.command';
import { JudgeEvidence, judgeEvidence } from './judge-evidence/judge-evidence.command';
import { OfferSupportOption, offerSupportOption } from './offer-support-option/offer-support-option.command';
import { ReopenApplication, reopenApplication } from './reopen-application/reopen-application.command';
import { StartApplication, startApplication } from './start-application/start-application.command';
import { SubmitApplication, submitApplication } from './submit-application/submit-application.command';
import { WithdrawApplication, withdrawApplication } from './withdraw-application/withdraw-application.command';
import {
  WithdrawPeerSupportExample,
  withdrawPeerSupportExample,
} from './withdraw-peer-support-example/withdraw-peer-support-example.command';
import { WithdrawStrength, withdrawStrength } from './withdraw-strength/withdraw-strength.command';
import { WithdrawSupportOption, withdrawSupportOption } from './withdraw-support-option/withdraw-support-option.command';
import { applicationExamples } from './application.examples';

const stream = applicationStream;
const own = {
  'la-contact': ({ areas = [] }: Actor, { status, lead }: ApplicationState) => status === 'none' || areas.includes(lead),
};
const applicant = { roles: ['la-contact', ...GRANT_STAFF], own };
const staff = { roles: GRANT_STAFF };
const programmeOf = (id: string): Record<string, Read> => (id === '' ? {} : { programme: { stream: programmeStream, id } });
const areasOf = (state: Pick<ApplicationState, 'lead' | 'others'>) =>
  applicants(state)
    .filter((id) => id !== '')
    .map((id) => ({ stream: localAreaStream, id }));

const commands = [
  feature(StartApplication, stream, startApplication, {
    ...applicant,
    rules: ['G5'],
    says: 'Start an application for a grant',
    reads: ({ programme, lead, others }) => ({ ...programmeOf(programme), areas: areasOf({ lead, others }) }),
  }),
  feature(EvidenceStrength, stream, evidenceStrength, { ...applicant, rules: ['G5'], says: 'Evidence a strength of the SEND services' }),
  feature(WithdrawStrength, stream, withdrawStrength, { ...applicant, rules: ['G5'], says: 'Take back an evidenced strength' }),
  feature(OfferSupportOption, stream, offerSupportOption, {
    ...applicant,
    rules: ['G5', 'G6'],
    says: 'Offer an option of support that follows from evidenced strengths',
    reads: (_command, { programme }) => programmeOf(programme),
  }),
  feature(WithdrawSupportOption, stream, withdrawSupportOption, {
    ...applicant,
    rules: ['G6'],
    says: 'Withdraw an offered option of support',
  }),
  feature(AddPeerSupportExample, stream, addPeerSupportExample, { ...applicant, rules: ['G5'], says: 'Give an example of peer support' }),
  feature(WithdrawPeerSupportExample, stream, withdrawPeerSupportExample, {
    ...applicant,
    rules: ['G5'],
    says: 'Take back an example of peer support',
  }),
  feature(CostProposal, stream, costProposal, { ...applicant, rules: ['G7', 'G8', 'G9'], says: 'Cost the proposal in days and pence' }),
  feature(DeclareEligibility, stream, declareEligibility, {
    ...applicant,
    rules: ['G5', 'G12', 'G13', 'G14', 'G15', 'G22'],
    says: 'Declare eligibility under one requirement, with evidence',
  }),
  feature(SubmitApplication, stream, submitApplication, {
    ...applicant,
    rules: ['G4', 'G5'],
    says: 'Submit the application by midday on the closing day',
    reads: (_command, { programme }) => programmeOf(programme),
  }),
  feature(WithdrawApplication, stream, withdrawApplication, { ...applicant, rules: ['G5'], says: 'Withdraw an application' }),
  feature(AssessEligibility, stream, assessEligibility, {
    ...staff,
    rules: ['G12', 'G13', 'G14', 'G15', 'G22'],
    says: 'Judge eligibility from the recorded facts',
    reads: (_command, state) => ({ areas: areasOf(state) }),
  }),
  feature(JudgeEvidence, stream, judgeEvidence, { ...staff, rules: ['G12', 'G22'], says: 'Judge a local area’s evidence, with reasons' }),
  feature(AssessMerit, stream, assessMerit, { ...staff, rules: ['G5'], says: 'Assess the merit of an application' }),
  feature(AcceptApplication, stream, acceptApplication, {
    ...staff,
    rules: ['G12', 'G13', 'G14', 'G15', 'G16', 'G22'],
    says: 'Accept an application whose every rule is met',
    reads: (_command, state) => ({ areas: areasOf(state) }),
  }),
  feature(DeclineApplication, stream, declineApplication, { ...staff, rules: ['G5'], says: 'Decline an application' }),
  feature(ReopenApplication, stream, reopenApplication, {
    ...staff,
    rules: ['G5'],
    says: 'Take back a withdrawal or a decision',
    reads: (_command, { programme }) => programmeOf(programme),
  }),
];

export const applicationFeatures = withExamples(commands, applicationExamples);
