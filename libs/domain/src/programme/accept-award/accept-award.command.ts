import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId } from '../../fields';
import { entryOf } from '../../entries';
import { AwardAccepted, type ProgrammeEvent } from '../programme.events';
import { checkAnswerDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Record that the local area accepted its award; from then on its money comes free by a reduction alone (G2). */
export class AcceptAward {
  /** Id of the award. */
  @IsId() award!: string;
  /** Day on which it was accepted. */
  @IsDay() acceptedOn!: string;
}

export const acceptAward: Decide<AcceptAward, ProgrammeState, ProgrammeEvent> = ({ award, acceptedOn }, state, { now }) => {
  const known = entryOf(state.awards, award);
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  if (known.status === 'accepted') return [];
  if (known.status !== 'offered') throw refuse('award-not-pending', { field: 'award', values: { award, status: known.status } });
  checkAnswerDay(acceptedOn, 'acceptedOn', award, known, state, now);
  return [AwardAccepted({ award, acceptedOn })];
};
