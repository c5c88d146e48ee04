import { make, specFor } from '@app/event-sourcing/testing';
import { InvoicePaid } from '../contract.events';
import { contractStream } from '../contract.stream';
import { approved, bound, contractId as id, contractManager as actor, invoiced, reported } from '../contract.testing';
import { PayInvoice, payInvoice } from './pay-invoice.command';

const given = specFor(contractStream, payInvoice, { now: '2023-11-20', actor, id });
const command = (paidOn = '2023-11-20') => make(PayInvoice, { month: '2023-10-12', paidOn, payment: 'PAY-1' });
const waiting = [...bound, ...reported('2023-10-12', '2023-10-31'), invoiced('2023-10-12', '2023-10-31', 100)];
const paid = (paidOn: string) => InvoicePaid({ month: '2023-10-12', paidOn, payment: 'PAY-1', pence: 100, vatPence: 20 });

describe('paying an invoice (C3)', () => {
  it('takes an approved one, once', () => {
    const approval = approved('2023-10-12', 100);
    given(...waiting, approval)
      .when(command())
      .then(paid('2023-11-20'));
    given(...waiting)
      .when(command())
      .thenRefused('invoice-not-approved', 'month');
    given(...waiting, approval, paid('2023-11-20'))
      .when(command())
      .thenRefused('invoice-not-approved');
  });
  it('takes a day from its submission to today', () => {
    const approval = approved('2023-10-12', 100);
    given(...waiting, approval)
      .when(command('2023-11-21'))
      .thenRefused('contract-day-in-future', 'paidOn');
    given(...waiting, approval)
      .when(command('2023-10-30'))
      .thenRefused('invoice-paid-before-submission', 'paidOn');
    given(...waiting, approval)
      .when(command('2023-10-31'))
      .then(paid('2023-10-31'));
  });
});
