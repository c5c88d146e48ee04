import { make, specFor } from '@app/event-sourcing/testing';
import { ActionCompleted, ActionRebaselined } from '../improvement-case.events';
import { action, apa, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { RebaselineAction, rebaselineAction } from './rebaseline-action.command';

const given = specFor(caseStream, rebaselineAction, { now: '2024-03-28', actor: caseLead, id: '931~inspection' });
const body = { action: 'a1', owner: 'u-8', dueOn: '2024-05-31', reason: 'The survey runs longer' };
const command = (change: Partial<RebaselineAction> = {}) => make(RebaselineAction, { ...body, ...change });

describe('rebaselining an action (J3)', () => {
  it('gives it another date or owner, with a reason', () =>
    given(opened, apa, action)
      .when(command())
      .then(ActionRebaselined({ ...body, area: '931', outcome: 'apa_1', previousDueOn: '2024-03-31' })));
  it('changes nothing where both are so already', () =>
    given(opened, apa, action)
      .when(command({ owner: 'u-7', dueOn: '2024-03-31' }))
      .thenNothing());
  it('is refused of an action that is unknown or completed, or before the case', () => {
    given(opened, apa).when(command()).thenRefused('action-unknown', 'action');
    const completed = ActionCompleted({ area: '931', action: 'a1', outcome: 'apa_1', completedOn: '2024-03-28', reason: 'Done' });
    given(opened, apa, action, completed).when(command()).thenRefused('action-not-open', 'action');
    given(opened, apa, action)
      .when(command({ dueOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'dueOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
