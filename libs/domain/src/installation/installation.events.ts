import { defineEvent, type EventsIn } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsPersonId } from '../fields';
import type * as module from './installation.events';
import { HELD_LEVELS, MODES, type HeldLevel, type Mode } from './installation.parts.command';

export type InstallationEvent = EventsIn<typeof module>;

class InstallationFoundedShape {
  /** `example` or `live`, once and for all. */
  @IsIn(MODES) mode!: Mode;
}
/** The first event of a log: what kind of installation it is. An example can never become live. */
export const InstallationFounded = defineEvent('InstallationFounded', InstallationFoundedShape, {
  says: ({ mode }) => `Founded as ${mode === 'live' ? 'a live installation' : 'an example'}`,
});

class LevelHolderNamedShape {
  @IsIn(HELD_LEVELS) level!: HeldLevel;
  /** Opaque id. */
  @IsPersonId() person!: string;
  @IsDay() from!: string;
}
/** Who is told at a level of the escalation ladder (E3). */
export const LevelHolderNamed = defineEvent('LevelHolderNamed', LevelHolderNamedShape, {
  effective: ({ from }) => from,
  says: ({ level, person, from }) => `Level ${level} is held by ${person} from ${from}`,
});
