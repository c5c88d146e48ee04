import { entryOf } from '../entries';
import { refuse } from './contract.refusals';
import type { ContractState, Issue } from './contract.state';
import { binding } from './contract.term';

/** An issue that is known. @throws Refused `issue-unknown` */
export function knownIssue(state: ContractState, issue: string): Issue {
  binding(state);
  const known = entryOf(state.issues, issue);
  if (!known) throw refuse('issue-unknown', { field: 'issue', values: { issue } });
  return known;
}

/** An issue that is raised or answered. @throws Refused `issue-unknown`, `issue-closed` */
export function openIssue(state: ContractState, issue: string): Issue {
  const known = knownIssue(state, issue);
  if (known.status === 'closed') throw refuse('issue-closed', { field: 'issue', values: { issue } });
  return known;
}
