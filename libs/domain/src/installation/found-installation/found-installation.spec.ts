import { make, specFor } from '@app/event-sourcing/testing';
import { InstallationFounded } from '../installation.events';
import { installationStream } from '../installation.stream';
import { FoundInstallation, foundInstallation } from './found-installation.command';

const given = specFor(installationStream, foundInstallation, { now: '2021-09-02', actor: { who: 'process:start', role: 'system' } });
const found = (mode: 'example' | 'live') => make(FoundInstallation, { mode });

describe('founding an installation (P5)', () => {
  it('says what kind it is', () =>
    given()
      .when(found('live'))
      .then(InstallationFounded({ mode: 'live' })));
  it('is already so the second time', () =>
    given(InstallationFounded({ mode: 'example' }))
      .when(found('example'))
      .thenNothing());
  it('never turns an example into a live installation', () =>
    given(InstallationFounded({ mode: 'example' }))
      .when(found('live'))
      .thenRefused('installation-already-founded', 'mode'));
});
