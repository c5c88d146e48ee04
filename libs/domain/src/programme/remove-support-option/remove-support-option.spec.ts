import { make, specFor } from '@app/event-sourcing/testing';
import { SupportOptionRemoved } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { grantManager as actor, opened, programmeId as id } from '../programme.testing';
import { RemoveSupportOption, removeSupportOption } from './remove-support-option.command';

const given = specFor(programmeStream, removeSupportOption, { now: '2021-10-01', actor, id });
const command = make(RemoveSupportOption, { option: 'workforce-development', reason: 'Not funded' });
const removed = SupportOptionRemoved({ option: 'workforce-development', reason: 'Not funded' });

describe('taking a support option back (G6)', () => {
  it('removes it, once', () => {
    given(opened).when(command).then(removed);
    given(opened, removed).when(command).thenNothing();
  });
  it('is refused where no programme is open', () => given().when(command).thenRefused('programme-not-open'));
});
