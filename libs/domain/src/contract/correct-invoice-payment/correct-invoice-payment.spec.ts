import { make, specFor } from '@app/event-sourcing/testing';
import { InvoicePaid, InvoicePaymentCorrected } from '../contract.events';
import { contractStream } from '../contract.stream';
import { approved, bound, contractId as id, contractManager as actor, invoiced, reported } from '../contract.testing';
import { CorrectInvoicePayment, correctInvoicePayment } from './correct-invoice-payment.command';

const given = specFor(contractStream, correctInvoicePayment, { now: '2023-11-20', actor, id });
const body = { month: '2023-10-12', paidOn: '2023-11-15', corrects: 8, reason: 'Wrong day' };
const command = (change: Partial<typeof body> = {}) => make(CorrectInvoicePayment, { ...body, ...change });
const unpaid = [...bound, ...reported('2023-10-12', '2023-10-31'), invoiced('2023-10-12', '2023-10-31', 100), approved('2023-10-12', 100)];
const paid = [...unpaid, InvoicePaid({ month: '2023-10-12', paidOn: '2023-11-16', pence: 100, vatPence: 20 })];
const corrected = InvoicePaymentCorrected({ ...body, pence: 100, vatPence: 20 });

describe('correcting a payment (C3)', () => {
  it('takes the place of the record that stands', () => {
    given(...paid)
      .when(command())
      .then(corrected);
    given(...paid, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...unpaid)
      .when(command())
      .thenRefused('invoice-not-paid', 'month');
  });
  it('takes a day from its submission to today', () => {
    given(...paid)
      .when(command({ paidOn: '2023-11-21' }))
      .thenRefused('contract-day-in-future', 'paidOn');
    given(...paid)
      .when(command({ paidOn: '2023-10-30' }))
      .thenRefused('invoice-paid-before-submission', 'paidOn');
  });
});
