import { make, specFor } from '@app/event-sourcing/testing';
import { QuarterlyReportAccepted, QuarterlyReportReturned, QuarterlyReportSubmitted, WorkTerminated } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { contact as actor, engaged, engagedAtDiscretion, partnerId as id, terminated } from '../partner.testing';
import { SubmitQuarterlyReport, submitQuarterlyReport } from './submit-quarterly-report.command';

const given = specFor(partnerStream, submitQuarterlyReport, { now: '2022-04-05', actor, id });
const body = {
  quarter: '2022-01-01',
  submittedOn: '2022-04-05',
  progress: 'Two packages run',
  performance: '24 days delivered',
  impact: 'Panels are held in time',
  figures: [{ measure: 'Days delivered', value: '24' }],
};
const command = (change: object = {}) => make(SubmitQuarterlyReport, { ...body, ...change });
const report = (change: object = {}) => QuarterlyReportSubmitted({ ...body, ...change });

describe('submitting a quarterly report (G18, reading 28)', () => {
  it('is of a calendar quarter from 1 Jan 2022, named by its first day', () => {
    given(engaged).when(command()).then(report());
    given(engaged)
      .when(command({ quarter: '2022-02-01' }))
      .thenRefused('quarter-not-a-quarter', 'quarter');
    given(engaged)
      .when(command({ quarter: '2021-10-01' }))
      .thenRefused('quarter-not-a-quarter', 'quarter');
  });
  it('is of a quarter in which the grant runs: the last one is that of 31 Mar 2023', () => {
    const last = { quarter: '2023-01-01', submittedOn: '2023-04-10' };
    given(engaged).when(command(last), { now: '2023-04-10' }).then(report(last));
    given(engaged)
      .when(command({ quarter: '2023-04-01', submittedOn: '2023-07-10' }), { now: '2023-07-10' })
      .thenRefused('quarter-outside-grant', 'quarter');
  });
  it('is submitted once the quarter is over, its last day included', () => {
    given(engaged)
      .when(command({ submittedOn: '2022-03-30' }))
      .thenRefused('quarter-not-over', 'submittedOn');
    given(engaged)
      .when(command({ submittedOn: '2022-03-31' }))
      .then(report({ submittedOn: '2022-03-31' }));
  });
  it('is submitted from the end of the work in its last quarter', () => {
    const early = WorkTerminated({ ...terminated.data, terminatedOn: '2022-02-10' });
    given(engaged, early)
      .when(command({ submittedOn: '2022-02-10' }))
      .then(report({ submittedOn: '2022-02-10' }));
    given(engaged, early)
      .when(command({ submittedOn: '2022-02-09' }))
      .thenRefused('quarter-not-over', 'submittedOn');
  });
  it('is submitted again when it is returned, and not while it waits or is accepted', () => {
    const returned = QuarterlyReportReturned({ quarter: '2022-01-01', returnedOn: '2022-04-05', reason: 'No impact data' });
    given(engaged, report(), returned).when(command()).then(report());
    given(engaged, report()).when(command()).thenRefused('quarterly-report-waiting', 'quarter');
    given(engaged, report(), QuarterlyReportAccepted({ quarter: '2022-01-01', acceptedOn: '2022-04-05' }))
      .when(command())
      .thenRefused('quarterly-report-accepted-already', 'quarter');
  });
  it('is asked of an engagement at discretion only where it was agreed', () =>
    given(engagedAtDiscretion).when(command()).thenRefused('reports-not-agreed'));
  it('cannot be submitted ahead', () =>
    given(engaged)
      .when(command({ submittedOn: '2022-04-06' }))
      .thenRefused('partner-day-in-future', 'submittedOn'));
});
