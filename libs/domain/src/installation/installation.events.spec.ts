import { checkTold } from '../told.testing';
import * as events from './installation.events';

describe('what the record says of an installation (E3, P5)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['InstallationFounded', undefined, 'Founded as an example'],
      ['InstallationFounded', undefined, 'Founded as a live installation', { mode: 'live' }],
      ['LevelHolderNamed', '2021-09-02', 'Level 2 is held by u-team-leader from 2021-09-02'],
    ]));
});
