import { defineEvent, type EventsIn, FreeText } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsPersonId, IsText } from '../fields';
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

class StandInNamedShape {
  /** Opaque id of the person who is absent. */
  @IsPersonId() absent!: string;
  /** Opaque id of who is told in their place; absent where nobody covers: then it starts a level higher. */
  @IsOptional() @IsPersonId() standIn?: string;
  /** First day of the absence. */
  @IsDay() from!: string;
  /** Last day of the absence, inclusive. */
  @IsDay() to!: string;
  @FreeText() @IsText() reason!: string;
}
/** Somebody stands in for an absent person in everything, or nobody does (E3). */
export const StandInNamed = defineEvent('StandInNamed', StandInNamedShape, {
  effective: ({ from }) => from,
  says: ({ absent, standIn, from, to }) =>
    `${absent} is absent from ${from} to ${to}; ${standIn ? `${standIn} stands in` : 'nobody stands in'}`,
});

class StandInWithdrawnShape {
  @IsPersonId() absent!: string;
  /** First day of the absence. */
  @IsDay() from!: string;
  /** Last day of the absence, inclusive. */
  @IsDay() to!: string;
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An absence did not take place, or was recorded wrongly (E3). */
export const StandInWithdrawn = defineEvent('StandInWithdrawn', StandInWithdrawnShape, {
  effective: ({ from }) => from,
  says: ({ absent, from, to }) => `Absence of ${absent} from ${from} to ${to} withdrawn`,
});
