import { make, specFor } from '@app/event-sourcing/testing';
import { OrderAcceptanceCorrected } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor } from '../contract.testing';
import { CorrectOrderAcceptance, correctOrderAcceptance } from './correct-order-acceptance.command';

const given = specFor(contractStream, correctOrderAcceptance, { now: '2023-10-20', actor, id });
const body = { party: 'supplier' as const, acceptedOn: '2023-10-13', corrects: 2, reason: 'Signed a day later' };
const command = (change: Partial<typeof body> = {}) => make(CorrectOrderAcceptance, { ...body, ...change });

describe('correcting an acceptance (C1)', () => {
  it('takes the place of the record that stands', () => {
    const corrected = OrderAcceptanceCorrected(body);
    given(...bound)
      .when(command())
      .then(corrected);
    given(...bound, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, corrected)
      .when(command({ corrects: 3 }))
      .then(OrderAcceptanceCorrected({ ...body, corrects: 3 }));
  });
  it("is refused for the other party's record", () =>
    given(...bound)
      .when(command({ corrects: 1 }))
      .thenRefused('contract-nothing-to-correct'));
  it('takes a day from the order to today', () => {
    given(...bound)
      .when(command({ acceptedOn: '2023-10-11' }))
      .thenRefused('contract-day-before-order');
    given(...bound)
      .when(command({ acceptedOn: '2023-10-21' }))
      .thenRefused('contract-day-in-future');
  });
});
