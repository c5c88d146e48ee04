import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { NarrativeSubmitted, type ContractEvent } from '../contract.events';
import { monthIn } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, notAhead } from '../contract.term';
import { begunMonth } from '../reporting-period';

/** Submit the narrative that accompanies a month's invoice; it is not the report (C9, reading 16). */
export class SubmitNarrative {
  /** First day of the month's period, the first one beginning at commencement. */
  @IsDay() month!: string;
  /** Day on which it reached the Department. */
  @IsDay() submittedOn!: string;
  /** The narrative. */
  @FreeText('management-information') @IsText(20_000) narrative!: string;
}

export const submitNarrative: Decide<SubmitNarrative, ContractState, ContractEvent> = (command, state, { now }) => {
  const { month, submittedOn } = command;
  const terms = binding(state);
  const { to } = begunMonth(terms, month, now);
  notAhead(submittedOn, now, 'submittedOn');
  if (submittedOn < month) throw refuse('report-period-not-begun', { field: 'submittedOn', values: { period: month } });
  if (monthIn(state, month).narrative !== undefined) throw refuse('narrative-already-submitted', { field: 'month' });
  return [NarrativeSubmitted({ ...command, monthEndsOn: to })];
};
