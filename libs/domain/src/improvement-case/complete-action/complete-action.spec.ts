import { make, specFor } from '@app/event-sourcing/testing';
import { ActionCompleted, ActionRemoved } from '../improvement-case.events';
import { action, apa, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CompleteAction, completeAction } from './complete-action.command';

const given = specFor(caseStream, completeAction, { now: '2024-03-28', actor: caseLead, id: '931~inspection' });
const body = { action: 'a1', completedOn: '2024-03-28', reason: 'The survey is published' };
const command = (change: Partial<CompleteAction> = {}) => make(CompleteAction, { ...body, ...change });
const completed = ActionCompleted({ ...body, area: '931', outcome: 'apa_1' });

describe('completing an action (J3)', () => {
  it('is on record with its day, once', () => {
    given(opened, apa, action).when(command()).then(completed);
    given(opened, apa, action, completed).when(command()).thenNothing();
    given(opened, apa, action, completed)
      .when(command({ completedOn: '2024-03-27' }))
      .thenRefused('action-not-open', 'action');
  });
  it('is refused of an unknown or removed action, before the case, and ahead of time', () => {
    given(opened, apa).when(command()).thenRefused('action-unknown', 'action');
    given(opened, apa, action, ActionRemoved({ area: '931', action: 'a1', outcome: 'apa_1', reason: 'Merged' }))
      .when(command())
      .thenRefused('action-not-open', 'action');
    given(opened, apa, action)
      .when(command({ completedOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'completedOn');
    given(opened, apa, action)
      .when(command({ completedOn: '2024-03-29' }))
      .thenRefused('case-day-in-future', 'completedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
