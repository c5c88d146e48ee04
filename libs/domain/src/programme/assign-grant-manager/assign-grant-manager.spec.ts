import { make, specFor } from '@app/event-sourcing/testing';
import { GrantManagerAssigned, ProgrammeClosed } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { deputyDirector as actor, opened, programmeId as id } from '../programme.testing';
import { AssignGrantManager, assignGrantManager } from './assign-grant-manager.command';

const given = specFor(programmeStream, assignGrantManager, { now: '2022-01-10', actor, id });
const command = (manager: string) => make(AssignGrantManager, { manager, reason: 'Capacity' });
const first = GrantManagerAssigned({ manager: 'u-11', reason: 'Capacity' });

describe('assigning the grant manager (E3)', () => {
  it('names the first one, then another one in place of the one before', () => {
    given(opened).when(command('u-11')).then(first);
    given(opened, first)
      .when(command('u-12'))
      .then(GrantManagerAssigned({ manager: 'u-12', previous: 'u-11', reason: 'Capacity' }));
    given(opened, first).when(command('u-11')).thenNothing();
  });

  it('takes a programme that was opened, closed since or not: grants run on', () => {
    given().when(command('u-11')).thenRefused('programme-not-open');
    given(opened, ProgrammeClosed({ closedOn: '2022-01-09', reason: 'Over' }))
      .when(command('u-11'))
      .then(first);
  });
});
