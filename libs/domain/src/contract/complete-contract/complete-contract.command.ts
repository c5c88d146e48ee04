import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay } from '../../fields';
import { everyArea } from '../contract.areas';
import { ContractCompleted, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, endsByDecision } from '../contract.term';

/** Put on record that the contract ran to its completion (C1). */
export class CompleteContract {
  /** The last day that has passed; where the end has moved since, it is refused. */
  @IsDay() endsOn!: string;
}

export const completeContract: Decide<CompleteContract, ContractState, ContractEvent> = (command, state, { now }) => {
  const terms = binding(state);
  const { endsOn, completed } = terms;
  if (completed) return [];
  if (endsByDecision(terms)) throw refuse('contract-ended-otherwise', { values: { endsOn } });
  if (londonDay(now) <= endsOn || command.endsOn !== endsOn) throw refuse('contract-still-running', { values: { endsOn } });
  return [ContractCompleted({ endsOn, areas: everyArea(terms) })];
};
