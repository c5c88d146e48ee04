import { IssueAnswered, IssueClosed, IssueRaised, IssueReopened } from '@app/domain/events';
import { fieldsOf } from '@app/event-sourcing';
import { recorded, specForProjection } from '@app/event-sourcing/testing';
import { issueRegister } from './issue-register';
import { IssueRow } from './issue-register.view';

const given = specForProjection(issueRegister);
const on = { stream: 'contract-CON_1' };
const why = { reason: 'r' };
const raised = recorded(IssueRaised({ issue: 'i1', area: '931', raisedOn: '2024-01-01', what: 'sealed' }), on);
const row: IssueRow = { contract: 'CON_1', issue: 'i1', area: '931', status: 'raised', raisedOn: '2024-01-01', what: 'sealed' };
const answered = recorded(IssueAnswered({ issue: 'i1', answeredOn: '2024-01-03', answer: 'sealed too' }), on);
const withAnswer: IssueRow = { ...row, status: 'answered', answeredOn: '2024-01-03', answer: 'sealed too' };

describe('the issue register (C15)', () => {
  it('keeps the issues of two contracts apart, their words sealed', () => {
    given(raised, recorded(IssueRaised({ issue: 'i1', raisedOn: '2024-02-01', what: 'w' }), { stream: 'contract-CON_2' }), answered).rows({
      'CON_1~i1': withAnswer,
      'CON_2~i1': { contract: 'CON_2', issue: 'i1', status: 'raised', raisedOn: '2024-02-01', what: 'w' },
    });
    expect([...fieldsOf(IssueRow).keys()]).toEqual(['what', 'answer']);
  });
  it('knows nothing of an issue that was never raised', () => {
    const others = [IssueClosed({ issue: 'i1', ...why }), IssueReopened({ issue: 'i1', ...why })].map((event) => recorded(event, on));
    given(answered, ...(others as [])).rows({});
  });
  it('is closed and opened again', () => {
    const closed = recorded(IssueClosed({ issue: 'i1', ...why }), on);
    given(raised, answered, closed).rows({ 'CON_1~i1': { ...withAnswer, status: 'closed' } });
    given(raised, answered, closed, recorded(IssueReopened({ issue: 'i1', ...why }), on)).rows({
      'CON_1~i1': { ...withAnswer, status: 'raised' },
    });
  });
});
