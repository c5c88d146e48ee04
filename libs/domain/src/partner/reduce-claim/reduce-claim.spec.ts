import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ClaimPaid, ClaimReduced, ClaimRejected } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, award, claimed, engaged, hours, partnerId as id, rate } from '../partner.testing';
import { ReduceClaim, reduceClaim } from './reduce-claim.command';

const given = specFor(partnerStream, reduceClaim, { now: '2022-04-12', actor, id });
const day = (on: string) => ({ person: 'director-1', day: on });
const command = (change: object = {}) =>
  make(ReduceClaim, { claim: 'march', withoutDays: [day('2022-03-02')], overheads: [], reason: 'No timesheet', ...change });
const delivered = [engaged, rate, hours('2022-03-01'), hours('2022-03-02')];
const days = ['2022-03-01', '2022-03-02'];
const reduced = (left: string[], overheadsPence: number | undefined, reducedByPence: number) =>
  ClaimReduced({
    claim: 'march',
    award,
    dayCostsPence: left.length * 80_000,
    overheadsPence: overheadsPence ?? 0,
    totalPence: left.length * 80_000 + (overheadsPence ?? 0),
    lines: left.length === 0 ? [] : [{ person: 'director-1', ratePence: 80_000, days: left }],
    overheads: overheadsPence === undefined ? [] : [{ item: 'reports', pence: overheadsPence }],
    reducedByPence,
    reason: 'No timesheet',
  });

describe('reducing a claim (G9, G21)', () => {
  it('leaves out days, of a claim that waits or is approved', () => {
    const march = claimed('march', days);
    given(...delivered, march)
      .when(command())
      .then(reduced(['2022-03-01'], undefined, 80_000));
    given(...delivered, march, approvedClaim(march))
      .when(command())
      .then(reduced(['2022-03-01'], undefined, 80_000));
  });
  it('bears less of an overhead, not more', () => {
    const march = claimed('march', days, 24_000);
    given(...delivered, march)
      .when(command({ withoutDays: [], overheads: [{ item: 'reports', pence: 10_000 }] }))
      .then(reduced(days, 10_000, 14_000));
    given(...delivered, march)
      .when(command({ withoutDays: [], overheads: [{ item: 'reports', pence: 24_001 }] }))
      .thenRefused('claim-item-raised', 'overheads');
    given(...delivered, march)
      .when(command({ overheads: [{ item: 'constructor', pence: 0 }] }))
      .thenRefused('claim-item-unknown', 'overheads');
  });
  it('tests the 15% again on what is left: 15.00% stays, a penny more is refused (reading 24)', () => {
    const march = claimed('march', days, 24_000);
    given(...delivered, march, approvedClaim(march))
      .when(command())
      .thenRefused('overheads-over-fifteen-per-cent', 'overheads');
    given(...delivered, march, approvedClaim(march))
      .when(command({ overheads: [{ item: 'reports', pence: 12_001 }] }))
      .thenRefused('overheads-over-fifteen-per-cent', 'overheads');
    given(...delivered, march, approvedClaim(march))
      .when(command({ overheads: [{ item: 'reports', pence: 12_000 }] }))
      .then(reduced(['2022-03-01'], 12_000, 92_000));
  });
  it('is nothing where nothing is taken off, and refused for a day outside the claim', () => {
    const march = claimed('march', days);
    given(...delivered, march)
      .when(command({ withoutDays: [] }))
      .thenNothing();
    given(...delivered, march)
      .when(command({ withoutDays: [day('2022-03-03')] }))
      .thenRefused('claim-day-not-recorded', 'withoutDays');
  });
  it('is refused once the claim is paid, rejected, or where there is none', () => {
    const march = claimed('march', days);
    given(...delivered, march, approvedClaim(march), ClaimPaid({ claim: 'march', pence: 160_000, paidOn: '2022-04-11' }))
      .when(command())
      .thenRefused('claim-paid', 'claim');
    given(...delivered, march, ClaimRejected({ claim: 'march', reason: 'Error' }))
      .when(command())
      .thenRefused('claim-not-waiting', 'claim');
    given(...delivered)
      .when(command())
      .thenRefused('claim-unknown', 'claim');
  });
});
