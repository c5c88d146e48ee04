import type { DomainEvent, EventMeta } from './event';
import type { Lines, Routing } from './fold';

/** What a process wants done. */
export type Action =
  | {
      /** An instance of a command class. */
      readonly send: object;
      /** Id of the stream it goes to. */
      readonly to: string;
      /** Names this step for ever, e.g. `lapse~2023-11`: the same step is the same command, however often it is sent. */
      readonly step: string;
      /** Id of the event that called for it, for `$causationId`; correlation is taken from the same event. */
      readonly because?: { readonly eventId: string; readonly correlationId: string };
    }
  | {
      /** What people are to be told: plain JSON, queued once for ever under its step and never waited for. */
      readonly tell: object;
      /** Names this telling for ever. */
      readonly step: string;
    }
  | {
      /** Instant of the domain clock at which to ask again. */
      readonly remindAt: string;
    };

/** What `next` may know besides the state. */
export interface Moment {
  /** The domain clock. */
  readonly now: string;
  readonly instance: string;
  /** The log's head up to which the state has been folded. */
  readonly readUpTo: string;
  /** State of the instance that {@link Process.beside} names. */
  readonly beside?: unknown;
}

/**
 * Watches and asks; never reaches out. Events fold into state, `next` answers "given this and the time, what now?".
 * Asked twice it answers the same; what has been recorded is no longer outstanding.
 */
export interface Process<S = any, E extends DomainEvent = any> extends Routing<E> {
  readonly name: string;
  /** A new version is folded from the start of the log. */
  readonly version: number;
  /** London day: it does not act on what was effective before. */
  readonly inForceFrom: string;
  /** Key of an instance that holds what concerns all others, e.g. who stands on the ladder: `next` sees its state beside each one's own. */
  readonly beside?: string;
  readonly initial: (instance: string) => S;
  readonly on: Lines<S, E, S>;
  readonly next: (state: S, moment: Moment) => readonly Action[];
}

/** Declares a process. */
export const defineProcess = <S, E extends DomainEvent>(process: Process<S, E>): Process<S, E> => process;

/** The event behind an action. */
export const because = ({ eventId, correlationId }: EventMeta): { eventId: string; correlationId: string } => ({ eventId, correlationId });
