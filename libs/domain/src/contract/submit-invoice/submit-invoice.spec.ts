import { make, specFor } from '@app/event-sourcing/testing';
import { InvoiceRejected, InvoiceSubmitted } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, approved, bound, contractId as id, invoiced, orderPlaced, references } from '../contract.testing';
import { SubmitInvoice, submitInvoice } from './submit-invoice.command';

const given = specFor(contractStream, submitInvoice, { now: '2023-11-03', actor, id });
const body = { month: '2023-10-12', pence: 325_000, vatPence: 65_000, submittedOn: '2023-11-02', invoiceNumber: 'INV-1' };
const command = (change: Partial<typeof body> = {}) => make(SubmitInvoice, { ...body, ...change });
const submitted = InvoiceSubmitted({ ...body, monthEndsOn: '2023-10-31', references });

describe('submitting an invoice (C3, C9)', () => {
  it('carries the references of the contract, and VAT apart (C1, C20)', () =>
    given(...bound)
      .when(command())
      .then(submitted));

  it('is one for a month, unless it was withdrawn or rejected', () => {
    given(...bound, submitted)
      .when(command())
      .thenRefused('invoice-already-submitted', 'month');
    given(...bound, submitted, approved('2023-10-12', 325_000))
      .when(command())
      .thenRefused('invoice-already-submitted');
    given(...bound, submitted, InvoiceRejected({ month: '2023-10-12', pence: 325_000, vatPence: 65_000, reason: 'Wrong VAT' }))
      .when(command())
      .then(submitted);
  });

  it('is taken after completion for a month within the term, and for no month after it (reading 23)', () => {
    given(...bound)
      .when(command({ month: '2025-03-01', submittedOn: '2025-04-10' }), { now: '2025-04-10' })
      .then(InvoiceSubmitted({ ...submitted.data, month: '2025-03-01', monthEndsOn: '2025-03-31', submittedOn: '2025-04-10' }));
    given(...bound)
      .when(command({ month: '2025-04-01', submittedOn: '2025-05-01' }), { now: '2025-05-01' })
      .thenRefused('report-period-unknown', 'month');
  });

  it('takes whole pence from one penny', () => {
    expect(() =>
      given(...bound)
        .when(command({ pence: 0 }))
        .happened(),
    ).toThrow('pence');
    expect(() =>
      given(...bound)
        .when(command({ pence: -1 }))
        .happened(),
    ).toThrow('pence');
    expect(() =>
      given(...bound)
        .when(command({ vatPence: 0.5 }))
        .happened(),
    ).toThrow('vatPence');
    given(...bound)
      .when(command({ pence: 1, vatPence: 0 }))
      .then(InvoiceSubmitted({ ...submitted.data, pence: 1, vatPence: 0 }));
  });

  it('takes the day on which it came, in a month that has begun', () => {
    given(...bound)
      .when(command({ submittedOn: '2023-11-04' }))
      .thenRefused('contract-day-in-future', 'submittedOn');
    given(...bound)
      .when(command({ submittedOn: '2023-10-11' }))
      .thenRefused('report-period-not-begun', 'submittedOn');
    given(...bound)
      .when(command({ month: '2023-12-01' }))
      .thenRefused('report-period-not-begun', 'month');
  });

  it('takes a binding contract', () => {
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
    given(orderPlaced, invoiced('2023-10-12', '2023-10-31', 1))
      .when(command())
      .thenRefused('contract-not-binding');
  });
});
