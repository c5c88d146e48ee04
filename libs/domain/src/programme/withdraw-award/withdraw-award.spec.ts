import { make, specFor } from '@app/event-sourcing/testing';
import { AwardWithdrawn } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { accepted, awarded, grantBody, grantManager as actor, opened, programmeId as id } from '../programme.testing';
import { WithdrawAward, withdrawAward } from './withdraw-award.command';

const given = specFor(programmeStream, withdrawAward, { now: '2021-12-05', actor, id });
const body = { award: grantBody.award, withdrawnOn: '2021-12-05', reason: 'No capacity' };
const command = (change: object = {}) => make(WithdrawAward, { ...body, ...change });
const withdrawn = AwardWithdrawn({ ...body, releasedPence: 12_000_000 });

describe('an award that is withdrawn (G2)', () => {
  it('sets its money free, once', () => {
    given(opened, awarded()).when(command()).then(withdrawn);
    given(opened, awarded(), withdrawn).when(command()).thenNothing();
  });
  it('is refused once the award is accepted: then its money comes free by a reduction alone', () =>
    given(opened, awarded(), accepted).when(command()).thenRefused('award-not-pending', 'award'));
  it('is refused for an award that is not there', () => given(opened).when(command()).thenRefused('award-unknown', 'award'));
  it('cannot lie ahead', () =>
    given(opened, awarded())
      .when(command({ withdrawnOn: '2021-12-06' }))
      .thenRefused('day-in-future', 'withdrawnOn'));
  it('is of the day of the award at the earliest', () => {
    given(opened, awarded())
      .when(command({ withdrawnOn: '2021-11-30' }))
      .thenRefused('award-answered-early', 'withdrawnOn');
    given(opened, awarded())
      .when(command({ withdrawnOn: '2021-12-01' }))
      .then(AwardWithdrawn({ ...withdrawn.data, withdrawnOn: '2021-12-01' }));
  });
});
