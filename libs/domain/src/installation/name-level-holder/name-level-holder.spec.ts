import { make, specFor } from '@app/event-sourcing/testing';
import { InstallationFounded, LevelHolderNamed } from '../installation.events';
import { installationStream } from '../installation.stream';
import { NameLevelHolder, nameLevelHolder } from './name-level-holder.command';

const given = specFor(installationStream, nameLevelHolder, { now: '2021-09-02', actor: { who: 'u-1', role: 'administrator' } });
const body = { level: 2 as const, person: 'u-team-leader', from: '2021-09-02' };
const founded = InstallationFounded({ mode: 'example' });

describe('naming who holds a level of the ladder (E3)', () => {
  it('is recorded, again for another person or day, and once for the same', () => {
    given(founded).when(make(NameLevelHolder, body)).then(LevelHolderNamed(body));
    given(founded, LevelHolderNamed(body)).when(make(NameLevelHolder, body)).thenNothing();
    given(founded, LevelHolderNamed(body))
      .when(make(NameLevelHolder, { ...body, person: 'u-2' }))
      .then(LevelHolderNamed({ ...body, person: 'u-2' }));
    given(founded, LevelHolderNamed(body))
      .when(make(NameLevelHolder, { ...body, from: '2021-09-03' }))
      .then(LevelHolderNamed({ ...body, from: '2021-09-03' }));
  });
  it('is refused where there is no installation', () => given().when(make(NameLevelHolder, body)).thenRefused('installation-not-founded'));
});
