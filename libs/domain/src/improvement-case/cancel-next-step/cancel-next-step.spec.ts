import { make, specFor } from '@app/event-sourcing/testing';
import { NextStepCancelled, NextStepCompleted } from '../improvement-case.events';
import { caseLead, nextStep, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CancelNextStep, cancelNextStep } from './cancel-next-step.command';

const given = specFor(caseStream, cancelNextStep, { now: '2024-06-20', actor: caseLead, id: '931~inspection' });
const command = () => make(CancelNextStep, { step: 's1', reason: 'Taken into the plan' });
const cancelled = NextStepCancelled({ area: '931', step: 's1', reason: 'Taken into the plan' });

describe('cancelling a next step (J6)', () => {
  it('needs a reason, and is done once', () => {
    given(opened, nextStep).when(command()).then(cancelled);
    given(opened, nextStep, cancelled).when(command()).thenNothing();
  });
  it('is refused of an unknown or completed one', () => {
    given(opened).when(command()).thenRefused('next-step-unknown', 'step');
    const completed = NextStepCompleted({ area: '931', step: 's1', completedOn: '2024-06-20', reason: 'Done' });
    given(opened, nextStep, completed).when(command()).thenRefused('next-step-not-open', 'step');
    given().when(command()).thenRefused('case-not-opened');
  });
});
