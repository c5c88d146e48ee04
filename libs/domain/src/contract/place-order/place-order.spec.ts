import { make, specFor } from '@app/event-sourcing/testing';
import { buyerAccepted, contractId as id, contractManager as actor, orderBody, orderPlaced } from '../contract.testing';
import { OrderDeclined, OrderWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { PlaceOrder, placeOrder } from './place-order.command';

const given = specFor(contractStream, placeOrder, { now: '2023-10-12', actor, id });
const command = (change: Partial<PlaceOrder> = {}) => make(PlaceOrder, { ...orderBody, ...change });

describe('placing an order (C1)', () => {
  it('records CON_22889 with its buyer, its terms, its first period and its last day of notice', () =>
    given().when(command()).then(orderPlaced));

  it('is refused under another number', () => given().when(command(), { id: 'CON_1' }).thenRefused('contract-number-mismatch', 'number'));

  it('is refused while it is placed, and possible again once withdrawn or declined', () => {
    given(orderPlaced).when(command()).thenRefused('contract-already-placed');
    given(orderPlaced, buyerAccepted, OrderWithdrawn({ reason: 'Wrong value' }))
      .when(command())
      .then(orderPlaced);
    given(orderPlaced, OrderDeclined({ reason: 'No capacity' }))
      .when(command())
      .then(orderPlaced);
  });

  it('takes the day of the order up to today', () => {
    given().when(command(), { now: '2023-10-11' }).thenRefused('contract-day-in-future', 'orderedOn');
    given().when(command(), { now: '2023-10-11T23:00:00.000Z' }).then(orderPlaced);
  });

  it('commences on the day of the order at the earliest', () =>
    given()
      .when(command({ commencesOn: '2023-10-11' }))
      .thenRefused('order-commences-before-order-date', 'commencesOn'));

  it('is completed on the day of commencement at the earliest', () => {
    const { breakOn: _none, ...body } = orderBody;
    given()
      .when(make(PlaceOrder, { ...body, completesOn: '2023-10-11' }))
      .thenRefused('order-completes-before-commencement', 'completesOn');
    const oneDay = given()
      .when(make(PlaceOrder, { ...body, completesOn: '2023-10-12' }))
      .happened();
    expect(oneDay[0]?.data).toMatchObject({ completesOn: '2023-10-12', firstPeriodEndsOn: '2023-10-12' });
  });

  it.each(['2023-10-11', '2025-03-31'])('has no break on %s, outside the days before its end (C4)', (breakOn) =>
    given().when(command({ breakOn })).thenRefused('order-break-outside-term', 'breakOn'),
  );

  it.each(['2023-10-12', '2025-03-30'])('can have its break on %s (C4)', (breakOn) =>
    given()
      .when(command({ breakOn }))
      .then({ type: 'OrderPlaced', data: { ...orderPlaced.data, breakOn } }),
  );

  it('takes a value in whole pence from one penny, and each area once', () => {
    expect(() =>
      given()
        .when(command({ maximumPence: 0 }))
        .happened(),
    ).toThrow('maximumPence');
    expect(() =>
      given()
        .when(command({ maximumPence: 58_500.5 }))
        .happened(),
    ).toThrow('maximumPence');
    expect(() =>
      given()
        .when(command({ areas: [] }))
        .happened(),
    ).toThrow('areas');
    expect(() =>
      given()
        .when(command({ areas: ['931', '931'] }))
        .happened(),
    ).toThrow('areas');
  });
});
