import { londonDay } from '@app/calendar';
import { FreeText, type Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsPersonId, IsText } from '../../fields';
import { everyArea } from '../contract.areas';
import { BreakAnswered, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { agreedEnd, binding, breakAnswer } from '../contract.term';
import { BREAK_ANSWERS, type BreakAnswer } from '../contract.vocabulary';

/** Answer the break point: a person decides whether the contract goes on or ends on that day (C4, reading 7). */
export class AnswerBreak {
  /** `continue`, or `terminate` on the day of the break; until that day the answer can be changed. */
  @IsIn(BREAK_ANSWERS) answer!: BreakAnswer;
  /** Who decided, an opaque id. */
  @IsPersonId() decidedBy!: string;
  /** Why. */
  @FreeText() @IsText() reason!: string;
}

export const answerBreak: Decide<AnswerBreak, ContractState, ContractEvent> = (command, state, { now }) => {
  const { answer } = command;
  const terms = binding(state);
  const { breakOn, references, earlyEndOn } = terms;
  const standing = breakAnswer(terms);
  if (breakOn === undefined) throw refuse('break-not-agreed');
  if (standing === answer) return [];
  if (earlyEndOn !== undefined) throw refuse('break-of-ended-contract', { values: { endsOn: earlyEndOn } });
  const passed = londonDay(now) > breakOn;
  if (passed && (answer === 'terminate' || standing !== undefined)) throw refuse('break-passed', { field: 'answer', values: { breakOn } });
  const endsOn = answer === 'terminate' ? breakOn : agreedEnd(terms);
  return [BreakAnswered({ ...command, breakOn, endsOn, areas: everyArea(terms), references: [...references] })];
};
