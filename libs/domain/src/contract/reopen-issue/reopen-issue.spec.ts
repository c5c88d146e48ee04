import { make, specFor } from '@app/event-sourcing/testing';
import { IssueAnswered, IssueClosed, IssueRaised, IssueReopened } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor } from '../contract.testing';
import { ReopenIssue, reopenIssue } from './reopen-issue.command';

const given = specFor(contractStream, reopenIssue, { now: '2024-01-20', actor, id });
const command = make(ReopenIssue, { issue: 'i1', reason: 'As it is' });
const raised = IssueRaised({ issue: 'i1', raisedOn: '2024-01-10', what: 'No access to the board papers' });
const answered = IssueAnswered({ issue: 'i1', answeredOn: '2024-01-11', answer: 'Access was given' });
const closed = IssueClosed({ issue: 'i1', reason: 'As it is' });
const reopened = IssueReopened({ issue: 'i1', reason: 'As it is' });

describe('opening an issue again (C15)', () => {
  it('takes a closed one', () => {
    given(...bound, raised, answered, closed)
      .when(command)
      .then(reopened);
    given(...bound, raised, answered)
      .when(command)
      .thenNothing();
    given(...bound, raised, closed, reopened)
      .when(command)
      .thenNothing();
    given(...bound)
      .when(command)
      .thenRefused('issue-unknown', 'issue');
  });
});
