import { make, specFor } from '@app/event-sourcing/testing';
import { ReportingIncreased, ReportAccepted, ReportReturned, ReportSubmitted } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, sections } from '../contract.testing';
import { AcceptReport, acceptReport } from './accept-report.command';

const given = specFor(contractStream, acceptReport, { now: '2023-11-05', actor, id });
const body = { period: '2023-10-12', reason: 'The trajectories' };
const command = (change: object = {}) => make(AcceptReport, { ...body, ...change });
const of = { period: '2023-10-12', periodEndsOn: '2023-10-31' };
const submitted = ReportSubmitted({ ...of, rhythm: 'monthly', submittedOn: '2023-11-02', sections, judgedBy: [] });
const happened = ReportAccepted({ ...of, reason: 'The trajectories' });
const returned = ReportReturned({ ...of, reason: 'Incomplete' });

describe('accepting a report (C9)', () => {
  it('takes a submitted one, once', () => {
    given(...bound, submitted)
      .when(command())
      .then(happened);
    given(...bound, submitted, happened)
      .when(command())
      .thenNothing();
  });
  it('is refused where none waits', () => {
    given(...bound)
      .when(command())
      .thenRefused('report-not-submitted', 'period');
    given(...bound, submitted, returned)
      .when(command())
      .thenRefused('report-not-submitted');
    given(...bound, submitted, returned, submitted)
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
      .then(ReportAccepted({ ...week, reason: 'The trajectories' }));
    given(...bound, weekly, ofArea)
      .when(command({ period: '2024-02-01' }), { now })
      .thenRefused('report-not-submitted');
  });
});
