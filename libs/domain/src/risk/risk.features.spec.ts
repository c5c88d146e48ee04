import { commandsByRoles, readBy } from '../wiring.testing';
import { riskFeatures } from './features';

describe('who may do what on a risk (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(riskFeatures)).toEqual({
      'case-lead, contract-manager, grant-manager, team-leader, system': ['RaiseRisk'],
      'case-lead, contract-manager, grant-manager, team-leader': [
        'CorrectRisk',
        'ReassessRisk',
        'MitigateRisk',
        'WithdrawMitigation',
        'EscalateRisk',
        'PassOnRisk',
        'CloseRisk',
        'ReopenRisk',
      ],
    }));

  it.each(['RaiseRisk', 'CorrectRisk'])('sees the contract that is at risk, where there is one (%s, C15)', (command) => {
    expect(readBy(riskFeatures, command, { contract: 'CON_22889' }, {})).toEqual({ contract: 'contract-CON_22889' });
    expect(readBy(riskFeatures, command, {}, {})).toEqual({});
  });
});
