import { setMaxListeners } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { ExpectedRevision, NewEvent, OutcomeUnknown, StoreUnavailable } from '../port';
import { AppendAnswer, Client, Unanswered } from './client';

/** Milliseconds before a call without a final answer is made again; they double up to the longest. */
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 400;
/** Milliseconds of silence after which a client with a failing call is given up for another. */
const SILENCE = 2_000;
/** Leaders that are asked without a pause, each named by the one before. */
const LEADERS = 3;

/** The server behind one client at a time: asks again while there is no final answer, and replaces a client that hangs. */
export class Server {
  private client: Client;
  private closed = false;
  private readonly stop = new AbortController();

  /** @param patience milliseconds for which a read is tried again */
  constructor(
    private readonly open: () => Client,
    private readonly patience: number,
  ) {
    this.client = open();
    setMaxListeners(0, this.closing);
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
      return await this.persist(giveUpAt, (client, within) => client.append(stream, expected, events, within).catch(note));
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
  async ask<T>(act: (client: Client) => Promise<T>, patience = this.patience): Promise<T> {
    try {
      return await this.persist(Date.now() + patience, act);
    } catch (error) {
      if (!isSilence(error) || (error instanceof Unanswered && error.kind === 'no-such-position')) throw error;
      throw new StoreUnavailable(`the event store does not answer: ${error.message}`);
    }
  }

  /** Asks once. @throws Unanswered */
  async once<T>(act: (client: Client) => Promise<T>): Promise<T> {
    const { client } = this;
    try {
      return await act(client);
    } catch (error) {
      this.doubt(client);
      throw error;
    }
  }

  /** The client for a call that has no end. */
  current(): Client {
    return this.client;
  }

  close(): void {
    this.closed = true;
    this.stop.abort();
    this.client.close();
  }

  private async persist<T>(until: number, act: (client: Client, within: number) => Promise<T>): Promise<T> {
    let [pause, leaders, unreadable] = [SHORTEST_PAUSE, 0, 0];
    let last: unknown;
    for (;;) {
      if (this.closed) throw new StoreUnavailable('the event store is closed');
      const within = until - Date.now();
      if (within <= 0) throw last ?? new Unanswered('there was no time left to ask', 'other', true);
      try {
        return await this.once((client) => act(client, within));
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

  private doubt(client: Client): void {
    if (client !== this.client || this.closed || client.silence < SILENCE) return;
    this.client = this.open();
    client.retire();
  }
}

function isSilence(error: unknown): error is Unanswered | StoreUnavailable {
  return error instanceof Unanswered || error instanceof StoreUnavailable;
}
