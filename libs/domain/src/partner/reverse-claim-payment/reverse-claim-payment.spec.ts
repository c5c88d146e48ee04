import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ClaimPaid, ClaimPaymentReversed } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, claimed, engaged, hours, partnerId as id, rate } from '../partner.testing';
import { ReverseClaimPayment, reverseClaimPayment } from './reverse-claim-payment.command';

const given = specFor(partnerStream, reverseClaimPayment, { now: '2022-04-25', actor, id });
const body = { claim: 'march', reason: 'Never sent' };
const command = make(ReverseClaimPayment, body);
const march = claimed('march', ['2022-03-01']);
const approved = [engaged, rate, hours('2022-03-01'), march, approvedClaim(march)];

describe('taking back a payment (G21)', () => {
  it('names what it corrects', () =>
    given(...approved, ClaimPaid({ claim: 'march', pence: 80_000, paidOn: '2022-04-15' }))
      .when(command)
      .then(ClaimPaymentReversed({ ...body, corrects: 5 })));
  it('is refused where nothing is paid', () =>
    given(...approved)
      .when(command)
      .thenRefused('claim-not-paid', 'claim'));
});
