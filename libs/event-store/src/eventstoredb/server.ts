import { setTimeout as after } from 'node:timers/promises';
import { ExpectedRevision, NewEvent, OutcomeUnknown, StoreUnavailable } from '../port';
import { AppendAnswer, Connection, Unanswered } from './connection';

/** Milliseconds before a call without a final answer is made again; they double up to the longest. */
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 400;
/** Milliseconds of silence after which a connection with a failing call is given up for another. */
const SILENCE = 2_000;
/** Leaders that are asked without a pause, each named by the one before. */
const LEADERS = 3;

/** The server behind one connection at a time: asks again while there is no final answer, and replaces a connection that hangs. */
export class Server {
  private connection: Connection;
  private closed = false;
  private readonly stop = new AbortController();

  /** @param patience milliseconds for which a read or a probe is tried again */
  constructor(
    private readonly open: () => Connection,
    private readonly patience: number,
  ) {
    this.connection = open();
  }

  /** Aborts when the store is closed. */
  get closing(): AbortSignal {
    return this.stop.signal;
  }

  /**
   * The same bytes at the same revision until there is a final answer or it is `giveUpAt`, wall-clock milliseconds.
   * @throws OutcomeUnknown, StoreUnavailable
   */
  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[], giveUpAt: number): Promise<AppendAnswer> {
    let maybeStored = false;
    try {
      return await this.persist(giveUpAt, (connection, within) => connection.append(stream, expected, events, within).catch(note));
    } catch (error) {
      if (!isSilence(error)) throw error;
      const message = `${stream} was not answered for: ${error.message}`;
      throw maybeStored ? new OutcomeUnknown(message) : new StoreUnavailable(message);
    }
    function note(error: unknown): never {
      maybeStored ||= !(error instanceof Unanswered && error.refused);
      throw error;
    }
  }

  /** @throws StoreUnavailable, and Unanswered for a position that the server cannot read */
  async ask<T>(act: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await this.persist(Date.now() + this.patience, act);
    } catch (error) {
      if (!isSilence(error) || (error instanceof Unanswered && error.kind === 'no-such-position')) throw error;
      throw new StoreUnavailable(`the event store does not answer: ${error.message}`);
    }
  }

  /** Asks once. @throws Unanswered */
  async once<T>(act: (connection: Connection) => Promise<T>): Promise<T> {
    const { connection } = this;
    try {
      return await act(connection);
    } catch (error) {
      this.doubt(connection);
      throw error;
    }
  }

  /** The connection for a call that has no end. */
  current(): Connection {
    return this.connection;
  }

  close(): void {
    this.closed = true;
    this.stop.abort();
    this.connection.close();
  }

  private async persist<T>(until: number, act: (connection: Connection, within: number) => Promise<T>): Promise<T> {
    let [pause, leaders, unreadable] = [SHORTEST_PAUSE, 0, 0];
    let last: unknown = new Unanswered('there was no time left to ask', 'other', true);
    for (;;) {
      if (this.closed) throw new StoreUnavailable('the event store is closed');
      const within = until - Date.now();
      if (within <= 0) throw last;
      try {
        return await this.once((connection) => act(connection, within));
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        last = error;
        if (error.kind === 'no-such-position' && (unreadable += 1) === 2) throw error;
        if (error.kind === 'not-leader' && (leaders += 1) <= LEADERS) continue;
      }
      await after(Math.min(pause, Math.max(until - Date.now(), 0)), undefined, { signal: this.closing }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  private doubt(connection: Connection): void {
    if (connection !== this.connection || this.closed || connection.silence < SILENCE) return;
    this.connection = this.open();
    connection.retire();
  }
}

function isSilence(error: unknown): error is Unanswered | StoreUnavailable {
  return error instanceof Unanswered || error instanceof StoreUnavailable;
}
