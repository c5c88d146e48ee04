import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { QuarterlyReportAccepted, QuarterlyReportReturned, QuarterlyReportSubmitted } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, partnerId as id } from '../partner.testing';
import { ReturnQuarterlyReport, returnQuarterlyReport } from './return-quarterly-report.command';

const given = specFor(partnerStream, returnQuarterlyReport, { now: '2022-04-06', actor, id });
const body = { quarter: '2022-01-01', returnedOn: '2022-04-06', reason: 'No impact data' };
const command = (change: object = {}) => make(ReturnQuarterlyReport, { ...body, ...change });
const submitted = QuarterlyReportSubmitted({
  quarter: '2022-01-01',
  submittedOn: '2022-04-05',
  progress: 'Two packages run',
  performance: '24 days delivered',
  impact: 'Panels are held in time',
  figures: [],
});
const returned = QuarterlyReportReturned(body);

describe('a quarterly report that is returned (G18)', () => {
  it('was waiting for an answer; answered so it is nothing', () => {
    given(engaged, submitted).when(command()).then(returned);
    given(engaged, submitted, returned).when(command()).thenNothing();
    given(engaged, submitted, QuarterlyReportAccepted({ quarter: '2022-01-01', acceptedOn: '2022-04-06' }))
      .when(command())
      .thenRefused('quarterly-report-not-submitted', 'quarter');
    given(engaged).when(command()).thenRefused('quarterly-report-not-submitted', 'quarter');
  });
  it('was answered from its submission to today', () => {
    given(engaged, submitted)
      .when(command({ returnedOn: '2022-04-07' }))
      .thenRefused('partner-day-in-future', 'returnedOn');
    given(engaged, submitted)
      .when(command({ returnedOn: '2022-04-04' }))
      .thenRefused('quarterly-report-answered-early', 'returnedOn');
    given(engaged, submitted)
      .when(command({ returnedOn: '2022-04-05' }))
      .then(QuarterlyReportReturned({ ...body, returnedOn: '2022-04-05' }));
  });
});
