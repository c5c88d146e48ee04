import { make, specFor } from '@app/event-sourcing/testing';
import { InstallationFounded, StandInNamed } from '../installation.events';
import { installationStream } from '../installation.stream';
import { NameStandIn, nameStandIn } from './name-stand-in.command';

const given = specFor(installationStream, nameStandIn, { now: '2023-12-01', actor: { who: 'u-40', role: 'deputy-director' } });
const founded = InstallationFounded({ mode: 'live' });
const body = { absent: 'u-40', standIn: 'u-41', from: '2023-12-18', to: '2024-01-02', reason: 'Leave' };
const command = (change: object = {}) => make(NameStandIn, { ...body, ...change });
const named = StandInNamed(body);

describe('naming who stands in (E3)', () => {
  it('says who is told in the place of an absent person, or that nobody is', () => {
    given(founded).when(command()).then(named);
    const { standIn: _standIn, ...nobody } = body;
    given(founded)
      .when(command({ standIn: undefined }))
      .then(StandInNamed(nobody));
  });

  it('is done once for a time; one that only touches it is another', () => {
    given(founded, named).when(command()).thenNothing();
    given(founded, named)
      .when(command({ standIn: 'u-42' }))
      .thenRefused('stand-in-overlaps', 'from');
    given(founded, named)
      .when(command({ from: '2024-01-02', to: '2024-01-05' }))
      .thenRefused('stand-in-overlaps', 'from');
    given(founded, named)
      .when(command({ from: '2024-01-03', to: '2024-01-05' }))
      .then(StandInNamed({ ...body, from: '2024-01-03', to: '2024-01-05' }));
    given(founded, named)
      .when(command({ absent: 'u-9' }))
      .then(StandInNamed({ ...body, absent: 'u-9' }));
  });

  it('is refused where it ends before it begins, where a person stands in for themselves, and where nothing was founded', () => {
    given(founded)
      .when(command({ to: '2023-12-17' }))
      .thenRefused('stand-in-reversed', 'to');
    given(founded)
      .when(command({ to: '2023-12-18' }))
      .then(StandInNamed({ ...body, to: '2023-12-18' }));
    given(founded)
      .when(command({ standIn: 'u-40' }))
      .thenRefused('stand-in-by-absent', 'standIn');
    given().when(command()).thenRefused('installation-not-founded');
  });
});
