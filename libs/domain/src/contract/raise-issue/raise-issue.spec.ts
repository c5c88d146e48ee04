import { make, specFor } from '@app/event-sourcing/testing';
import { IssueRaised } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { RaiseIssue, raiseIssue } from './raise-issue.command';

const given = specFor(contractStream, raiseIssue, { now: '2024-01-12', actor, id });
const body = { issue: 'i1', raisedOn: '2024-01-10', what: 'No access to the board papers' };
const command = (change: Partial<RaiseIssue> = {}) => make(RaiseIssue, { ...body, ...change });

describe('raising an issue (C15)', () => {
  it('is one under an id', () => {
    given(...bound)
      .when(command())
      .then(IssueRaised(body));
    given(...bound, IssueRaised(body))
      .when(command())
      .thenRefused('issue-already-raised', 'issue');
  });
  it('takes an area of a running contract and a day up to today', () => {
    given(...bound)
      .when(command({ area: '931' }))
      .then(IssueRaised({ ...body, area: '931' }));
    given(...bound)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    given(...bound)
      .when(command({ raisedOn: '2024-01-13' }))
      .thenRefused('contract-day-in-future', 'raisedOn');
    given(...bound)
      .when(command({ raisedOn: '2023-10-11' }))
      .thenRefused('contract-day-before-order', 'raisedOn');
    given(...bound)
      .when(command(), { now: '2025-04-01' })
      .thenRefused('contract-over');
  });
});
