import { checkTold } from '../told.testing';
import * as events from './installation.events';

describe('what the record says of an installation (E3, P5)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['InstallationFounded', undefined, 'Founded as an example'],
      ['InstallationFounded', undefined, 'Founded as a live installation', { mode: 'live' }],
      ['LevelHolderNamed', '2021-09-02', 'Level 2 is held by u-team-leader from 2021-09-02'],
      ['StandInNamed', '2023-12-18', 'u-40 is absent from 2023-12-18 to 2024-01-02; u-41 stands in'],
      ['StandInNamed', '2023-12-18', 'u-40 is absent from 2023-12-18 to 2024-01-02; nobody stands in', { standIn: undefined }],
      ['StandInWithdrawn', '2023-12-18', 'Absence of u-40 from 2023-12-18 to 2024-01-02 withdrawn'],
    ]));
});
