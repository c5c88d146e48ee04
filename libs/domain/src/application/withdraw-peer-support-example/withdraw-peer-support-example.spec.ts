import { make, specFor } from '@app/event-sourcing/testing';
import { PeerSupportExampleWithdrawn } from '../application.events';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, complete, example, started, submitted } from '../application.testing';
import { WithdrawPeerSupportExample, withdrawPeerSupportExample } from './withdraw-peer-support-example.command';

const given = specFor(applicationStream, withdrawPeerSupportExample, { now: '2021-10-01', actor });
const command = make(WithdrawPeerSupportExample, { example: 'neighbour', reason: 'Another area’s' });
const withdrawn = PeerSupportExampleWithdrawn({ example: 'neighbour', corrects: 1, reason: 'Another area’s' });

describe('taking back an example of peer support (G5)', () => {
  it('names what it corrects, once', () => {
    given(started, example).when(command).then(withdrawn);
    given(started, example, withdrawn).when(command).thenNothing();
  });
  it('is refused once the bid is submitted', () =>
    given(...complete, submitted)
      .when(command)
      .thenRefused('application-not-draft'));
});
