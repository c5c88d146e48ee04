import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { entryOf } from '../../entries';
import { SupportOptionRemoved, type ProgrammeEvent } from '../programme.events';
import { IsSupportOption } from '../programme.parts.command';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Take a support option back; what was offered or agreed under it stays as it is (G6). */
export class RemoveSupportOption {
  /** Id of the option. */
  @IsSupportOption() option!: string;
  /** Why it is taken back. */
  @IsText() reason!: string;
}

export const removeSupportOption: Decide<RemoveSupportOption, ProgrammeState, ProgrammeEvent> = ({ option, reason }, state) => {
  if (state.status !== 'open') throw refuse('programme-not-open');
  if (entryOf(state.options, option) === undefined) return [];
  return [SupportOptionRemoved({ option, reason })];
};
