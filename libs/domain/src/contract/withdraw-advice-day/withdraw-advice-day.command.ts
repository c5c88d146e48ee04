import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { adviceAt, minutesOn } from '../advice';
import { AdviceDayWithdrawn, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Withdraw the record of an advice day that was not given (C2). */
export class WithdrawAdviceDay {
  /** Revision of the record. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawAdviceDay: Decide<WithdrawAdviceDay, ContractState, ContractEvent> = ({ corrects, reason }, state) => {
  binding(state);
  const advice = adviceAt(state, corrects);
  const { day, area, person, minutes } = advice;
  return [AdviceDayWithdrawn({ day, area, person, minutes, dateMinutes: minutesOn(state, advice, corrects), corrects, reason })];
};
