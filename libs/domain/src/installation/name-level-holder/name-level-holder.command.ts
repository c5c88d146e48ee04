import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsPersonId } from '../../fields';
import { LevelHolderNamed, type InstallationEvent } from '../installation.events';
import { HELD_LEVELS, type HeldLevel } from '../installation.parts.command';
import { refuse } from '../installation.refusals';
import type { InstallationState } from '../installation.stream';

/** Name who is told at level 2 (team leader) or 3 (deputy director) of the escalation ladder (E3). */
export class NameLevelHolder {
  /** 2: team leader; 3: deputy director. */
  @IsIn(HELD_LEVELS) level!: HeldLevel;
  /** Opaque id of the person. */
  @IsPersonId() person!: string;
  /** London day from which the person holds the level. */
  @IsDay() from!: string;
}

export const nameLevelHolder: Decide<NameLevelHolder, InstallationState, InstallationEvent> = ({ level, person, from }, state) => {
  if (state.mode === undefined) throw refuse('installation-not-founded');
  const held = state.holders[level];
  if (held?.person === person && held.from === from) return [];
  return [LevelHolderNamed({ level, person, from })];
};
