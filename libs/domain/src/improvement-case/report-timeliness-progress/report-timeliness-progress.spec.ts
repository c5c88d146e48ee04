import { make, specFor } from '@app/event-sourcing/testing';
import { TimelinessProgressReported } from '../improvement-case.events';
import { caseLead, opened, openedForTimeliness } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { ReportTimelinessProgress, reportTimelinessProgress } from './report-timeliness-progress.command';

const given = specFor(caseStream, reportTimelinessProgress, { now: '2023-11-12', actor: caseLead, id: '887~timeliness' });
const body = {
  report: '2023_11',
  reportedOn: '2023-11-12',
  progress: 'More assessments',
  adherence: '20 weeks missed',
  trajectory: 'steady' as const,
};
const command = (change: Partial<ReportTimelinessProgress> = {}) => make(ReportTimelinessProgress, { ...body, ...change });
const reported = TimelinessProgressReported({ ...body, area: '887' });

describe('an update on timeliness (A3)', () => {
  it('tells VCU progress and adherence to the statutory requirements', () => {
    given(openedForTimeliness).when(command()).then(reported);
    given(openedForTimeliness)
      .when(command({ governance: 'A board meets' }))
      .then(TimelinessProgressReported({ ...reported.data, governance: 'A board meets' }));
  });
  it('is recorded once under an id', () =>
    given(openedForTimeliness, reported).when(command()).thenRefused('case-record-exists', 'report'));
  it('is refused in a case because of an inspection, before the case, and ahead of time', () => {
    given(opened).when(command()).thenRefused('timeliness-progress-not-here');
    given(openedForTimeliness)
      .when(command({ reportedOn: '2023-10-11' }))
      .thenRefused('case-day-before-opening', 'reportedOn');
    given(openedForTimeliness)
      .when(command({ reportedOn: '2023-11-13' }))
      .thenRefused('case-day-in-future', 'reportedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
