import { feature, type Read } from '@app/event-sourcing';
import { withExamples } from '../examples';
import { applicationStream } from '../application/application.stream';
import { localAreaStream } from '../local-area/local-area.stream';
import { partnerStream } from '../partner/partner.stream';
import { AcceptAward, acceptAward } from './accept-award/accept-award.command';
import { AddSupportOption, addSupportOption } from './add-support-option/add-support-option.command';
import { AllotDiscretionaryFunding, allotDiscretionaryFunding } from './allot-discretionary-funding/allot-discretionary-funding.command';
import { ApproveFurtherFunding, approveFurtherFunding } from './approve-further-funding/approve-further-funding.command';
import { AssignGrantManager, assignGrantManager } from './assign-grant-manager/assign-grant-manager.command';
import { AwardGrant, awardGrant } from './award-grant/award-grant.command';
import { CloseProgramme, closeProgramme } from './close-programme/close-programme.command';
import { ConfirmDeliveryObjectives, confirmDeliveryObjectives } from './confirm-delivery-objectives/confirm-delivery-objectives.command';
import { CorrectProgramme, correctProgramme } from './correct-programme/correct-programme.command';
import { DeclineAward, declineAward } from './decline-award/decline-award.command';
import { ExtendProgramme, extendProgramme } from './extend-programme/extend-programme.command';
import { entryOf } from '../entries';
import { GRANT_LEADERS, GRANT_STAFF } from './grant-terms';
import { OpenProgramme, openProgramme } from './open-programme/open-programme.command';
import { programmeStream, type ProgrammeState } from './programme.stream';
import { ReleaseAward, releaseAward } from './release-award/release-award.command';
import { RemoveSupportOption, removeSupportOption } from './remove-support-option/remove-support-option.command';
import { ReopenProgramme, reopenProgramme } from './reopen-programme/reopen-programme.command';
import { RestoreAward, restoreAward } from './restore-award/restore-award.command';
import { WithdrawAward, withdrawAward } from './withdraw-award/withdraw-award.command';
import { WithdrawAwardAcceptance, withdrawAwardAcceptance } from './withdraw-award-acceptance/withdraw-award-acceptance.command';
import { WithdrawFurtherFunding, withdrawFurtherFunding } from './withdraw-further-funding/withdraw-further-funding.command';
import {
  WithdrawObjectivesConfirmation,
  withdrawObjectivesConfirmation,
} from './withdraw-objectives-confirmation/withdraw-objectives-confirmation.command';
import {
  WithdrawProgrammeExtension,
  withdrawProgrammeExtension,
} from './withdraw-programme-extension/withdraw-programme-extension.command';
import { programmeExamples } from './programme.examples';

const stream = programmeStream;
const staff = { roles: GRANT_STAFF };
const leaders = { roles: GRANT_LEADERS };
/** The record of whoever draws on an award, or would. */
const partnerOf = ({ award }: { award: string }, { awards, reference }: ProgrammeState): Record<string, Read> => {
  const known = entryOf(awards, award);
  return known ? { partner: { stream: partnerStream, id: known.engagement ?? `${known.partner}~${reference}` } } : {};
};

const commands = [
  feature(OpenProgramme, stream, openProgramme, { ...staff, rules: ['G1', 'G2', 'G4'], says: 'Open a grant programme by its notice' }),
  feature(CorrectProgramme, stream, correctProgramme, {
    ...staff,
    rules: ['G1', 'G2', 'G4'],
    says: 'Correct what is recorded of the notice',
  }),
  feature(AddSupportOption, stream, addSupportOption, { ...staff, rules: ['G6'], says: 'Add an option to the menu of support' }),
  feature(RemoveSupportOption, stream, removeSupportOption, { ...staff, rules: ['G6'], says: 'Take a support option back' }),
  feature(AwardGrant, stream, awardGrant, {
    ...staff,
    rules: ['G2', 'G3', 'G16', 'G20'],
    says: 'Award a grant on an accepted application',
    reads: ({ application, partner, others }) => ({
      application: { stream: applicationStream, id: application },
      areas: [partner, ...others].map((id) => ({ stream: localAreaStream, id })),
    }),
  }),
  feature(AllotDiscretionaryFunding, stream, allotDiscretionaryFunding, {
    ...staff,
    rules: ['G2', 'G19', 'G20'],
    says: 'Set money aside for an engagement at discretion',
  }),
  feature(AcceptAward, stream, acceptAward, { ...staff, rules: ['G2'], says: 'Record that an award was accepted' }),
  feature(DeclineAward, stream, declineAward, { ...staff, rules: ['G2'], says: 'Record that an award was declined' }),
  feature(WithdrawAwardAcceptance, stream, withdrawAwardAcceptance, {
    ...staff,
    rules: ['G2'],
    says: 'Take back the record of an acceptance',
    reads: partnerOf,
  }),
  feature(WithdrawAward, stream, withdrawAward, {
    ...staff,
    rules: ['G2', 'G19'],
    says: 'Withdraw an award that is not yet accepted, or money at discretion that is not drawn on',
    reads: partnerOf,
  }),
  feature(ReleaseAward, stream, releaseAward, {
    roles: [...GRANT_STAFF, 'system'],
    rules: ['G2', 'G21'],
    says: 'Set money free that a reduced award no longer binds',
    reads: partnerOf,
  }),
  feature(RestoreAward, stream, restoreAward, {
    ...staff,
    rules: ['G2', 'G21'],
    says: 'Bind the money of an award again whose reduction was a mistake',
    reads: partnerOf,
  }),
  feature(ApproveFurtherFunding, stream, approveFurtherFunding, {
    ...leaders,
    rules: ['G3'],
    says: 'Record the budgetary approval of further funding',
  }),
  feature(WithdrawFurtherFunding, stream, withdrawFurtherFunding, {
    ...leaders,
    rules: ['G3'],
    says: 'Take back an approval of further funding',
  }),
  feature(ConfirmDeliveryObjectives, stream, confirmDeliveryObjectives, {
    ...staff,
    rules: ['G3'],
    says: 'Confirm that measured objectives were delivered',
  }),
  feature(WithdrawObjectivesConfirmation, stream, withdrawObjectivesConfirmation, {
    ...staff,
    rules: ['G3'],
    says: 'Take back a confirmation of objectives',
  }),
  feature(ExtendProgramme, stream, extendProgramme, {
    ...leaders,
    rules: ['G3'],
    says: 'Extend the programme by up to one further year',
  }),
  feature(WithdrawProgrammeExtension, stream, withdrawProgrammeExtension, {
    ...leaders,
    rules: ['G3'],
    says: 'Take back an extension under which nothing is awarded',
  }),
  feature(AssignGrantManager, stream, assignGrantManager, {
    ...leaders,
    rules: ['E3'],
    says: 'Assign the grant manager of a programme and its partners',
  }),
  feature(CloseProgramme, stream, closeProgramme, { ...leaders, rules: ['G1'], says: 'Close the programme' }),
  feature(ReopenProgramme, stream, reopenProgramme, { ...leaders, rules: ['G1'], says: 'Take back a closing' }),
];

export const programmeFeatures = withExamples(commands, programmeExamples);
