import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { NarrativeCorrected, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, notAhead, standing } from '../contract.term';
import { begunMonth } from '../reporting-period';
import { SubmitNarrative } from '../submit-narrative/submit-narrative.command';

/** Correct the narrative of a month (C9). */
export class CorrectNarrative extends SubmitNarrative {
  /** Revision of the narrative that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctNarrative: Decide<CorrectNarrative, ContractState, ContractEvent> = (command, state, { now }) => {
  const { month, submittedOn } = command;
  const terms = binding(state);
  const { to } = begunMonth(terms, month, now);
  standing(monthIn(state, month).narrative, command.corrects);
  notAhead(submittedOn, now, 'submittedOn');
  if (submittedOn < month) throw refuse('report-period-not-begun', { field: 'submittedOn', values: { period: month } });
  return [NarrativeCorrected({ ...command, monthEndsOn: to })];
};
