import { make, specFor } from '@app/event-sourcing/testing';
import { EarlyEndWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { areas, bound, contractId as id, endedEarly, teamLeader as actor, terminated } from '../contract.testing';
import { WithdrawEarlyEnd, withdrawEarlyEnd } from './withdraw-early-end.command';

const given = specFor(contractStream, withdrawEarlyEnd, { now: '2024-03-01', actor, id });
const command = make(WithdrawEarlyEnd, { reason: 'Needed after all' });
const withdrawn = (endsOn: string) => EarlyEndWithdrawn({ endsOn, areas, reason: 'Needed after all' });

describe('withdrawing an early end (C5)', () => {
  it('brings the agreed end back, until the early end has come', () => {
    given(...bound, endedEarly('2024-09-30'))
      .when(command, { now: '2024-09-30' })
      .then(withdrawn('2025-03-31'));
    given(...bound, endedEarly('2024-09-30'))
      .when(command, { now: '2024-10-01' })
      .thenRefused('contract-over');
  });
  it('brings the break back where it was answered by terminating (C4)', () =>
    given(...bound, terminated, endedEarly('2024-03-15', '2024-03-31'))
      .when(command)
      .then(withdrawn('2024-03-31')));
  it('takes an early end', () => {
    given(...bound)
      .when(command)
      .thenRefused('early-end-not-decided');
    given(...bound, endedEarly('2024-09-30'), withdrawn('2025-03-31'))
      .when(command)
      .thenRefused('early-end-not-decided');
  });
});
