import { make, specFor } from '@app/event-sourcing/testing';
import { ContractValueVaried, InvoicePaid, ReportReturned } from '../contract.events';
import { contractStream } from '../contract.stream';
import { approved, bound, contractId as id, contractManager as actor, invoiced, reported } from '../contract.testing';
import { ApproveInvoice, approveInvoice } from './approve-invoice.command';

const given = specFor(contractStream, approveInvoice, { now: '2024-02-01', actor, id });
const command = (month = '2023-10-12') => make(ApproveInvoice, { month, reason: 'Delivered' });
const october = ['2023-10-12', '2023-10-31'] as const;
const november = ['2023-11-01', '2023-11-30'] as const;

describe('approving an invoice upon its report and narrative (C9)', () => {
  const [submitted, accepted, narrative] = reported(...october);
  const invoice = invoiced(...october, 100);

  it('takes the accepted report, the narrative and the invoice of the month', () => {
    given(...bound, submitted!, accepted!, narrative!, invoice)
      .when(command())
      .then(approved('2023-10-12', 100));
    given(...bound, submitted!, narrative!, invoice)
      .when(command())
      .thenRefused('invoice-without-accepted-report', 'month');
    given(...bound, submitted!, accepted!, invoice)
      .when(command())
      .thenRefused('invoice-without-narrative', 'month');
    given(...bound, submitted!, accepted!, narrative!)
      .when(command())
      .thenRefused('invoice-not-waiting', 'month');
    const returned = ReportReturned({ period: october[0], periodEndsOn: october[1], reason: 'Incomplete' });
    given(...bound, submitted!, accepted!, returned, narrative!, invoice)
      .when(command())
      .thenRefused('invoice-without-accepted-report');
  });

  it("does not take another month's report and narrative", () =>
    given(...bound, ...reported(...november), invoice)
      .when(command())
      .thenRefused('invoice-without-accepted-report'));

  it('happens once', () => {
    const month = [...bound, submitted!, accepted!, narrative!, invoice, approved('2023-10-12', 100)];
    given(...month)
      .when(command())
      .thenNothing();
    given(...month, InvoicePaid({ month: '2023-10-12', pence: 100, vatPence: 20, paidOn: '2023-11-20' }))
      .when(command())
      .thenNothing();
  });
});

describe('approving invoices up to the maximum value of £58,500 without VAT (C3)', () => {
  const upTo = (pence: number) => [
    ...bound,
    ...reported(...october),
    ...reported(...november),
    invoiced(...october, 5_000_000),
    approved('2023-10-12', 5_000_000),
    invoiced(...november, pence),
  ];

  it.each([
    ['£58,499.99', 849_999],
    ['£58,500.00', 850_000],
  ])('%s in total is approved', (_total, pence) =>
    given(...upTo(pence))
      .when(command('2023-11-01'))
      .then(approved('2023-11-01', pence, 5_000_000 + pence)),
  );

  it('£58,500.01 in total is refused', () =>
    given(...upTo(850_001))
      .when(command('2023-11-01'))
      .thenRefused('invoice-over-maximum-value'));

  it('follows a variation of the value', () => {
    const varied = ContractValueVaried({
      agreedOn: '2024-01-10',
      maximumPence: 5_850_001,
      previousPence: 5_850_000,
      approvedPence: 5_000_000,
      reason: 'One penny more',
    });
    const expected = approved('2023-11-01', 850_001, 5_850_001);
    given(...upTo(850_001), varied)
      .when(command('2023-11-01'))
      .then({ type: 'InvoiceApproved', data: { ...expected.data, maximumPence: 5_850_001 } } as typeof expected);
  });
});
