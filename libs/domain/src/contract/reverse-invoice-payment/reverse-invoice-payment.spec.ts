import { make, specFor } from '@app/event-sourcing/testing';
import { InvoicePaid, InvoicePaymentCorrected, InvoicePaymentReversed } from '../contract.events';
import { contractStream } from '../contract.stream';
import { approved, bound, contractId as id, contractManager as actor, invoiced, orderPlaced, reported } from '../contract.testing';
import { PayInvoice, payInvoice } from '../pay-invoice/pay-invoice.command';
import { ReverseInvoiceApproval, reverseInvoiceApproval } from '../reverse-invoice-approval/reverse-invoice-approval.command';
import { ReverseInvoicePayment, reverseInvoicePayment } from './reverse-invoice-payment.command';

const facts = { now: '2023-11-20', actor, id };
const given = specFor(contractStream, reverseInvoicePayment, facts);
const command = (corrects = 8) => make(ReverseInvoicePayment, { month: '2023-10-12', corrects, reason: 'The bank returned it' });
const waiting = [...bound, ...reported('2023-10-12', '2023-10-31'), invoiced('2023-10-12', '2023-10-31', 100), approved('2023-10-12', 100)];
const payment = { month: '2023-10-12', paidOn: '2023-11-15', payment: 'PAY-1', pence: 100, vatPence: 20 };
const paid = InvoicePaid(payment);
const reversed = InvoicePaymentReversed({
  month: '2023-10-12',
  pence: 100,
  vatPence: 20,
  paidOn: '2023-11-15',
  corrects: 8,
  reason: 'The bank returned it',
});

describe('reversing a payment that was not made (C3)', () => {
  it('takes the record that stands, once', () => {
    given(...waiting, paid)
      .when(command())
      .then(reversed);
    given(...waiting, paid)
      .when(command(7))
      .thenRefused('contract-nothing-to-correct', 'corrects');
    const corrected = InvoicePaymentCorrected({ ...payment, paidOn: '2023-11-16', corrects: 8, reason: 'Misread' });
    given(...waiting, paid, corrected)
      .when(command(9))
      .then(InvoicePaymentReversed({ ...reversed.data, paidOn: '2023-11-16', corrects: 9 }));
    given(...waiting, paid, reversed)
      .when(command())
      .thenRefused('invoice-not-paid', 'month');
    given(...waiting)
      .when(command())
      .thenRefused('invoice-not-paid', 'month');
  });
  it('leaves the invoice approved, to be paid or to have its approval reversed', () => {
    const history = [...waiting, paid, reversed];
    specFor(
      contractStream,
      payInvoice,
      facts,
    )(...history)
      .when(make(PayInvoice, { month: '2023-10-12', paidOn: '2023-11-20' }))
      .then(InvoicePaid({ month: '2023-10-12', paidOn: '2023-11-20', pence: 100, vatPence: 20 }));
    expect(
      specFor(
        contractStream,
        reverseInvoiceApproval,
        facts,
      )(...history)
        .when(make(ReverseInvoiceApproval, { month: '2023-10-12', reason: 'Approved too early' }))
        .happened(),
    ).toHaveLength(1);
  });
  it('takes a binding contract', () => given(orderPlaced).when(command()).thenRefused('contract-not-binding'));
});
