import { commandsByRoles } from '../wiring.testing';
import { escalationFeatures } from './features';

describe('who may do what on an escalation (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(escalationFeatures)).toEqual({
      system: ['RaiseEscalation', 'RaiseEscalationToNextLevel', 'SettleEscalation'],
      'case-lead, contract-manager, grant-manager, team-leader, deputy-director': [
        'AcknowledgeEscalation',
        'PutSupportInPlace',
        'CorrectSupport',
        'ResolveEscalation',
        'WithdrawEscalation',
        'ReopenEscalation',
      ],
    }));
});
