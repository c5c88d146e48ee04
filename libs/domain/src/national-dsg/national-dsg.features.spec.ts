import { commandsByRoles } from '../wiring.testing';
import { nationalDsgFeatures } from './features';

describe("who may do what on England's balances of the dedicated schools grant (P4)", () => {
  it('is told of every command', () =>
    expect(commandsByRoles(nationalDsgFeatures)).toEqual({
      'case-lead, contract-manager, grant-manager, team-leader, deputy-director': [
        'RecordNationalDsg',
        'CorrectNationalDsg',
        'WithdrawNationalDsg',
      ],
    }));
});
