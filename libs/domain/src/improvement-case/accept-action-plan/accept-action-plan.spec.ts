import { make, specFor } from '@app/event-sourcing/testing';
import { ActionPlanAccepted } from '../improvement-case.events';
import { accepted, caseLead, opened, returned, submitted } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { AcceptActionPlan, acceptActionPlan } from './accept-action-plan.command';

const given = specFor(caseStream, acceptActionPlan, { now: '2023-12-12', actor: caseLead, id: '931~inspection' });
const { area: _area, ...body } = accepted.data;
const command = (change: Partial<AcceptActionPlan> = {}) => make(AcceptActionPlan, { ...body, ...change });

describe('accepting a plan (J3)', () => {
  it('is the inspectorates’ act, once', () => {
    given(opened, submitted).when(command()).then(accepted);
    given(opened, submitted, accepted).when(command()).thenNothing();
  });
  it('is refused where no submitted plan waits', () => {
    given(opened).when(command()).thenRefused('plan-not-submitted', 'inspection');
    given(opened, submitted, returned).when(command()).thenRefused('plan-not-submitted', 'inspection');
    given(opened, submitted, accepted)
      .when(command({ acceptedOn: '2023-12-11' }))
      .thenRefused('plan-not-submitted', 'inspection');
  });
  it('is refused before the submission and ahead of time', () => {
    given(opened, submitted)
      .when(command({ acceptedOn: '2023-10-23' }))
      .thenRefused('plan-days-out-of-order', 'acceptedOn');
    given(opened, submitted)
      .when(command({ acceptedOn: '2023-10-24' }))
      .then(ActionPlanAccepted({ ...accepted.data, acceptedOn: '2023-10-24' }));
    given(opened, submitted)
      .when(command({ acceptedOn: '2023-12-13' }))
      .thenRefused('case-day-in-future', 'acceptedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
