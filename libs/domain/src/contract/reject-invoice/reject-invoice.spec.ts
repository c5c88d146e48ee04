import { make, specFor } from '@app/event-sourcing/testing';
import { InvoiceRejected } from '../contract.events';
import { contractStream } from '../contract.stream';
import { approved, bound, contractId as id, contractManager as actor, invoiced } from '../contract.testing';
import { RejectInvoice, rejectInvoice } from './reject-invoice.command';

const given = specFor(contractStream, rejectInvoice, { now: '2023-11-03', actor, id });
const command = make(RejectInvoice, { month: '2023-10-12', reason: 'Wrong VAT' });
const invoice = invoiced('2023-10-12', '2023-10-31', 100);

describe('rejecting an invoice (C3, C9)', () => {
  it('takes one that waits for a decision', () => {
    const happened = InvoiceRejected({ month: '2023-10-12', pence: 100, vatPence: 20, reason: 'Wrong VAT' });
    given(...bound, invoice)
      .when(command)
      .then(happened);
    given(...bound, invoice, happened)
      .when(command)
      .thenRefused('invoice-not-waiting', 'month');
  });
  it('is refused where none was submitted, or it is approved', () => {
    given(...bound)
      .when(command)
      .thenRefused('invoice-not-waiting');
    given(...bound, invoice, approved('2023-10-12', 100))
      .when(command)
      .thenRefused('invoice-not-waiting');
  });
  it('takes a contract', () => given().when(command).thenRefused('contract-unknown'));
});
