import { make, specFor } from '@app/event-sourcing/testing';
import { ProgrammeClosed } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { deputyDirector as actor, opened, programmeId as id } from '../programme.testing';
import { CloseProgramme, closeProgramme } from './close-programme.command';

const given = specFor(programmeStream, closeProgramme, { now: '2023-03-31', actor, id });
const body = { closedOn: '2023-03-31', reason: 'Funding has ended' };
const command = (change: object = {}) => make(CloseProgramme, { ...body, ...change });

describe('closing a programme (G1)', () => {
  it('is recorded, once', () => {
    given(opened).when(command()).then(ProgrammeClosed(body));
    given(opened, ProgrammeClosed(body)).when(command()).thenNothing();
  });
  it('is refused ahead, before the notice, and where nothing is open', () => {
    given(opened)
      .when(command({ closedOn: '2023-04-01' }))
      .thenRefused('day-in-future', 'closedOn');
    given(opened)
      .when(command({ closedOn: '2021-09-01' }))
      .thenRefused('day-before-programme', 'closedOn');
    given().when(command()).thenRefused('programme-not-open');
  });
});
