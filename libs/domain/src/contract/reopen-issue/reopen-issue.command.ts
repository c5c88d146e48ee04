import { FreeText, type Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { IssueReopened, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { knownIssue } from '../issues';

/** Open a closed issue again (C15). */
export class ReopenIssue {
  /** Id of the issue within the contract. */
  @IsId() issue!: string;
  /** Why it is not settled. */
  @FreeText() @IsText() reason!: string;
}

export const reopenIssue: Decide<ReopenIssue, ContractState, ContractEvent> = ({ issue, reason }, state) =>
  knownIssue(state, issue).status === 'closed' ? [IssueReopened({ issue, reason })] : [];
