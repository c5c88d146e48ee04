import { commandsByRoles } from '../wiring.testing';
import { requirementFeatures } from './features';

describe('who may do what on a requirement (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(requirementFeatures)).toEqual({
      system: [
        'ImposeRequirement',
        'MeetRequirement',
        'LapseRequirement',
        'RescheduleRequirement',
        'RestateRequirementAreas',
        'ReopenRequirement',
        'ReleaseRequirement',
      ],
      'team-leader, deputy-director': ['WaiveRequirement', 'WithdrawWaiver'],
    }));
});
