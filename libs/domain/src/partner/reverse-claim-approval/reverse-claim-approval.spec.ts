import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ClaimApprovalReversed, ClaimPaid } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, claimed, engaged, hours, partnerId as id, rate } from '../partner.testing';
import { ReverseClaimApproval, reverseClaimApproval } from './reverse-claim-approval.command';

const given = specFor(partnerStream, reverseClaimApproval, { now: '2022-04-20', actor, id });
const body = { claim: 'march', reason: 'Approved by mistake' };
const command = make(ReverseClaimApproval, body);
const delivered = [engaged, rate, hours('2022-03-01'), hours('2022-03-02')];
const march = claimed('march', ['2022-03-01']);

describe('taking back an approval (G9, G21)', () => {
  it('names what it corrects', () =>
    given(...delivered, march, approvedClaim(march))
      .when(command)
      .then(ClaimApprovalReversed({ ...body, corrects: 5 })));
  it('is refused where the overheads of what stays approved would exceed 15% (reading 24)', () => {
    const overheads = claimed('second', ['2022-03-02'], 12_001);
    given(...delivered, march, approvedClaim(march), overheads, approvedClaim(overheads, 80_000))
      .when(command)
      .thenRefused('overheads-over-fifteen-per-cent', 'overheads');
    const fitting = claimed('second', ['2022-03-02'], 12_000);
    given(...delivered, march, approvedClaim(march), fitting, approvedClaim(fitting, 80_000))
      .when(command)
      .then(ClaimApprovalReversed({ ...body, corrects: 5 }));
  });
  it('is refused where the claim waits, or is paid', () => {
    given(...delivered, march)
      .when(command)
      .thenRefused('claim-not-approved', 'claim');
    given(...delivered, march, approvedClaim(march), ClaimPaid({ claim: 'march', pence: 80_000, paidOn: '2022-04-15' }))
      .when(command)
      .thenRefused('claim-paid', 'claim');
  });
});
