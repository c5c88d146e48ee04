import { make, specFor } from '@app/event-sourcing/testing';
import { NextStepCancelled, NextStepCompleted, NextStepReopened } from '../improvement-case.events';
import { caseLead, nextStep, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { ReopenNextStep, reopenNextStep } from './reopen-next-step.command';

const given = specFor(caseStream, reopenNextStep, { now: '2024-06-20', actor: caseLead, id: '931~inspection' });
const command = (corrects: number) => make(ReopenNextStep, { step: 's1', corrects, reason: 'Another one was meant' });
const completed = NextStepCompleted({ area: '931', step: 's1', completedOn: '2024-06-20', reason: 'Done' });
const cancelled = NextStepCancelled({ area: '931', step: 's1', reason: 'No' });
const reopened = NextStepReopened({ area: '931', step: 's1', dueOn: '2024-06-30', corrects: 2, reason: 'Another one was meant' });

describe('reopening a next step (J6)', () => {
  it('takes a completion or a cancellation back', () => {
    given(opened, nextStep, completed)
      .when(command(2))
      .then(NextStepReopened({ ...reopened.data, endedOn: '2024-06-20' }));
    given(opened, nextStep, cancelled).when(command(2)).then(reopened);
  });
  it('is refused of what is not its end', () => {
    given(opened, nextStep).when(command(2)).thenRefused('next-step-not-ended', 'corrects');
    given(opened, nextStep, completed, reopened).when(command(2)).thenRefused('next-step-not-ended', 'corrects');
    given(opened).when(command(2)).thenRefused('next-step-unknown', 'step');
    given().when(command(2)).thenRefused('case-not-opened');
  });
});
