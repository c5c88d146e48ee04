import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { QuarterlyReportReturned, QuarterlyReportAccepted, QuarterlyReportSubmitted } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, partnerId as id } from '../partner.testing';
import { AcceptQuarterlyReport, acceptQuarterlyReport } from './accept-quarterly-report.command';

const given = specFor(partnerStream, acceptQuarterlyReport, { now: '2022-04-06', actor, id });
const body = { quarter: '2022-01-01', acceptedOn: '2022-04-06' };
const command = (change: object = {}) => make(AcceptQuarterlyReport, { ...body, ...change });
const submitted = QuarterlyReportSubmitted({
  quarter: '2022-01-01',
  submittedOn: '2022-04-05',
  progress: 'Two packages run',
  performance: '24 days delivered',
  impact: 'Panels are held in time',
  figures: [],
});
const accepted = QuarterlyReportAccepted(body);

describe('a quarterly report that is accepted (G18)', () => {
  it('was waiting for an answer; answered so it is nothing', () => {
    given(engaged, submitted).when(command()).then(accepted);
    given(engaged, submitted, accepted).when(command()).thenNothing();
    given(engaged, submitted, QuarterlyReportReturned({ quarter: '2022-01-01', returnedOn: '2022-04-06', reason: 'No impact data' }))
      .when(command())
      .thenRefused('quarterly-report-not-submitted', 'quarter');
    given(engaged).when(command()).thenRefused('quarterly-report-not-submitted', 'quarter');
  });
  it('was answered from its submission to today', () => {
    given(engaged, submitted)
      .when(command({ acceptedOn: '2022-04-07' }))
      .thenRefused('partner-day-in-future', 'acceptedOn');
    given(engaged, submitted)
      .when(command({ acceptedOn: '2022-04-04' }))
      .thenRefused('quarterly-report-answered-early', 'acceptedOn');
    given(engaged, submitted)
      .when(command({ acceptedOn: '2022-04-05' }))
      .then(QuarterlyReportAccepted({ ...body, acceptedOn: '2022-04-05' }));
  });
});
