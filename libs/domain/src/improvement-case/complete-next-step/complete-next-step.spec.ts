import { make, specFor } from '@app/event-sourcing/testing';
import { NextStepCancelled, NextStepCompleted } from '../improvement-case.events';
import { caseLead, nextStep, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CompleteNextStep, completeNextStep } from './complete-next-step.command';

const given = specFor(caseStream, completeNextStep, { now: '2024-06-20', actor: caseLead, id: '931~inspection' });
const body = { step: 's1', completedOn: '2024-06-20', reason: 'The dashboard is live' };
const command = (change: Partial<CompleteNextStep> = {}) => make(CompleteNextStep, { ...body, ...change });
const completed = NextStepCompleted({ ...body, area: '931' });

describe('completing a next step (J6)', () => {
  it('is on record with its day, once', () => {
    given(opened, nextStep).when(command()).then(completed);
    given(opened, nextStep, completed).when(command()).thenNothing();
    given(opened, nextStep, completed)
      .when(command({ completedOn: '2024-06-19' }))
      .thenRefused('next-step-not-open', 'step');
  });
  it('is refused of an unknown or cancelled one, and ahead of time', () => {
    given(opened).when(command()).thenRefused('next-step-unknown', 'step');
    given(opened, nextStep, NextStepCancelled({ area: '931', step: 's1', reason: 'No' }))
      .when(command())
      .thenRefused('next-step-not-open', 'step');
    given(opened, nextStep)
      .when(command({ completedOn: '2024-06-21' }))
      .thenRefused('case-day-in-future', 'completedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
