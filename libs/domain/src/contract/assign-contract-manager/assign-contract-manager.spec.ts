import { make, specFor } from '@app/event-sourcing/testing';
import { ContractManagerAssigned } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, orderPlaced, teamLeader as actor } from '../contract.testing';
import { AssignContractManager, assignContractManager } from './assign-contract-manager.command';

const given = specFor(contractStream, assignContractManager, { now: '2023-10-12', actor, id });
const command = (manager: string) => make(AssignContractManager, { manager, reason: 'Capacity' });

describe('assigning the contract manager (E3)', () => {
  it('names the first one, then another one in place of the one before', () => {
    const first = ContractManagerAssigned({ manager: 'u-1', reason: 'Capacity' });
    given(orderPlaced).when(command('u-1')).then(first);
    given(...bound, first)
      .when(command('u-2'))
      .then(ContractManagerAssigned({ manager: 'u-2', previous: 'u-1', reason: 'Capacity' }));
    given(...bound, first)
      .when(command('u-1'))
      .thenNothing();
  });
  it('takes an order that is placed', () => given().when(command('u-1')).thenRefused('contract-unknown'));
});
