import { make, specFor } from '@app/event-sourcing/testing';
import { AwardDeclined } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { accepted, awarded, grantBody, grantManager as actor, opened, programmeId as id } from '../programme.testing';
import { DeclineAward, declineAward } from './decline-award.command';

const given = specFor(programmeStream, declineAward, { now: '2021-12-05', actor, id });
const body = { award: grantBody.award, declinedOn: '2021-12-05', reason: 'No capacity' };
const command = (change: object = {}) => make(DeclineAward, { ...body, ...change });
const declined = AwardDeclined({ ...body, releasedPence: 12_000_000 });

describe('an award that is declined (G2)', () => {
  it('sets its money free, once', () => {
    given(opened, awarded()).when(command()).then(declined);
    given(opened, awarded(), declined).when(command()).thenNothing();
  });
  it('is refused once the award is accepted: then its money comes free by a reduction alone', () =>
    given(opened, awarded(), accepted).when(command()).thenRefused('award-not-pending', 'award'));
  it('is refused for an award that is not there', () => given(opened).when(command()).thenRefused('award-unknown', 'award'));
  it('cannot lie ahead', () =>
    given(opened, awarded())
      .when(command({ declinedOn: '2021-12-06' }))
      .thenRefused('day-in-future', 'declinedOn'));
  it('is of the day of the award at the earliest', () => {
    given(opened, awarded())
      .when(command({ declinedOn: '2021-11-30' }))
      .thenRefused('award-answered-early', 'declinedOn');
    given(opened, awarded())
      .when(command({ declinedOn: '2021-12-01' }))
      .then(AwardDeclined({ ...declined.data, declinedOn: '2021-12-01' }));
  });
});
