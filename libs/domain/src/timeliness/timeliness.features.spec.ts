import { commandsByRoles, readBy } from '../wiring.testing';
import { timelinessFeatures } from './features';

describe('who may do what on figures of timeliness (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(timelinessFeatures)).toEqual({
      'case-lead, contract-manager, grant-manager, team-leader, deputy-director': [
        'RecordTimeliness',
        'ReviseTimeliness',
        'CorrectTimeliness',
        'WithdrawTimeliness',
        'PreferTimelinessSource',
      ],
    }));

  it('sees the local area of a figure, and none for England (J7)', () => {
    expect(readBy(timelinessFeatures, 'RecordTimeliness', { area: '931' }, {})).toEqual({ area: 'localArea-931' });
    expect(readBy(timelinessFeatures, 'RecordTimeliness', { area: 'england' }, {})).toEqual({});
  });
});
