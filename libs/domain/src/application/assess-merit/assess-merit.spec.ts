import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ApplicationAccepted, ApplicationWithdrawn, MeritAssessed } from '../application.events';
import { applicationStream } from '../application.stream';
import { complete, meritAssessed, started, submitted } from '../application.testing';
import { AssessMerit, assessMerit } from './assess-merit.command';

const given = specFor(applicationStream, assessMerit, { now: '2021-11-08', actor });
const command = (change: object = {}) => make(AssessMerit, { ...meritAssessed.data, ...change });

describe('assessing merit (G5)', () => {
  it('is of a submitted bid; a later one takes the place of an earlier one', () => {
    given(...complete, submitted)
      .when(command())
      .then(meritAssessed);
    given(...complete, submitted, meritAssessed)
      .when(command())
      .thenNothing();
    given(...complete, submitted, meritAssessed)
      .when(command({ recommendation: 'do-not-support' }))
      .then(MeritAssessed({ ...meritAssessed.data, recommendation: 'do-not-support' }));
  });
  it('is of an accepted bid too, and of none that is withdrawn (G16)', () => {
    const accepted = ApplicationAccepted({ acceptedOn: '2021-11-06', reason: 'Eligible', judgedBy: [] });
    given(...complete, submitted, accepted)
      .when(command())
      .then(meritAssessed);
    given(...complete, submitted, ApplicationWithdrawn({ reason: 'No capacity' }))
      .when(command())
      .thenRefused('application-not-submitted');
  });
  it('is refused of a draft, of nothing and ahead', () => {
    given(started).when(command()).thenRefused('application-not-submitted');
    given().when(command()).thenRefused('application-not-started');
    given(...complete, submitted)
      .when(command({ assessedOn: '2021-11-09' }))
      .thenRefused('application-day-in-future', 'assessedOn');
  });
});
