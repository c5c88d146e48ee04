import { make, specFor } from '@app/event-sourcing/testing';
import { ActionPlanSubmitted } from '../improvement-case.events';
import { accepted, areaFound, caseLead, opened, returned, submitted } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { SubmitActionPlan, submitActionPlan } from './submit-action-plan.command';

const given = specFor(caseStream, submitActionPlan, {
  now: '2023-11-24',
  actor: caseLead,
  id: '931~inspection',
  found: { area: areaFound() },
});
const body = { inspection: '2023_07', to: ['ofsted' as const, 'care-quality-commission' as const], submittedOn: '2023-10-24' };
const command = (change: Partial<SubmitActionPlan> = {}) => make(SubmitActionPlan, { ...body, ...change });

describe('submitting a plan (J3)', () => {
  it('is on record with the inspection that requires it, and to whom', () => given(opened).when(command()).then(submitted));
  it('is done once while it waits for an answer', () => {
    given(opened, submitted).when(command()).thenNothing();
    given(opened, submitted)
      .when(command({ to: ['care-quality-commission', 'ofsted'] }))
      .thenNothing();
    given(opened, submitted)
      .when(command({ submittedOn: '2023-10-25' }))
      .thenRefused('plan-already-submitted', 'inspection');
    given(opened, submitted, accepted).when(command()).thenNothing();
    given(opened, submitted, accepted)
      .when(command({ submittedOn: '2023-12-12' }))
      .thenRefused('plan-already-submitted', 'inspection');
  });
  it('is done again after a return, not before it', () => {
    const again = (submittedOn: string) => ActionPlanSubmitted({ ...submitted.data, submittedOn, again: true });
    given(opened, submitted, returned)
      .when(command({ submittedOn: '2023-11-10' }))
      .then(again('2023-11-10'));
    given(opened, submitted, returned)
      .when(command({ submittedOn: '2023-11-09' }))
      .thenRefused('plan-days-out-of-order', 'submittedOn');
  });
  it('is refused where the inspection is unknown or requires no plan', () => {
    given(opened)
      .when(command({ inspection: '2024_01' }))
      .thenRefused('plan-inspection-unknown', 'inspection');
    given(opened)
      .when(command({ inspection: '2017_09' }))
      .thenRefused('plan-not-required', 'inspection');
  });
  it('is refused before the case and ahead of time', () => {
    given(opened)
      .when(command({ submittedOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'submittedOn');
    given(opened)
      .when(command({ submittedOn: '2023-11-25' }))
      .thenRefused('case-day-in-future', 'submittedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
