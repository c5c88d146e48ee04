import { make, specFor } from '@app/event-sourcing/testing';
import { ActionAdded, OutcomeWithdrawn } from '../improvement-case.events';
import { action, apa, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { AddAction, addAction } from './add-action.command';

const given = specFor(caseStream, addAction, { now: '2024-01-10', actor: caseLead, id: '931~inspection' });
const { area: _area, ...body } = action.data;
const command = (change: Partial<AddAction> = {}) => make(AddAction, { ...body, ...change });

describe('adding an action (J3)', () => {
  it('has an outcome, an owner and a date', () => given(opened, apa).when(command()).then(action));
  it('is done once', () => {
    given(opened, apa, action).when(command()).thenNothing();
    given(opened, apa, action)
      .when(command({ dueOn: '2024-04-30' }))
      .thenRefused('action-already-added', 'action');
  });
  it('is refused for an unknown or withdrawn outcome, or due before the case', () => {
    given(opened).when(command()).thenRefused('outcome-unknown', 'outcome');
    const withdrawn = OutcomeWithdrawn({ area: '931', outcome: 'apa_1', kind: 'apa', withdrawnOn: '2024-01-01', reason: 'Merged' });
    given(opened, apa, withdrawn).when(command()).thenRefused('outcome-ended', 'outcome');
    given(opened, apa)
      .when(command({ dueOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'dueOn');
    given(opened, apa)
      .when(command({ dueOn: '2023-09-15' }))
      .then(ActionAdded({ ...action.data, dueOn: '2023-09-15' }));
    given().when(command()).thenRefused('case-not-opened');
  });
});
