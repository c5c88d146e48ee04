import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { ProgrammeReopened, type ProgrammeEvent } from '../programme.events';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Take back a closing that should not have been (G1). */
export class ReopenProgramme {
  /** What was wrong. */
  @IsText() reason!: string;
}

export const reopenProgramme: Decide<ReopenProgramme, ProgrammeState, ProgrammeEvent> = ({ reason }, state) => {
  if (state.status === 'open') return [];
  if (state.closedAt === undefined) throw refuse('programme-not-open');
  return [ProgrammeReopened({ corrects: state.closedAt, reason })];
};
