import { make, recorded, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { AwardReduced, BreachDecided, ClaimApproved, ClaimRejected, WorkTerminated } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, award, breached, claimed, engaged, hours, partnerId as id, rate, terminated } from '../partner.testing';
import { ApproveClaim, approveClaim } from './approve-claim.command';

const given = specFor(partnerStream, approveClaim, { now: '2022-04-10', actor, id });
const command = (change: object = {}) => make(ApproveClaim, { claim: 'march', approvedOn: '2022-04-10', ...change });
const delivered = [engaged, rate, hours('2022-03-01'), hours('2022-03-02')];
const march = claimed('march', ['2022-03-01'], 12_000);

describe('approving a claim (G2, G9, G21)', () => {
  it('says what the award has left; approved it is nothing', () => {
    given(...delivered, march)
      .when(command())
      .then(approvedClaim(march));
    given(...delivered, march, approvedClaim(march))
      .when(command())
      .thenNothing();
  });
  it('tests the award again, to the penny (G2)', () => {
    const reduced = (pence: number) =>
      AwardReduced({ award, pence, releasedPence: 12_000_000 - pence, reducedOn: '2022-04-05', reason: 'Less' });
    given(...delivered, march, reduced(92_000))
      .when(command())
      .then(approvedClaim(march, 0, 92_000));
    given(...delivered, march, reduced(91_999))
      .when(command())
      .thenRefused('award-overspent', 'claim');
  });
  it('tests the 15% again over all that is approved (G9, reading 24)', () => {
    const second = claimed('second', ['2022-03-02'], 12_001);
    given(...delivered, march, approvedClaim(march), second)
      .when(command({ claim: 'second' }))
      .thenRefused('overheads-over-fifteen-per-cent', 'overheads');
    const fitting = claimed('second', ['2022-03-02'], 12_000);
    given(...delivered, march, approvedClaim(march), fitting)
      .when(command({ claim: 'second' }))
      .then(ClaimApproved(approvedClaim(fitting, 92_000).data));
  });
  it('pays for no day that the decision on a breach leaves unpaid, whenever it was claimed (G17, reading 22)', () => {
    const left = (unpayableFrom?: string) =>
      BreachDecided({
        area: '851',
        rule: 'G13-deficit',
        breach: 5,
        decision: 'continue',
        decidedOn: '2022-04-05',
        reason: 'Short-lived',
        ...(unpayableFrom !== undefined && { unpayableFrom }),
      });
    const history = [...delivered, march, recorded(breached, { recordedAt: '2022-04-04T09:00:00.000Z' })];
    given(...history, left('2022-03-01'))
      .when(command())
      .thenRefused('claim-day-not-payable', 'lines');
    given(...history, left('2022-03-02'))
      .when(command())
      .then(approvedClaim(march));
    given(...history, left('2022-03-01'), left())
      .when(command())
      .then(approvedClaim(march));
  });
  it('pays for the day of the termination and for none after it (reading 23)', () => {
    given(...delivered, march, WorkTerminated({ ...terminated.data, terminatedOn: '2022-03-01' }))
      .when(command())
      .then(approvedClaim(march));
    given(...delivered, march, WorkTerminated({ ...terminated.data, terminatedOn: '2022-02-28' }))
      .when(command())
      .thenRefused('claim-day-not-payable', 'lines');
  });
  it('is of a claim that waits, from its day to today', () => {
    given(...delivered, march, ClaimRejected({ claim: 'march', reason: 'Error' }))
      .when(command())
      .thenRefused('claim-not-waiting', 'claim');
    given(...delivered)
      .when(command())
      .thenRefused('claim-unknown', 'claim');
    given(...delivered, march)
      .when(command({ approvedOn: '2022-04-11' }))
      .thenRefused('partner-day-in-future', 'approvedOn');
    given(...delivered, march)
      .when(command({ approvedOn: '2022-03-31' }))
      .thenRefused('claim-answered-before-claimed', 'approvedOn');
  });
});
