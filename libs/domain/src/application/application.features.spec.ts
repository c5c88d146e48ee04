import { stateAfter } from '@app/event-sourcing/testing';
import { commandsByRoles, ownBy, readBy } from '../wiring.testing';
import { ApplicationStarted } from './application.events';
import { applicantContact } from './application.testing';
import { applicationStream } from './application.stream';
import { applicationFeatures } from './features';

const none = applicationStream.initial();
const state = stateAfter(applicationStream, [ApplicationStarted({ programme: 'project_5369', lead: '851', others: ['850'] })]);

describe('who may do what on an application (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(applicationFeatures)).toEqual({
      'la-contact, grant-manager, team-leader, deputy-director': [
        'StartApplication',
        'EvidenceStrength',
        'WithdrawStrength',
        'OfferSupportOption',
        'WithdrawSupportOption',
        'AddPeerSupportExample',
        'WithdrawPeerSupportExample',
        'CostProposal',
        'DeclareEligibility',
        'SubmitApplication',
        'WithdrawApplication',
      ],
      'grant-manager, team-leader, deputy-director': [
        'AssessEligibility',
        'JudgeEvidence',
        'AssessMerit',
        'AcceptApplication',
        'DeclineApplication',
        'ReopenApplication',
      ],
    }));

  it('lets the contact of a local area start an application, and act on what their area leads', () => {
    const every = (areas: string[] | undefined, of: object) =>
      new Set(Object.values(ownBy(applicationFeatures, { ...applicantContact, areas }, of)));
    expect(every(['851'], none)).toEqual(new Set([true]));
    expect(every(['851'], state)).toEqual(new Set([true]));
    expect(every(['850'], state)).toEqual(new Set([false]));
    expect(every(undefined, state)).toEqual(new Set([false]));
  });

  it('sees the programme and the areas that apply (G5)', () => {
    const read = (command: string, of: object = state) => readBy(applicationFeatures, command, {}, of);
    const start = { programme: 'project_5369', lead: '851', others: ['850'] };
    const areas = ['localArea-851', 'localArea-850'];
    expect(readBy(applicationFeatures, 'StartApplication', start, none)).toEqual({ programme: 'programme-project_5369', areas });
    for (const command of ['OfferSupportOption', 'SubmitApplication', 'ReopenApplication']) {
      expect(read(command)).toEqual({ programme: 'programme-project_5369' });
      expect(read(command, none)).toEqual({});
    }
    for (const command of ['AssessEligibility', 'AcceptApplication']) {
      expect(read(command)).toEqual({ areas });
      expect(read(command, none)).toEqual({ areas: [] });
    }
  });
});
