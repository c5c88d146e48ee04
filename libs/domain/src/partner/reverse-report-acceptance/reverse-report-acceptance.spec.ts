import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { QuarterlyReportAcceptanceReversed, QuarterlyReportAccepted, QuarterlyReportSubmitted } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, partnerId as id } from '../partner.testing';
import { ReverseReportAcceptance, reverseReportAcceptance } from './reverse-report-acceptance.command';

const given = specFor(partnerStream, reverseReportAcceptance, { now: '2022-04-08', actor, id });
const body = { quarter: '2022-01-01', reason: 'Another report was meant' };
const command = make(ReverseReportAcceptance, body);
const submitted = QuarterlyReportSubmitted({
  quarter: '2022-01-01',
  submittedOn: '2022-04-05',
  progress: 'Two packages run',
  performance: '24 days delivered',
  impact: 'Panels are held in time',
  figures: [],
});

describe('taking back the acceptance of a quarterly report (G18)', () => {
  it('names what it corrects', () =>
    given(engaged, submitted, QuarterlyReportAccepted({ quarter: '2022-01-01', acceptedOn: '2022-04-06' }))
      .when(command)
      .then(QuarterlyReportAcceptanceReversed({ ...body, corrects: 2 })));
  it('is refused where the report is not accepted', () =>
    given(engaged, submitted).when(command).thenRefused('quarterly-report-not-accepted', 'quarter'));
});
