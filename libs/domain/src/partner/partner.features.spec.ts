import { stateAfter } from '@app/event-sourcing/testing';
import { commandsByRoles, ownBy, readBy } from '../wiring.testing';
import { contact, engaged, partnerId } from './partner.testing';
import { partnerStream } from './partner.stream';
import { partnerFeatures } from './features';

const none = partnerStream.initial();
const state = stateAfter(partnerStream, [engaged], partnerId);

describe('who may do what on a grant (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(partnerFeatures)).toEqual({
      'grant-manager, team-leader, deputy-director': [
        'EngagePartner',
        'WithdrawPartnerEngagement',
        'EngageAtDiscretion',
        'CorrectEngagementAtDiscretion',
        'WithdrawEngagementAtDiscretion',
        'ExtendGrant',
        'WithdrawGrantExtension',
        'ReduceAward',
        'EndGrant',
        'ReopenGrant',
        'DoubtExcellence',
        'WithdrawDoubt',
        'JudgeEvidenceAgain',
        'DecideOnBreach',
        'ReverseTermination',
        'ReturnQuarterlyReport',
        'AcceptQuarterlyReport',
        'ReverseReportAcceptance',
        'AgreeRate',
        'CorrectRate',
        'ApproveClaim',
        'ReduceClaim',
        'RejectClaim',
        'PayClaim',
        'ReverseClaimApproval',
        'ReverseClaimPayment',
      ],
      'grant-manager, team-leader, deputy-director, system': ['ReverseAwardReduction'],
      system: ['ReassessEligibility'],
      'la-contact, grant-manager, team-leader, deputy-director': [
        'ConfirmEligibility',
        'WithdrawEligibilityConfirmation',
        'SubmitQuarterlyReport',
        'RecordDelivery',
        'CorrectDelivery',
        'ClaimCosts',
        'WithdrawClaim',
      ],
    }));

  it('lets the contact of a local area act on its own grant alone', () => {
    const every = (areas: string[] | undefined, id = partnerId) =>
      new Set(Object.values(ownBy(partnerFeatures, { ...contact, areas }, state, id)));
    expect(every(['851'])).toEqual(new Set([true]));
    expect(every(['850', '851'], '851')).toEqual(new Set([true]));
    expect(every(['887'])).toEqual(new Set([false]));
    expect(every(undefined)).toEqual(new Set([false]));
  });

  it.each(['EngagePartner', 'EngageAtDiscretion', 'CorrectEngagementAtDiscretion', 'ExtendGrant', 'ReverseAwardReduction'])(
    'sees the programme that the grant is of (%s)',
    (command) => {
      expect(readBy(partnerFeatures, command, {}, none, partnerId)).toEqual({ programme: 'programme-project_5369' });
      expect(readBy(partnerFeatures, command, {}, none, '887~project_5369~urgent')).toEqual({ programme: 'programme-project_5369' });
      expect(readBy(partnerFeatures, command, {}, none, '851')).toEqual({});
    },
  );

  it.each(['ReassessEligibility', 'JudgeEvidenceAgain'])(
    'sees the area that is judged, the partner’s own by itself (%s, G16)',
    (command) => {
      expect(readBy(partnerFeatures, command, { factsUpTo: 4 }, state)).toEqual({ area: 'localArea-851' });
      expect(readBy(partnerFeatures, command, { factsUpTo: 4, area: '850' }, state)).toEqual({ area: 'localArea-850' });
      expect(readBy(partnerFeatures, command, { factsUpTo: 4 }, none)).toEqual({});
    },
  );

  it.each(['RecordDelivery', 'CorrectDelivery'])('sees the package that hours are for (%s, G10)', (command) =>
    expect(readBy(partnerFeatures, command, { package: 'medway_1' }, state)).toEqual({ package: 'supportPackage-medway_1' }),
  );
});
