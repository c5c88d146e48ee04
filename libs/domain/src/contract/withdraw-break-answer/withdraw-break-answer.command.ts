import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { everyArea } from '../contract.areas';
import { BreakAnswerWithdrawn, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { binding, breakAnswer, standing, withoutBreakAnswer } from '../contract.term';
import { workedUntil } from '../order-records';

/**
 * Take back an answer to the break that was recorded by mistake: the one before it stands again, or the break is to be answered (C4).
 * A decision that was taken and is to be another one is answered anew, until the day of the break.
 */
export class WithdrawBreakAnswer {
  /** Revision of the answer that stands. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawBreakAnswer: Decide<WithdrawBreakAnswer, ContractState, ContractEvent> = ({ corrects, reason }, state) => {
  const terms = binding(state);
  const { answer, answeredOn } = standing(terms.breakAnswers.at(-1), corrects);
  const without = withoutBreakAnswer(terms, corrects);
  const { endsOn, earlyEndOn } = without;
  workedUntil(state, endsOn);
  const before = breakAnswer(without);
  return [
    BreakAnswerWithdrawn({
      answer,
      answeredOn,
      ...(before !== undefined && { standing: before }),
      breakOn: terms.breakOn!,
      endsOn,
      endedEarly: earlyEndOn !== undefined,
      areas: everyArea(terms),
      corrects,
      reason,
    }),
  ];
};
