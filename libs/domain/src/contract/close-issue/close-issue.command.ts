import { FreeText, type Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { IssueClosed, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { knownIssue } from '../issues';

/** Close an issue (C15). */
export class CloseIssue {
  /** Id of the issue within the contract. */
  @IsId() issue!: string;
  /** Why it is settled. */
  @FreeText() @IsText() reason!: string;
}

export const closeIssue: Decide<CloseIssue, ContractState, ContractEvent> = ({ issue, reason }, state) =>
  knownIssue(state, issue).status === 'closed' ? [] : [IssueClosed({ issue, reason })];
