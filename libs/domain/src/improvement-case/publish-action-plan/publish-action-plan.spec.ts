import { make, specFor } from '@app/event-sourcing/testing';
import { ActionPlanPublished } from '../improvement-case.events';
import { accepted, caseLead, opened, submitted } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { PublishActionPlan, publishActionPlan } from './publish-action-plan.command';

const given = specFor(caseStream, publishActionPlan, { now: '2023-12-18', actor: caseLead, id: '931~inspection' });
const body = { inspection: '2023_07', publishedOn: '2023-12-18', source: { publisher: 'Council', title: 'Priority action plan' } };
const command = (change: Partial<PublishActionPlan> = {}) => make(PublishActionPlan, { ...body, ...change });
const published = ActionPlanPublished({ ...body, area: '931' });

describe('publishing a plan (J3)', () => {
  it('follows its acceptance, once', () => {
    given(opened, submitted, accepted).when(command()).then(published);
    given(opened, submitted, accepted, published).when(command()).thenNothing();
  });
  it('is refused of a plan that was not accepted, before the acceptance, and ahead of time', () => {
    given(opened, submitted).when(command()).thenRefused('plan-not-accepted', 'inspection');
    given(opened, submitted, accepted)
      .when(command({ publishedOn: '2023-12-11' }))
      .thenRefused('plan-days-out-of-order', 'publishedOn');
    given(opened, submitted, accepted)
      .when(command({ publishedOn: '2023-12-19' }))
      .thenRefused('case-day-in-future', 'publishedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
