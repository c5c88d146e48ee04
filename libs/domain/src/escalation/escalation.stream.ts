import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './escalation.events';
import type { EscalationEvent } from './escalation.events';
import type { EscalationLevel, SettledBecause } from './escalation.parts.command';

export type EscalationStatus = 'none' | 'open' | 'acknowledged' | 'resolved' | 'withdrawn';

export interface EscalationState {
  readonly status: EscalationStatus;
  readonly level: EscalationLevel;
  /** What it was raised for last, `stream@revision`. */
  readonly cause?: string;
  readonly since?: string;
  /** Who is told by name. */
  readonly person?: string;
  readonly toldAgain: number;
  /** Lapse of an acknowledgement that was answered last. */
  readonly lapse?: string;
  /** Revisions of what was put in place, corrected ones included. */
  readonly supports: readonly number[];
  /** Revision of its end, why it ended, and what it was before. */
  readonly ended?: { readonly revision: number; readonly because: SettledBecause; readonly before: 'open' | 'acknowledged' };
}

/** Whether someone still has to act. */
export const isLive = ({ status }: EscalationState): boolean => status === 'open' || status === 'acknowledged';

const end = (state: EscalationState, status: 'resolved' | 'withdrawn', because: SettledBecause, revision: number): EscalationState => ({
  ...state,
  status,
  ended: { revision, because, before: state.ended?.before ?? (state.status === 'acknowledged' ? 'acknowledged' : 'open') },
});

/**
 * `escalation-{requirement or cause}` (E3). Bounded: raised again only for a new cause, told again at most three times,
 * and at most fifty things put in place.
 */
export const escalationStream: Stream<EscalationState, EscalationEvent> = {
  category: 'escalation',
  collection: 'escalations',
  events: declarationsIn(events),
  initial: () => ({ status: 'none', level: 1, toldAgain: 0, supports: [] }),
  evolve: evolveWith<EscalationState, EscalationEvent>({
    EscalationRaised: ({ supports }, { cause, level, person, since }) => ({
      status: 'open',
      level,
      cause,
      since,
      ...(person === undefined ? {} : { person }),
      toldAgain: 0,
      supports,
    }),
    EscalationAcknowledged: (state) => ({ ...state, status: 'acknowledged' }),
    EscalationRaisedToNextLevel: ({ person: _person, ...state }, { level, person, lapse }) => ({
      ...state,
      level,
      lapse,
      ...(person === undefined ? {} : { person }),
    }),
    EscalationNotifiedAgain: ({ person: _person, ...state }, { time, lapse, person }) => ({
      ...state,
      toldAgain: time,
      lapse,
      ...(person === undefined ? {} : { person }),
    }),
    SupportPutInPlace: (state, _data, { revision }) => ({ ...state, supports: [...state.supports, revision] }),
    SupportCorrected: (state) => state,
    EscalationResolved: (state, { because }, { revision }) => end(state, 'resolved', because, revision),
    EscalationWithdrawn: (state, { because }, { revision }) => end(state, 'withdrawn', because, revision),
    EscalationReopened: ({ ended, ...state }) => ({ ...state, status: ended?.before ?? 'open' }),
  }),
};
