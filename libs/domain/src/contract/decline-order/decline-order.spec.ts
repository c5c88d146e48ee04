import { make, specFor } from '@app/event-sourcing/testing';
import { OrderDeclined } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, buyerAccepted, contractId as id, contractManager as actor, orderPlaced } from '../contract.testing';
import { DeclineOrder, declineOrder } from './decline-order.command';

const given = specFor(contractStream, declineOrder, { now: '2023-10-13', actor, id });
const command = make(DeclineOrder, { reason: 'The need has gone' });
const happened = OrderDeclined({ reason: 'The need has gone' });

describe('declining an order (C1)', () => {
  it('is possible until both have accepted', () => {
    given(orderPlaced).when(command).then(happened);
    given(orderPlaced, buyerAccepted).when(command).then(happened);
    given(...bound)
      .when(command)
      .thenRefused('contract-already-binding');
  });
  it('takes an order that is placed', () => given().when(command).thenRefused('contract-unknown'));
  it('happens once', () => given(orderPlaced, happened).when(command).thenNothing());
});
