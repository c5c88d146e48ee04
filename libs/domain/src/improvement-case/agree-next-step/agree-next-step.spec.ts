import { make, specFor } from '@app/event-sourcing/testing';
import { NextStepAgreed } from '../improvement-case.events';
import { apa, caseLead, nextStep, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { AgreeNextStep, agreeNextStep } from './agree-next-step.command';

const given = specFor(caseStream, agreeNextStep, { now: '2024-03-28', actor: caseLead, id: '931~inspection' });
const { area: _area, ...body } = nextStep.data;
const command = (change: Partial<AgreeNextStep> = {}) => make(AgreeNextStep, { ...body, ...change });

describe('agreeing a next step (J6)', () => {
  it('has an owner and a due day, and serves an outcome where it does', () => {
    given(opened).when(command()).then(nextStep);
    given(opened, apa)
      .when(command({ outcome: 'apa_1' }))
      .then(NextStepAgreed({ ...nextStep.data, outcome: 'apa_1' }));
  });
  it('is agreed once', () => {
    given(opened, nextStep).when(command()).thenNothing();
    given(opened, nextStep)
      .when(command({ owner: 'u-8' }))
      .thenRefused('next-step-already-agreed', 'step');
  });
  it('is refused of an unknown outcome, due before it was agreed, before the case, and ahead of time', () => {
    given(opened)
      .when(command({ outcome: 'apa_1' }))
      .thenRefused('outcome-unknown', 'outcome');
    given(opened)
      .when(command({ dueOn: '2024-03-26' }))
      .thenRefused('next-step-due-before-agreed', 'dueOn');
    given(opened)
      .when(command({ dueOn: '2024-03-27' }))
      .then(NextStepAgreed({ ...nextStep.data, dueOn: '2024-03-27' }));
    given(opened)
      .when(command({ dueOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'dueOn');
    given(opened)
      .when(command({ agreedOn: '2024-03-29' }))
      .thenRefused('case-day-in-future', 'agreedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
