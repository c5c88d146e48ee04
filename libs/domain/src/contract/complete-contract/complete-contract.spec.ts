import { make, specFor } from '@app/event-sourcing/testing';
import { ContractCompleted } from '../contract.events';
import { contractStream } from '../contract.stream';
import { areas, bound, contractId as id, contractManager as actor, endedEarly, orderPlaced, terminated } from '../contract.testing';
import { CompleteContract, completeContract } from './complete-contract.command';

const given = specFor(contractStream, completeContract, { now: '2025-04-01', actor, id });
const command = (endsOn = '2025-03-31') => make(CompleteContract, { endsOn });
const completed = ContractCompleted({ endsOn: '2025-03-31', areas });

describe('completing the contract (C1)', () => {
  it('is recorded once its last day has passed', () => {
    given(...bound)
      .when(command(), { now: '2025-03-31' })
      .thenRefused('contract-still-running');
    given(...bound)
      .when(command())
      .then(completed);
    given(...bound, completed)
      .when(command())
      .thenNothing();
  });
  it('is refused for another end', () =>
    given(...bound)
      .when(command('2025-03-30'))
      .thenRefused('contract-still-running'));
  it('is refused where the Department ended it', () => {
    given(...bound, terminated)
      .when(command('2024-03-31'))
      .thenRefused('contract-ended-otherwise');
    given(...bound, endedEarly('2024-09-30'))
      .when(command('2024-09-30'))
      .thenRefused('contract-ended-otherwise');
  });
  it('takes a binding contract', () => given(orderPlaced).when(command()).thenRefused('contract-not-binding'));
});
