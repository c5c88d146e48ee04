import { make, specFor } from '@app/event-sourcing/testing';
import { IssueAnswered, IssueClosed, IssueRaised, IssueReopened } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor } from '../contract.testing';
import { CloseIssue, closeIssue } from './close-issue.command';

const given = specFor(contractStream, closeIssue, { now: '2024-01-20', actor, id });
const command = make(CloseIssue, { issue: 'i1', reason: 'As it is' });
const raised = IssueRaised({ issue: 'i1', raisedOn: '2024-01-10', what: 'No access to the board papers' });
const answered = IssueAnswered({ issue: 'i1', answeredOn: '2024-01-11', answer: 'Access was given' });
const closed = IssueClosed({ issue: 'i1', reason: 'As it is' });
const reopened = IssueReopened({ issue: 'i1', reason: 'As it is' });

describe('closing an issue (C15)', () => {
  it('takes an open one, answered or not', () => {
    given(...bound, raised)
      .when(command)
      .then(closed);
    given(...bound, raised, answered)
      .when(command)
      .then(closed);
    given(...bound, raised, closed)
      .when(command)
      .thenNothing();
    given(...bound, raised, closed, reopened)
      .when(command)
      .then(closed);
    given(...bound)
      .when(command)
      .thenRefused('issue-unknown', 'issue');
  });
});
