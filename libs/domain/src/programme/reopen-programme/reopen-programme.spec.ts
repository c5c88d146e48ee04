import { make, specFor } from '@app/event-sourcing/testing';
import { ProgrammeClosed, ProgrammeReopened } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { deputyDirector as actor, opened, programmeId as id } from '../programme.testing';
import { ReopenProgramme, reopenProgramme } from './reopen-programme.command';

const given = specFor(programmeStream, reopenProgramme, { now: '2023-04-03', actor, id });
const command = make(ReopenProgramme, { reason: 'Closed by mistake' });

describe('taking back a closing (G1)', () => {
  it('names what it corrects', () =>
    given(opened, ProgrammeClosed({ closedOn: '2023-03-31', reason: 'Funding has ended' }))
      .when(command)
      .then(ProgrammeReopened({ corrects: 1, reason: 'Closed by mistake' })));
  it('is nothing while the programme is open, and refused where there is none', () => {
    given(opened).when(command).thenNothing();
    given().when(command).thenRefused('programme-not-open');
  });
});
