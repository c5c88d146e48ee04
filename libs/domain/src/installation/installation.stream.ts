import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './installation.events';
import type { InstallationEvent } from './installation.events';
import type { Mode } from './installation.parts.command';

export interface InstallationState {
  readonly mode?: Mode;
  /** Person by level. */
  readonly holders: Readonly<Record<number, { readonly person: string; readonly from: string }>>;
}

/** `installation-{id}`: what the log belongs to, and who stands on the ladder. A handful of events. */
export const installationStream: Stream<InstallationState, InstallationEvent> = {
  category: 'installation',
  collection: 'installations',
  events: declarationsIn(events),
  initial: () => ({ holders: {} }),
  evolve: evolveWith<InstallationState, InstallationEvent>({
    InstallationFounded: (state, { mode }) => ({ ...state, mode }),
    LevelHolderNamed: (state, { level, person, from }) => ({ ...state, holders: { ...state.holders, [level]: { person, from } } }),
  }),
};
