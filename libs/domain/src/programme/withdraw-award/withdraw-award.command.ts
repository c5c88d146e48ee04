import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { AwardWithdrawn, type ProgrammeEvent } from '../programme.events';
import { checkAnswerDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Withdraw an award that is not yet accepted; its money comes free (G2). */
export class WithdrawAward {
  /** Id of the award. */
  @IsId() award!: string;
  /** Day of the decision. */
  @IsDay() withdrawnOn!: string;
  /** Why it is withdrawn. */
  @IsText() reason!: string;
}

export const withdrawAward: Decide<WithdrawAward, ProgrammeState, ProgrammeEvent> = ({ award, withdrawnOn, reason }, state, { now }) => {
  const known = entryOf(state.awards, award);
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  if (known.status === 'withdrawn') return [];
  if (known.status !== 'offered') throw refuse('award-not-pending', { field: 'award', values: { award, status: known.status } });
  checkAnswerDay(withdrawnOn, 'withdrawnOn', award, known, state, now);
  return [AwardWithdrawn({ award, withdrawnOn, reason, releasedPence: known.pence })];
};
