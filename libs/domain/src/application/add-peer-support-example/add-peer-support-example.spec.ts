import { make, specFor } from '@app/event-sourcing/testing';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, complete, example, started, submitted } from '../application.testing';
import { AddPeerSupportExample, addPeerSupportExample } from './add-peer-support-example.command';

const given = specFor(applicationStream, addPeerSupportExample, { now: '2021-10-01', actor });
const command = make(AddPeerSupportExample, example.data);

describe('giving an example of peer support (G5)', () => {
  it('says what impact it had', () => given(started).when(command).then(example));
  it('has an id of its own, and is part of a bid until it is submitted', () => {
    given(started, example).when(command).thenRefused('example-exists', 'example');
    given(...complete, submitted)
      .when(command)
      .thenRefused('application-not-draft');
  });
});
