import { stateAfter } from '@app/event-sourcing/testing';
import { InstallationFounded, LevelHolderNamed, StandInNamed, StandInWithdrawn } from './installation.events';
import { installationStream } from './installation.stream';

describe('what is known of an installation (E3, P5)', () => {
  it('is what the log belongs to, and who holds each level of the ladder', () => {
    expect(installationStream).toMatchObject({ category: 'installation', collection: 'installations' });
    expect(installationStream.initial()).toEqual({ holders: {}, absences: [] });
    const leader = LevelHolderNamed({ level: 2, person: 'u-leader', from: '2021-09-02' });
    const director = LevelHolderNamed({ level: 3, person: 'u-director', from: '2021-09-03' });
    const another = LevelHolderNamed({ level: 2, person: 'u-another', from: '2022-01-01' });
    expect(stateAfter(installationStream, [InstallationFounded({ mode: 'live' }), leader, director, another])).toEqual({
      mode: 'live',
      holders: { 2: { person: 'u-another', from: '2022-01-01' }, 3: { person: 'u-director', from: '2021-09-03' } },
      absences: [],
    });
  });

  it('is who is away, and who stands in', () => {
    const absence = { absent: 'u-director', from: '2023-12-18', to: '2024-01-02', reason: 'Leave' };
    const named = [StandInNamed({ ...absence, standIn: 'u-other' }), StandInNamed({ ...absence, absent: 'u-leader' })];
    const { reason: _reason, ...known } = absence;
    const [first, second] = [
      { ...known, revision: 0, standIn: 'u-other' },
      { ...known, revision: 1, absent: 'u-leader' },
    ];
    expect(stateAfter(installationStream, named).absences).toEqual([first, second]);
    const withdrawn = StandInWithdrawn({ ...absence, corrects: 0 });
    expect(stateAfter(installationStream, [...named, withdrawn]).absences).toEqual([second]);
  });
});
