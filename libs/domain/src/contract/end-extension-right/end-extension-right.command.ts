import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay } from '../../fields';
import { ExtensionRightEnded, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, endsByDecision, noticeBy } from '../contract.term';
import { EXTENSION_MONTHS } from '../extension';

/** Put on record that the last day for notice passed without notice: the right to extend ended (C6, reading 30). */
export class EndExtensionRight {
  /** The end that was not extended; where it has moved since, nothing is recorded. */
  @IsDay() endsOn!: string;
}

export const endExtensionRight: Decide<EndExtensionRight, ContractState, ContractEvent> = (command, state, { now }) => {
  const terms = binding(state);
  const { endsOn, extensionMonths } = terms;
  const { notice, rightEndedFor } = state.extension;
  if (command.endsOn !== endsOn || notice || rightEndedFor === endsOn || extensionMonths === EXTENSION_MONTHS || endsByDecision(terms))
    return [];
  const due = noticeBy(endsOn);
  if (londonDay(now) <= due) throw refuse('extension-right-still-runs', { values: { noticeBy: due } });
  return [ExtensionRightEnded({ noticeBy: due, endsOn })];
};
