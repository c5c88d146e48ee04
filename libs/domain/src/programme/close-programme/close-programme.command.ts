import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { ProgrammeClosed, type ProgrammeEvent } from '../programme.events';
import { checkDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Close the programme: nothing more is awarded; what was awarded runs on (G1). */
export class CloseProgramme {
  /** Day from which it is closed. */
  @IsDay() closedOn!: string;
  /** Why it is closed. */
  @IsText() reason!: string;
}

export const closeProgramme: Decide<CloseProgramme, ProgrammeState, ProgrammeEvent> = ({ closedOn, reason }, state, { now }) => {
  if (state.status === 'closed') return [];
  if (state.status === 'none') throw refuse('programme-not-open');
  checkDay(closedOn, 'closedOn', state, now);
  return [ProgrammeClosed({ closedOn, reason })];
};
