import type { Day } from '@app/calendar';
import type { EscalationLevel, EscalationNeed, EscalationRole, SettledBecause } from '@app/domain/escalation/escalation.parts.command';
import type { DomainEvent, Lines } from '@app/event-sourcing';
import type { Cause } from '../requirement-engine/row';

/** Something that escalates without a lapse, as the recorded facts have it. */
export interface Signal {
  /** Which one of its kind; letters, digits, `_`, `.`. */
  readonly id: string;
  readonly cause: Cause;
  readonly level: EscalationLevel;
  readonly role: EscalationRole;
  readonly need: EscalationNeed;
  /** What happened, in a sentence of open facts. */
  readonly because: string;
  readonly areas: readonly string[];
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
  readonly initial: () => S;
  readonly on: Lines<S, E, S>;
  readonly signals: (facts: S) => readonly Signal[];
}

/** Declares a row with its facts and events typed. */
export const defineSignal = <S, E extends DomainEvent>(row: SignalRow<S, E>): SignalRow<S, E> => row;
