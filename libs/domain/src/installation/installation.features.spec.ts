import { commandsByRoles } from '../wiring.testing';
import { installationFeatures } from './features';

describe('who may do what on an installation (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(installationFeatures)).toEqual({
      system: ['FoundInstallation'],
      'administrator, deputy-director': ['NameLevelHolder'],
      'case-lead, contract-manager, grant-manager, team-leader, deputy-director, administrator': ['NameStandIn', 'WithdrawStandIn'],
    }));
});
