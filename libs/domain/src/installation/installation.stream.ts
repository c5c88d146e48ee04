import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './installation.events';
import type { InstallationEvent } from './installation.events';
import type { Mode } from './installation.parts.command';

export interface InstallationState {
  readonly mode?: Mode;
  /** Person by level. */
  readonly holders: Readonly<Record<number, { readonly person: string; readonly from: string }>>;
  readonly absences: readonly StandIn[];
}

/** Who is away, and who stands in. */
export interface StandIn {
  readonly revision: number;
  readonly absent: string;
  readonly standIn?: string;
  readonly from: string;
  readonly to: string;
}

/** `installation-{id}`: what the log belongs to, who stands on the ladder, and who stands in. Some dozens of events a year. */
export const installationStream: Stream<InstallationState, InstallationEvent> = {
  category: 'installation',
  collection: 'installations',
  events: declarationsIn(events),
  initial: () => ({ holders: {}, absences: [] }),
  evolve: evolveWith<InstallationState, InstallationEvent>({
    InstallationFounded: (state, { mode }) => ({ ...state, mode }),
    LevelHolderNamed: (state, { level, person, from }) => ({ ...state, holders: { ...state.holders, [level]: { person, from } } }),
    StandInNamed: (state, { absent, standIn, from, to }, { revision }) => ({
      ...state,
      absences: [...state.absences, { revision, absent, from, to, ...(standIn !== undefined && { standIn }) }],
    }),
    StandInWithdrawn: (state, { corrects }) => ({
      ...state,
      absences: state.absences.filter(({ revision }) => revision !== corrects),
    }),
  }),
};
