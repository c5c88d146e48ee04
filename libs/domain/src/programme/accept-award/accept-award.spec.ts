import { make, specFor } from '@app/event-sourcing/testing';
import { AwardAccepted, AwardDeclined } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { accepted, awarded, grantBody, grantManager as actor, opened, programmeId as id } from '../programme.testing';
import { AcceptAward, acceptAward } from './accept-award.command';

const given = specFor(programmeStream, acceptAward, { now: '2021-12-10', actor, id });
const command = (change: object = {}) => make(AcceptAward, { award: grantBody.award, acceptedOn: '2021-12-10', ...change });

describe('accepting an award (G2)', () => {
  it('is taken, once', () => {
    given(opened, awarded()).when(command()).then(accepted);
    given(opened, awarded(), accepted).when(command()).thenNothing();
  });
  it('is refused for an award that is not there, or was declined', () => {
    given(opened).when(command()).thenRefused('award-unknown', 'award');
    given(opened)
      .when(command({ award: 'constructor' }))
      .thenRefused('award-unknown', 'award');
    given(
      opened,
      awarded(),
      AwardDeclined({ award: grantBody.award, declinedOn: '2021-12-05', reason: 'No capacity', releasedPence: 12_000_000 }),
    )
      .when(command())
      .thenRefused('award-not-pending', 'award');
  });
  it('cannot lie ahead, and can be today', () =>
    given(opened, awarded())
      .when(command({ acceptedOn: '2021-12-11' }))
      .thenRefused('day-in-future', 'acceptedOn'));
  it('is of the day of the award at the earliest', () => {
    given(opened, awarded())
      .when(command({ acceptedOn: '2021-11-30' }))
      .thenRefused('award-answered-early', 'acceptedOn');
    given(opened, awarded())
      .when(command({ acceptedOn: '2021-12-01' }))
      .then(AwardAccepted({ ...accepted.data, acceptedOn: '2021-12-01' }));
  });
});
