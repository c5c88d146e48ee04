import { make, specFor } from '@app/event-sourcing/testing';
import { ClaimRejected } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, claimed, contact as actor, engaged, hours, partnerId as id, rate } from '../partner.testing';
import { RejectClaim, rejectClaim } from './reject-claim.command';

const given = specFor(partnerStream, rejectClaim, { now: '2022-04-05', actor, id });
const command = make(RejectClaim, { claim: 'march', reason: 'Wrong month' });
const march = claimed('march', ['2022-03-01']);
const rejected = ClaimRejected({ claim: 'march', reason: 'Wrong month' });

describe('a claim that is rejected (G21)', () => {
  it('was waiting; rejected already it is nothing', () => {
    given(engaged, rate, hours('2022-03-01'), march).when(command).then(rejected);
    given(engaged, rate, hours('2022-03-01'), march, rejected).when(command).thenNothing();
  });
  it('is refused once it is approved, and where there is none', () => {
    given(engaged, rate, hours('2022-03-01'), march, approvedClaim(march)).when(command).thenRefused('claim-not-waiting', 'claim');
    given(engaged).when(command).thenRefused('claim-unknown', 'claim');
  });
});
