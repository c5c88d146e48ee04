import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ClaimPaid } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, claimed, engaged, hours, partnerId as id, rate } from '../partner.testing';
import { PayClaim, payClaim } from './pay-claim.command';

const given = specFor(partnerStream, payClaim, { now: '2022-04-20', actor, id });
const command = (change: object = {}) => make(PayClaim, { claim: 'march', paidOn: '2022-04-20', paymentReference: 'PAY-1', ...change });
const march = claimed('march', ['2022-03-01']);
const waiting = [engaged, rate, hours('2022-03-01'), march];
const paid = (change: object = {}) =>
  ClaimPaid({ claim: 'march', pence: 80_000, paidOn: '2022-04-20', paymentReference: 'PAY-1', ...change });

describe('paying a claim (G21)', () => {
  it('pays what is approved, once', () => {
    given(...waiting, approvedClaim(march))
      .when(command())
      .then(paid());
    given(...waiting, approvedClaim(march), paid())
      .when(command())
      .thenNothing();
  });
  it('needs an approval', () => {
    given(...waiting)
      .when(command())
      .thenRefused('claim-not-approved', 'claim');
    given(engaged).when(command()).thenRefused('claim-unknown', 'claim');
  });
  it('is of a day from the approval to today', () => {
    given(...waiting, approvedClaim(march))
      .when(command({ paidOn: '2022-04-09' }))
      .thenRefused('claim-answered-before-claimed', 'paidOn');
    given(...waiting, approvedClaim(march))
      .when(command({ paidOn: '2022-04-10' }))
      .then(paid({ paidOn: '2022-04-10' }));
    given(...waiting, approvedClaim(march))
      .when(command({ paidOn: '2022-04-21' }))
      .thenRefused('partner-day-in-future', 'paidOn');
  });
});
