import { make, specFor } from '@app/event-sourcing/testing';
import { ClaimWithdrawn } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, claimed, contact as actor, engaged, hours, partnerId as id, rate } from '../partner.testing';
import { WithdrawClaim, withdrawClaim } from './withdraw-claim.command';

const given = specFor(partnerStream, withdrawClaim, { now: '2022-04-05', actor, id });
const command = make(WithdrawClaim, { claim: 'march', reason: 'Wrong month' });
const march = claimed('march', ['2022-03-01']);
const withdrawn = ClaimWithdrawn({ claim: 'march', reason: 'Wrong month' });

describe('a claim that is withdrawn (G21)', () => {
  it('was waiting; withdrawn already it is nothing', () => {
    given(engaged, rate, hours('2022-03-01'), march).when(command).then(withdrawn);
    given(engaged, rate, hours('2022-03-01'), march, withdrawn).when(command).thenNothing();
  });
  it('is refused once it is approved, and where there is none', () => {
    given(engaged, rate, hours('2022-03-01'), march, approvedClaim(march)).when(command).thenRefused('claim-not-waiting', 'claim');
    given(engaged).when(command).thenRefused('claim-unknown', 'claim');
  });
});
