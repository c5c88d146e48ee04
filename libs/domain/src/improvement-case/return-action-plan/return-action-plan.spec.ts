import { make, specFor } from '@app/event-sourcing/testing';
import { ActionPlanReturned } from '../improvement-case.events';
import { accepted, caseLead, opened, returned, submitted } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { ReturnActionPlan, returnActionPlan } from './return-action-plan.command';

const given = specFor(caseStream, returnActionPlan, { now: '2023-11-10', actor: caseLead, id: '931~inspection' });
const { area: _area, ...body } = returned.data;
const command = (change: Partial<ReturnActionPlan> = {}) => make(ReturnActionPlan, { ...body, ...change });

describe('returning a plan (J3)', () => {
  it('is the inspectorates’ act, with reasons and a day by which it is due again, once', () => {
    given(opened, submitted).when(command()).then(returned);
    given(opened, submitted, returned).when(command()).thenNothing();
  });
  it('is refused where no submitted plan waits', () => {
    given(opened).when(command()).thenRefused('plan-not-submitted', 'inspection');
    given(opened, submitted, accepted).when(command()).thenRefused('plan-not-submitted', 'inspection');
  });
  it('is refused with a day before the submission, ahead of time, or due before the return', () => {
    given(opened, submitted)
      .when(command({ returnedOn: '2023-10-23' }))
      .thenRefused('plan-days-out-of-order', 'returnedOn');
    given(opened, submitted)
      .when(command({ returnedOn: '2023-11-11' }))
      .thenRefused('case-day-in-future', 'returnedOn');
    given(opened, submitted)
      .when(command({ dueOn: '2023-11-09' }))
      .thenRefused('plan-due-before-return', 'dueOn');
    given(opened, submitted)
      .when(command({ dueOn: '2023-11-10' }))
      .then(ActionPlanReturned({ ...returned.data, dueOn: '2023-11-10' }));
    given().when(command()).thenRefused('case-not-opened');
  });
});
