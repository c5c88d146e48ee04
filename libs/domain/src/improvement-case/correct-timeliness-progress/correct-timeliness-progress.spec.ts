import { make, specFor } from '@app/event-sourcing/testing';
import { TimelinessProgressCorrected, TimelinessProgressReported } from '../improvement-case.events';
import { caseLead, openedForTimeliness } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CorrectTimelinessProgress, correctTimelinessProgress } from './correct-timeliness-progress.command';

const given = specFor(caseStream, correctTimelinessProgress, { now: '2023-11-20', actor: caseLead, id: '887~timeliness' });
const said = {
  report: '2023_11',
  reportedOn: '2023-11-12',
  progress: 'More assessments',
  adherence: '20 weeks missed',
  trajectory: 'steady' as const,
};
const reported = TimelinessProgressReported({ ...said, area: '887' });
const body = { ...said, reportedOn: '2023-11-13', corrects: 1, reason: 'Day misread' };
const command = (change: Partial<CorrectTimelinessProgress> = {}) => make(CorrectTimelinessProgress, { ...body, ...change });

describe('correcting an update on timeliness (A3)', () => {
  it('stands in for what was recorded', () =>
    given(openedForTimeliness, reported)
      .when(command())
      .then(TimelinessProgressCorrected({ ...body, area: '887', previouslyReportedOn: '2023-11-12' })));
  it('is refused for a record that does not stand, and ahead of time', () => {
    given(openedForTimeliness, reported)
      .when(command({ corrects: 0 }))
      .thenRefused('case-record-not-standing', 'corrects');
    given(openedForTimeliness, reported)
      .when(command({ reportedOn: '2023-11-21' }))
      .thenRefused('case-day-in-future', 'reportedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
