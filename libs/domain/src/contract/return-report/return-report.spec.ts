import { make, specFor } from '@app/event-sourcing/testing';
import {
  InvoiceApprovalReversed,
  InvoicePaid,
  ReportAccepted,
  ReportingIncreased,
  ReportReturned,
  ReportSubmitted,
} from '../contract.events';
import { contractStream } from '../contract.stream';
import { approved, bound, contractId as id, contractManager as actor, invoiced, references, reported, sections } from '../contract.testing';
import { ReturnReport, returnReport } from './return-report.command';

const given = specFor(contractStream, returnReport, { now: '2023-11-05', actor, id });
const body = { period: '2023-10-12', reason: 'The trajectories' };
const command = (change: object = {}) => make(ReturnReport, { ...body, ...change });
const of = { period: '2023-10-12', periodEndsOn: '2023-10-31' };
const submitted = ReportSubmitted({ ...of, rhythm: 'monthly', submittedOn: '2023-11-02', sections, judgedBy: [] });
const happened = ReportReturned({ ...of, reason: 'The trajectories' });
const returned = ReportReturned({ ...of, reason: 'Incomplete' });

describe('returning a report (C9)', () => {
  it('takes a submitted one, or one that was accepted by mistake, once', () => {
    given(...bound, submitted)
      .when(command())
      .then(happened);
    given(...bound, submitted, ReportAccepted({ ...of, reason: 'Complete' }))
      .when(command())
      .then(happened);
    given(...bound, submitted, returned)
      .when(command())
      .thenNothing();
  });
  it('is refused where none was submitted', () =>
    given(...bound)
      .when(command())
      .thenRefused('report-not-submitted', 'period'));

  it('is refused while the invoice of the month is approved or paid upon it', () => {
    const month = [...bound, ...reported('2023-10-12', '2023-10-31'), invoiced('2023-10-12', '2023-10-31', 100)];
    const approval = approved('2023-10-12', 100);
    given(...month)
      .when(command())
      .then(happened);
    given(...month, approval)
      .when(command())
      .thenRefused('report-carries-invoice', 'period');
    given(...month, approval, InvoicePaid({ month: '2023-10-12', pence: 100, vatPence: 20, paidOn: '2023-11-04' }))
      .when(command())
      .thenRefused('report-carries-invoice');
    const reversed = InvoiceApprovalReversed({
      month: '2023-10-12',
      pence: 100,
      vatPence: 20,
      reason: 'Too early',
      approvedPence: 0,
      maximumPence: 5_850_000,
      references,
    });
    given(...month, approval, reversed)
      .when(command())
      .then(happened);
  });

  it('tells the report on one area from the monthly one (C10)', () => {
    const weekly = ReportingIncreased({ area: '931', cause: 'pace', rhythm: 'weekly', periodDays: 7, from: '2024-02-01', reason: 'Slow' });
    const week = { period: '2024-02-01', periodEndsOn: '2024-02-07', area: '931' };
    const ofArea = ReportSubmitted({ ...week, rhythm: 'weekly', submittedOn: '2024-02-08', sections: sections.slice(0, 1), judgedBy: [] });
    const now = '2024-02-09';
    given(...bound, weekly, ofArea)
      .when(command({ period: '2024-02-01', area: '931' }), { now })
      .then(ReportReturned({ ...week, reason: 'The trajectories' }));
    given(...bound, weekly, ofArea)
      .when(command({ period: '2024-02-01' }), { now })
      .thenRefused('report-not-submitted');
  });
});
