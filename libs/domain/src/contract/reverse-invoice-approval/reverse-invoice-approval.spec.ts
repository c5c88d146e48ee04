import { make, specFor } from '@app/event-sourcing/testing';
import { InvoiceApprovalReversed, InvoicePaid } from '../contract.events';
import { contractStream } from '../contract.stream';
import { approved, bound, contractId as id, contractManager as actor, invoiced, references, reported } from '../contract.testing';
import { ReverseInvoiceApproval, reverseInvoiceApproval } from './reverse-invoice-approval.command';

const given = specFor(contractStream, reverseInvoiceApproval, { now: '2024-02-01', actor, id });
const command = make(ReverseInvoiceApproval, { month: '2023-10-12', reason: 'Counted twice' });
const waiting = [...bound, ...reported('2023-10-12', '2023-10-31'), invoiced('2023-10-12', '2023-10-31', 100)];

describe('reversing an approval (C3)', () => {
  it('gives the value back, and the invoice waits again', () => {
    const reversed = InvoiceApprovalReversed({
      month: '2023-10-12',
      pence: 100,
      vatPence: 20,
      reason: 'Counted twice',
      approvedPence: 50,
      maximumPence: 5_850_000,
      references,
    });
    given(...waiting, approved('2023-10-12', 100, 150))
      .when(command)
      .then(reversed);
    given(...waiting, approved('2023-10-12', 100, 150), reversed)
      .when(command)
      .thenRefused('invoice-not-approved', 'month');
  });
  it('is refused where it waits or is paid', () => {
    given(...waiting)
      .when(command)
      .thenRefused('invoice-not-approved');
    given(...waiting, approved('2023-10-12', 100), InvoicePaid({ month: '2023-10-12', pence: 100, vatPence: 20, paidOn: '2023-11-20' }))
      .when(command)
      .thenRefused('invoice-not-approved');
  });
});
