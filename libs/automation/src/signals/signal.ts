import type { Day } from '@app/calendar';
import type { EscalationLevel, EscalationNeed, SettledBecause } from '@app/domain/escalation/escalation.parts.command';
import type { DomainEvent, EventMeta, Lines } from '@app/event-sourcing';
import type { Cause, LevelOneRole } from '../requirement-engine/row';

/** Something that escalates without a lapse, as the recorded facts have it. */
export interface Signal {
  /** Which one of its kind; letters, digits, `_`, `.`. */
  readonly id: string;
  readonly cause: Cause;
  readonly level: EscalationLevel;
  /** Who is told at level 1. */
  readonly role: LevelOneRole;
  /** Streams to which that person is assigned, where it is not the one that it concerns. */
  readonly assignedTo?: readonly string[];
  readonly need: EscalationNeed;
  /** What happened, in a sentence of open facts. */
  readonly because: string;
  readonly areas: readonly string[];
  /** Stream that it concerns, where that is not the one whose events are folded. */
  readonly what?: string;
  /** London day from which it is true. */
  readonly since: Day;
  /** Why and by what it needs nobody any more. */
  readonly settled?: { readonly by: Cause; readonly because: Exclude<SettledBecause, 'by-decision'> };
}

/** A row of the table of signals: for people the words, for the process the folding. */
export interface SignalRow<S = any, E extends DomainEvent = any> {
  readonly definition: string;
  /** Rule id. */
  readonly rule: string;
  readonly says: string;
  readonly endsWith: string;
  /** Category of the streams whose events it folds. */
  readonly of: string;
  /** Id of the instance that an event of such a stream is folded into, where that is not the stream's own. */
  readonly concerns?: (event: E, meta: EventMeta) => readonly string[];
  /** London day: what was true before raises nothing; with `runsFromRecording`, what was recorded before. */
  readonly inForceFrom: Day;
  /** It needs somebody from the day on which it was recorded, whatever day it is true from. */
  readonly runsFromRecording?: true;
  readonly initial: () => S;
  readonly on: Lines<S, E, S>;
  readonly signals: (facts: S) => readonly Signal[];
}

/** Declares a row with its facts and events typed. */
export const defineSignal = <S, E extends DomainEvent>(row: SignalRow<S, E>): SignalRow<S, E> => row;

/** Signals by their id, as a row keeps them. */
export type Signals = Readonly<Record<string, Signal>>;

/** Ends a signal: what it asked for was decided, or its cause has gone; of several ends the one that was recorded first counts. */
export const settle = (signals: Signals, id: string, by: Cause, because: 'answered' | 'cause-ended'): Signals => {
  const signal = signals[id];
  return signal && !signal.settled ? { ...signals, [id]: { ...signal, settled: { by, because } } } : signals;
};

/** Ends every signal that stands. */
export const settleAll = (signals: Signals, by: Cause): Signals =>
  Object.values(signals)
    .filter(({ settled }) => !settled)
    .reduce((next, { id }) => settle(next, id, by, 'cause-ended'), signals);

/** What holds now stands, once; what no longer holds ends. */
export function holdsOrEnds(signals: Signals, id: string, now: Omit<Signal, 'id' | 'cause' | 'settled'> | undefined, by: Cause): Signals {
  const known = signals[id];
  const stands = known !== undefined && known.settled === undefined;
  if (!now) return stands ? settle(signals, id, by, 'cause-ended') : signals;
  return stands ? signals : { ...signals, [id]: { ...now, id, cause: by } };
}
