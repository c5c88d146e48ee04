import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ApplicationDeclined } from '../application.events';
import { applicationStream } from '../application.stream';
import { complete, started, submitted } from '../application.testing';
import { DeclineApplication, declineApplication } from './decline-application.command';

const given = specFor(applicationStream, declineApplication, { now: '2021-11-10', actor });
const body = { declinedOn: '2021-11-10', reason: 'G13 is not met' };
const command = (change: object = {}) => make(DeclineApplication, { ...body, ...change });
const declined = ApplicationDeclined(body);

describe('declining an application (G12 to G15, G22)', () => {
  it('is of a submitted bid, once', () => {
    given(...complete, submitted)
      .when(command())
      .then(declined);
    given(...complete, submitted, declined)
      .when(command())
      .thenNothing();
    given(started).when(command()).thenRefused('application-not-submitted');
    given().when(command()).thenRefused('application-not-started');
  });
  it('is of a day since it was submitted, today at the latest', () => {
    given(...complete, submitted)
      .when(command({ declinedOn: '2021-11-11' }))
      .thenRefused('application-day-in-future', 'declinedOn');
    given(...complete, submitted)
      .when(command({ declinedOn: '2021-10-27' }))
      .thenRefused('application-day-before-submission', 'declinedOn');
  });
});
