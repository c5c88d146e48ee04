import { make, specFor } from '@app/event-sourcing/testing';
import { ActionCompleted, ActionRemoved, ActionReopened } from '../improvement-case.events';
import { action, apa, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { ReopenAction, reopenAction } from './reopen-action.command';

const given = specFor(caseStream, reopenAction, { now: '2024-03-28', actor: caseLead, id: '931~inspection' });
const command = (corrects: number) => make(ReopenAction, { action: 'a1', corrects, reason: 'Another one was meant' });
const completed = ActionCompleted({ area: '931', action: 'a1', outcome: 'apa_1', completedOn: '2024-03-28', reason: 'Done' });
const removed = ActionRemoved({ area: '931', action: 'a1', outcome: 'apa_1', reason: 'Merged' });
const reopened = ActionReopened({
  area: '931',
  action: 'a1',
  outcome: 'apa_1',
  dueOn: '2024-03-31',
  corrects: 3,
  reason: 'Another one was meant',
});

describe('reopening an action (J3)', () => {
  it('takes a completion or a removal back', () => {
    given(opened, apa, action, completed)
      .when(command(3))
      .then(ActionReopened({ ...reopened.data, endedOn: '2024-03-28' }));
    given(opened, apa, action, removed).when(command(3)).then(reopened);
  });
  it('is refused of what is not its end', () => {
    given(opened, apa, action).when(command(3)).thenRefused('action-not-ended', 'corrects');
    given(opened, apa, action, completed, reopened).when(command(3)).thenRefused('action-not-ended', 'corrects');
    given(opened, apa).when(command(3)).thenRefused('action-unknown', 'action');
    given().when(command(3)).thenRefused('case-not-opened');
  });
});
