import { make, specFor } from '@app/event-sourcing/testing';
import { ActionPlanSubmissionCorrected } from '../improvement-case.events';
import { areaFound, caseLead, opened, returned, submitted } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CorrectActionPlanSubmission, correctActionPlanSubmission } from './correct-action-plan-submission.command';

const given = specFor(caseStream, correctActionPlanSubmission, {
  now: '2023-12-01',
  actor: caseLead,
  id: '931~inspection',
  found: { area: areaFound() },
});
const body = { inspection: '2023_07', to: ['ofsted' as const], submittedOn: '2023-10-30', corrects: 1, reason: 'Day of receipt misread' };
const command = (change: Partial<CorrectActionPlanSubmission> = {}) => make(CorrectActionPlanSubmission, { ...body, ...change });
const corrected = ActionPlanSubmissionCorrected({ ...body, area: '931', again: false, judgedBy: 'localArea-931@2' });

describe('correcting the submission of a plan (J3)', () => {
  it('stands in for what was recorded', () => given(opened, submitted).when(command()).then(corrected));
  it('changes nothing where it is already so', () =>
    given(opened, submitted)
      .when(command({ submittedOn: '2023-10-24', to: ['care-quality-commission', 'ofsted'] }))
      .thenNothing());
  it('is refused of what is no submission that stands', () => {
    given(opened, submitted, returned)
      .when(command({ corrects: 2 }))
      .thenRefused('plan-record-not-submission', 'corrects');
    given(opened, submitted, corrected)
      .when(command({ submittedOn: '2023-10-31' }))
      .thenRefused('plan-record-not-submission', 'corrects');
    given().when(command()).thenRefused('case-not-opened');
  });
  it('is refused after what followed, and ahead of time', () => {
    given(opened, submitted, returned)
      .when(command({ submittedOn: '2023-11-11' }))
      .thenRefused('plan-days-out-of-order', 'submittedOn');
    given(opened, submitted, returned)
      .when(command({ submittedOn: '2023-11-10' }))
      .then(ActionPlanSubmissionCorrected({ ...corrected.data, submittedOn: '2023-11-10' }));
    given(opened, submitted)
      .when(command({ submittedOn: '2023-12-02' }))
      .thenRefused('case-day-in-future', 'submittedOn');
  });
});
