import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { AwardDeclined, type ProgrammeEvent } from '../programme.events';
import { checkAnswerDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Record that the local area declined an award that it had not accepted; its money comes free (G2). */
export class DeclineAward {
  /** Id of the award. */
  @IsId() award!: string;
  /** Day on which it was declined. */
  @IsDay() declinedOn!: string;
  /** Why, in the local area's words. */
  @IsText() reason!: string;
}

export const declineAward: Decide<DeclineAward, ProgrammeState, ProgrammeEvent> = ({ award, declinedOn, reason }, state, { now }) => {
  const known = entryOf(state.awards, award);
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  if (known.status === 'declined') return [];
  if (known.status !== 'offered') throw refuse('award-not-pending', { field: 'award', values: { award, status: known.status } });
  checkAnswerDay(declinedOn, 'declinedOn', award, known, state, now);
  return [AwardDeclined({ award, declinedOn, reason, releasedPence: known.pence })];
};
