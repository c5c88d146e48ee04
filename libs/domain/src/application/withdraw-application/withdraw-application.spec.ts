import { make, specFor } from '@app/event-sourcing/testing';
import { ApplicationAccepted, ApplicationDeclined, ApplicationWithdrawn } from '../application.events';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, complete, started, submitted } from '../application.testing';
import { WithdrawApplication, withdrawApplication } from './withdraw-application.command';

const given = specFor(applicationStream, withdrawApplication, { now: '2021-11-02', actor });
const command = make(WithdrawApplication, { reason: 'No capacity' });
const withdrawn = ApplicationWithdrawn({ reason: 'No capacity' });

describe('withdrawing an application (G5)', () => {
  it('is possible until it is decided, once', () => {
    given(started).when(command).then(withdrawn);
    given(...complete, submitted)
      .when(command)
      .then(withdrawn);
    given(started, withdrawn).when(command).thenNothing();
    given(...complete, submitted, ApplicationDeclined({ declinedOn: '2021-11-02', reason: 'Not eligible' }))
      .when(command)
      .thenRefused('application-decided');
    given(...complete, submitted, ApplicationAccepted({ acceptedOn: '2021-11-02', reason: 'Eligible', judgedBy: [] }))
      .when(command)
      .thenRefused('application-decided');
    given().when(command).thenRefused('application-not-started');
  });
});
