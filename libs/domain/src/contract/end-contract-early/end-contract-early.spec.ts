import { make, specFor } from '@app/event-sourcing/testing';
import { ContractEndedEarly } from '../contract.events';
import { contractStream } from '../contract.stream';
import { areas, bound, contractId as id, endedEarly, orderPlaced, references, teamLeader as actor } from '../contract.testing';
import { EndContractEarly, endContractEarly } from './end-contract-early.command';

const given = specFor(contractStream, endContractEarly, { now: '2024-06-03', actor, id });
const body = { decidedOn: '2024-06-01', decidedBy: 'u-director', endsOn: '2024-09-30', reason: 'No need' };
const command = (change: Partial<typeof body> = {}) => make(EndContractEarly, { ...body, ...change });
const ended = ContractEndedEarly({ ...body, previousEnd: '2025-03-31', areas, references });

describe('ending the contract early (C5)', () => {
  it('says who decided, why, and the end before', () =>
    given(...bound)
      .when(command())
      .then(ended));

  it('lies from the day of the decision to the day before the end', () => {
    given(...bound)
      .when(command({ endsOn: '2024-05-31' }))
      .thenRefused('early-end-before-decision', 'endsOn');
    given(...bound)
      .when(command({ endsOn: '2024-06-01' }))
      .then(ContractEndedEarly({ ...ended.data, endsOn: '2024-06-01' }));
    given(...bound)
      .when(command({ endsOn: '2025-03-30' }))
      .then(ContractEndedEarly({ ...ended.data, endsOn: '2025-03-30' }));
    given(...bound)
      .when(command({ endsOn: '2025-03-31' }))
      .thenRefused('early-end-not-early', 'endsOn');
  });

  it('can be brought forward, and happens once', () => {
    given(...bound, endedEarly('2024-12-31'))
      .when(command())
      .then(ContractEndedEarly({ ...ended.data, previousEnd: '2024-12-31' }));
    given(...bound, ended)
      .when(command())
      .thenNothing();
    given(...bound, ended)
      .when(command({ endsOn: '2024-12-31' }))
      .thenRefused('early-end-not-early');
  });

  it('takes a running contract, and a decision from the order to today', () => {
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
    given(...bound)
      .when(command(), { now: '2025-04-01' })
      .thenRefused('contract-over');
    given(...bound)
      .when(command({ decidedOn: '2024-06-04' }))
      .thenRefused('contract-day-in-future', 'decidedOn');
    given(...bound)
      .when(command({ decidedOn: '2023-10-11' }))
      .thenRefused('contract-day-before-order', 'decidedOn');
  });
});
