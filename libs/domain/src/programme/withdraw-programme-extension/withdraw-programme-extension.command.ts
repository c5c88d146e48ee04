import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { ProgrammeExtensionWithdrawn, type ProgrammeEvent } from '../programme.events';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Take back an extension of the programme that should not have been recorded, and under which nothing is awarded (G3). */
export class WithdrawProgrammeExtension {
  /** What was wrong. */
  @IsText() reason!: string;
}

export const withdrawProgrammeExtension: Decide<WithdrawProgrammeExtension, ProgrammeState, ProgrammeEvent> = ({ reason }, state) => {
  if (state.status !== 'open') throw refuse('programme-not-open');
  if (!state.extension) throw refuse('programme-not-extended');
  const awarded = Object.entries(state.awards).find(
    ([, { period, status }]) => period === 'extension' && (status === 'offered' || status === 'accepted'),
  );
  if (awarded) throw refuse('extension-awarded', { values: { award: awarded[0] } });
  const { from, until, extendedOn, revision } = state.extension;
  return [ProgrammeExtensionWithdrawn({ from, until, extendedOn, corrects: revision, reason })];
};
