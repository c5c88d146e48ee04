import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsText } from '../../fields';
import { IssueRaised, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { covers, running, sinceOrder } from '../contract.term';

/** Raise an issue in the delivery: suppliers react quickly to issues as they arise (C15). */
export class RaiseIssue {
  /** Id of the issue within the contract, e.g. `i1`. */
  @IsId() issue!: string;
  /** Local area by its id; left out where it is about the contract. */
  @IsOptional() @IsId() area?: string;
  /** Day on which it was raised. */
  @IsDay() raisedOn!: string;
  /** What it is. */
  @FreeText() @IsText() what!: string;
}

export const raiseIssue: Decide<RaiseIssue, ContractState, ContractEvent> = (command, state, { now }) => {
  const { issue, area, raisedOn } = command;
  const terms = running(state, now);
  covers(terms, area, raisedOn);
  if (entryOf(state.issues, issue)) throw refuse('issue-already-raised', { field: 'issue', values: { issue } });
  sinceOrder(terms, raisedOn, now, 'raisedOn');
  return [IssueRaised({ ...command })];
};
