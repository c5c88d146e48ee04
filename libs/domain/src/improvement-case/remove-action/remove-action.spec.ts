import { make, specFor } from '@app/event-sourcing/testing';
import { ActionCompleted, ActionRemoved } from '../improvement-case.events';
import { action, apa, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { RemoveAction, removeAction } from './remove-action.command';

const given = specFor(caseStream, removeAction, { now: '2024-03-28', actor: caseLead, id: '931~inspection' });
const command = () => make(RemoveAction, { action: 'a1', reason: 'Merged' });
const removed = ActionRemoved({ area: '931', action: 'a1', outcome: 'apa_1', reason: 'Merged' });

describe('removing an action (J3)', () => {
  it('takes it out of the plan, once', () => {
    given(opened, apa, action).when(command()).then(removed);
    given(opened, apa, action, removed).when(command()).thenNothing();
  });
  it('is refused of an action that is unknown or completed', () => {
    given(opened, apa).when(command()).thenRefused('action-unknown', 'action');
    const completed = ActionCompleted({ area: '931', action: 'a1', outcome: 'apa_1', completedOn: '2024-03-28', reason: 'Done' });
    given(opened, apa, action, completed).when(command()).thenRefused('action-not-open', 'action');
    given().when(command()).thenRefused('case-not-opened');
  });
});
