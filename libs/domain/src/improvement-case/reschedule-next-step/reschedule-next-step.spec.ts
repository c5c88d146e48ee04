import { make, specFor } from '@app/event-sourcing/testing';
import { NextStepCompleted, NextStepRescheduled } from '../improvement-case.events';
import { caseLead, nextStep, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { RescheduleNextStep, rescheduleNextStep } from './reschedule-next-step.command';

const given = specFor(caseStream, rescheduleNextStep, { now: '2024-06-20', actor: caseLead, id: '931~inspection' });
const body = { step: 's1', owner: 'u-8', dueOn: '2024-07-31', reason: 'Data come later' };
const command = (change: Partial<RescheduleNextStep> = {}) => make(RescheduleNextStep, { ...body, ...change });

describe('rescheduling a next step (J6)', () => {
  it('gives it another due day or owner, with a reason', () =>
    given(opened, nextStep)
      .when(command())
      .then(NextStepRescheduled({ ...body, area: '931', previousDueOn: '2024-06-30' })));
  it('changes nothing where both are so already', () =>
    given(opened, nextStep)
      .when(command({ owner: 'u-7', dueOn: '2024-06-30' }))
      .thenNothing());
  it('is refused of an unknown or completed one, and before the case', () => {
    given(opened).when(command()).thenRefused('next-step-unknown', 'step');
    const completed = NextStepCompleted({ area: '931', step: 's1', completedOn: '2024-06-20', reason: 'Done' });
    given(opened, nextStep, completed).when(command()).thenRefused('next-step-not-open', 'step');
    given(opened, nextStep)
      .when(command({ dueOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'dueOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
