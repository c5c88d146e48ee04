import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { InstallationFounded, type InstallationEvent } from '../installation.events';
import { MODES, type Mode } from '../installation.parts.command';
import { refuse } from '../installation.refusals';
import type { InstallationState } from '../installation.stream';

/** Found the installation that a log belongs to, before anything else is recorded. */
export class FoundInstallation {
  /** `example` or `live`, once and for all. */
  @IsIn(MODES) mode!: Mode;
}

export const foundInstallation: Decide<FoundInstallation, InstallationState, InstallationEvent> = ({ mode }, state) => {
  if (state.mode === mode) return [];
  if (state.mode !== undefined) throw refuse('installation-already-founded', { field: 'mode', values: { mode: state.mode } });
  return [InstallationFounded({ mode })];
};
