import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { AwardReduced } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, award, claimed, engaged, hours, partnerId as id, rate } from '../partner.testing';
import { ReduceAward, reduceAward } from './reduce-award.command';

const given = specFor(partnerStream, reduceAward, { now: '2022-05-01', actor, id });
const body = { award, pence: 80_000, reducedOn: '2022-05-01', reason: 'Less is needed' };
const command = (change: object = {}) => make(ReduceAward, { ...body, ...change });
const march = claimed('march', ['2022-03-01']);
const approved = [engaged, rate, hours('2022-03-01'), march, approvedClaim(march)];

describe('reducing an award (G2, G21)', () => {
  it('goes down to what is approved and not a penny below', () => {
    given(...approved)
      .when(command())
      .then(AwardReduced({ ...body, releasedPence: 11_920_000 }));
    given(...approved)
      .when(command({ pence: 79_999 }))
      .thenRefused('award-below-approved', 'pence');
  });
  it('makes it less: the same is nothing, more is refused', () => {
    given(engaged)
      .when(command({ pence: 12_000_000 }))
      .thenNothing();
    given(engaged)
      .when(command({ pence: 12_000_001 }))
      .thenRefused('award-not-reduced', 'pence');
  });
  it('is of an award that the partner holds, today or before', () => {
    given(engaged)
      .when(command({ award: 'constructor' }))
      .thenRefused('award-not-held', 'award');
    given(engaged)
      .when(command({ reducedOn: '2022-05-02' }))
      .thenRefused('partner-day-in-future', 'reducedOn');
    given().when(command()).thenRefused('partner-not-engaged');
  });
});
