import { make, specFor } from '@app/event-sourcing/testing';
import { OrderAccepted } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, buyerAccepted, contractId as id, contractManager as actor, orderPlaced, supplierAccepted } from '../contract.testing';
import { AcceptOrder, acceptOrder } from './accept-order.command';

const given = specFor(contractStream, acceptOrder, { now: '2023-10-13', actor, id });
const command = (party: 'buyer' | 'supplier', acceptedOn = '2023-10-12') => make(AcceptOrder, { party, acceptedOn });

describe('accepting an order (C1)', () => {
  it('does not bind with one signature', () => given(orderPlaced).when(command('buyer')).then(buyerAccepted));

  it('binds with the second one, and says from when, for whom, and by when quality is discussed: 26 Oct 2023 (C11)', () => {
    given(orderPlaced, buyerAccepted).when(command('supplier')).then(supplierAccepted);
    const supplierFirst = OrderAccepted({ party: 'supplier', acceptedOn: '2023-10-12', binding: false });
    given(orderPlaced, supplierFirst)
      .when(command('buyer'))
      .then(OrderAccepted({ ...supplierAccepted.data, party: 'buyer' }));
  });

  it('keeps who signed where that is known', () =>
    given(orderPlaced)
      .when(make(AcceptOrder, { party: 'buyer', acceptedOn: '2023-10-12', signatory: 'u-signatory' }))
      .then(OrderAccepted({ ...buyerAccepted.data, signatory: 'u-signatory' })));

  it('counts each party once', () => {
    given(...bound)
      .when(command('buyer'))
      .thenNothing();
    given(...bound)
      .when(command('buyer', '2023-10-13'))
      .thenRefused('order-accepted-already', 'party');
  });

  it('takes a signature from the day of the order to today', () => {
    given(orderPlaced).when(command('buyer', '2023-10-11')).thenRefused('contract-day-before-order', 'acceptedOn');
    given(orderPlaced).when(command('buyer', '2023-10-14')).thenRefused('contract-day-in-future', 'acceptedOn');
    given(orderPlaced)
      .when(command('buyer', '2023-10-13'))
      .then(OrderAccepted({ party: 'buyer', acceptedOn: '2023-10-13', binding: false }));
  });

  it('takes an order that is placed', () => given().when(command('buyer')).thenRefused('contract-unknown'));
});
