import { make, specFor } from '@app/event-sourcing/testing';
import { IssueAnswered, IssueClosed, IssueRaised, IssueReopened } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { AnswerIssue, answerIssue } from './answer-issue.command';

const given = specFor(contractStream, answerIssue, { now: '2024-01-20', actor, id });
const body = { issue: 'i1', answeredOn: '2024-01-11', answer: 'Access was given' };
const command = (change: Partial<typeof body> = {}) => make(AnswerIssue, { ...body, ...change });
const raised = IssueRaised({ issue: 'i1', raisedOn: '2024-01-10', what: 'No access to the board papers' });

describe('answering an issue (C15)', () => {
  it('is possible while it is open, more than once', () => {
    const answered = IssueAnswered(body);
    const closed = IssueClosed({ issue: 'i1', reason: 'Settled' });
    given(...bound, raised)
      .when(command())
      .then(answered);
    given(...bound, raised, answered)
      .when(command())
      .then(answered);
    given(...bound, raised, closed)
      .when(command())
      .thenRefused('issue-closed', 'issue');
    given(...bound, raised, closed, IssueReopened({ issue: 'i1', reason: 'Not settled' }))
      .when(command())
      .then(answered);
    given(...bound)
      .when(command())
      .thenRefused('issue-unknown', 'issue');
    given(...bound, raised)
      .when(command({ issue: 'constructor' }))
      .thenRefused('issue-unknown');
  });
  it('takes a day from its raising to today', () => {
    given(...bound, raised)
      .when(command({ answeredOn: '2024-01-09' }))
      .thenRefused('issue-answered-before-raised', 'answeredOn');
    given(...bound, raised)
      .when(command({ answeredOn: '2024-01-10' }))
      .then(IssueAnswered({ ...body, answeredOn: '2024-01-10' }));
    given(...bound, raised)
      .when(command({ answeredOn: '2024-01-21' }))
      .thenRefused('contract-day-in-future', 'answeredOn');
  });
});
