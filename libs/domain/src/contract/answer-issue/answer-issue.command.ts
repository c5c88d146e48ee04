import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { IssueAnswered, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import { openIssue } from '../issues';
import type { ContractState } from '../contract.state';
import { notAhead } from '../contract.term';

/** Record how the supplier reacted to an issue; a later answer stands in for an earlier one (C15). */
export class AnswerIssue {
  /** Id of the issue within the contract. */
  @IsId() issue!: string;
  /** Day of the answer. */
  @IsDay() answeredOn!: string;
  /** What is done about it. */
  @FreeText() @IsText() answer!: string;
}

export const answerIssue: Decide<AnswerIssue, ContractState, ContractEvent> = (command, state, { now }) => {
  const { issue, answeredOn } = command;
  const { raisedOn } = openIssue(state, issue);
  notAhead(answeredOn, now, 'answeredOn');
  if (answeredOn < raisedOn) throw refuse('issue-answered-before-raised', { field: 'answeredOn', values: { answeredOn, raisedOn } });
  return [IssueAnswered({ ...command })];
};
