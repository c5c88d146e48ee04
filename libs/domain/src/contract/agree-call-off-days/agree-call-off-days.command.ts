import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { CallOffDaysAgreed, type ContractEvent } from '../contract.events';
import { IsCallOffDays } from '../contract.fields';
import type { ContractState } from '../contract.state';
import { running, withinTerm } from '../contract.term';

/** Record how many call-off days per month are agreed; until then they are unknown (C2, reading 15). */
export class AgreeCallOffDays {
  /** Days per month over all areas, an exact decimal, e.g. `"3"` or `"2.5"`. */
  @IsCallOffDays() daysPerMonth!: string;
  /** First day on which it holds. */
  @IsDay() from!: string;
  /** Why so many. */
  @FreeText() @IsText() reason!: string;
}

export const agreeCallOffDays: Decide<AgreeCallOffDays, ContractState, ContractEvent> = (command, state, { now }) => {
  const { daysPerMonth, from } = command;
  const terms = running(state, now);
  withinTerm(terms, from, 'from');
  if (state.callOff?.daysPerMonth === daysPerMonth && state.callOff.from === from) return [];
  return [CallOffDaysAgreed({ ...command })];
};
