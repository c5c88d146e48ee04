import { stateAfter } from '@app/event-sourcing/testing';
import { commandsByRoles, readBy } from '../wiring.testing';
import { DiscretionaryFundingAllotted } from './programme.events';
import { awarded, opened } from './programme.testing';
import { programmeStream } from './programme.stream';
import { programmeFeatures } from './features';

const allotted = DiscretionaryFundingAllotted({
  award: 'at_discretion',
  engagement: '887~project_5369~urgent',
  partner: '887',
  period: 'initial',
  pence: 500_000,
  legalBasis: 'section 14 Education Act 2002',
  allottedOn: '2022-05-02',
  reason: 'Needed at once',
});
const state = stateAfter(programmeStream, [opened, awarded(), allotted]);

describe('who may do what on a grant programme (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(programmeFeatures)).toEqual({
      'grant-manager, team-leader, deputy-director': [
        'OpenProgramme',
        'CorrectProgramme',
        'AddSupportOption',
        'RemoveSupportOption',
        'AwardGrant',
        'AllotDiscretionaryFunding',
        'AcceptAward',
        'DeclineAward',
        'WithdrawAwardAcceptance',
        'WithdrawAward',
        'RestoreAward',
        'ConfirmDeliveryObjectives',
        'WithdrawObjectivesConfirmation',
      ],
      'grant-manager, team-leader, deputy-director, system': ['ReleaseAward'],
      'team-leader, deputy-director': [
        'ApproveFurtherFunding',
        'WithdrawFurtherFunding',
        'ExtendProgramme',
        'WithdrawProgrammeExtension',
        'AssignGrantManager',
        'CloseProgramme',
        'ReopenProgramme',
      ],
    }));

  it('sees the application and every area of it before an award (G16)', () =>
    expect(readBy(programmeFeatures, 'AwardGrant', { application: 'bid', partner: '851', others: ['850', '869'] }, state)).toEqual({
      application: 'application-bid',
      areas: ['localArea-851', 'localArea-850', 'localArea-869'],
    }));

  it.each(['ReleaseAward', 'RestoreAward', 'WithdrawAward', 'WithdrawAwardAcceptance'])(
    'sees the partner, or the engagement at discretion, that an award went to (%s, G2, G19)',
    (command) => {
      const read = (award: string) => readBy(programmeFeatures, command, { award }, state);
      expect(read('illustrative_award')).toEqual({ partner: 'partner-851~project_5369' });
      expect(read('at_discretion')).toEqual({ partner: 'partner-887~project_5369~urgent' });
      expect(read('another')).toEqual({});
    },
  );
});
