import { setTimeout as pause } from 'node:timers/promises';
import { Delivery, RecordedEvent } from '../port';
import { Backlog } from './backlog';
import { Unanswered } from './client';
import { comparePlaces, LogEvent, Names, Place, placeIn, positionOf } from './recorded';

/** Milliseconds between two tries of a subscription that the server ended. */
const AGAIN = 100;
/** Events read at once while far behind, and held at most for a consumer that is busy. */
const PAGE = 500;
/** Milliseconds without an event after which the log is asked whether there was really none. */
const IDLE = 10_000;

/** The log as a subscription needs it. */
export interface FollowedLog {
  /** @throws Unanswered, PositionBeyondEnd, PortRefusal */
  after(place: Place | undefined, limit: number): Promise<readonly LogEvent[]>;
  /** Pushes what comes after `place` until it is stopped, by the function returned, or has `ended`. */
  tail(place: Place | undefined, on: { event(event: LogEvent): void; ended(error: Unanswered): void }): () => void;
}

/**
 * Everything after a place in the log: in pages while far behind, then as the server pushes it, and in pages again where the consumer
 * falls behind or the server ends the subscription, however often that happens.
 */
export class Subscription {
  private saidCaughtUp = false;

  constructor(
    private readonly log: FollowedLog,
    private readonly names: Names,
    private place: Place | undefined,
    private readonly maxBatch: number,
    private readonly stop: AbortSignal,
    private readonly idle = IDLE,
  ) {}

  /** @throws PositionBeyondEnd, PortRefusal */
  async *deliveries(): AsyncGenerator<Delivery, void, undefined> {
    while (!this.stop.aborted) {
      const page = await this.answered(this.log.after(this.place, PAGE));
      if (page === undefined) continue;
      yield* this.inBatches(page);
      if (page.length === PAGE) continue;
      if (!this.saidCaughtUp && !this.stop.aborted) yield this.delivery([], true);
      yield* this.pushed();
    }
  }

  private async *inBatches(page: readonly LogEvent[]): AsyncGenerator<Delivery, void, undefined> {
    for (let start = 0; start < page.length && !this.stop.aborted; start += this.maxBatch) {
      const end = start + this.maxBatch;
      yield this.delivery(page.slice(start, end), end >= page.length && page.length < PAGE);
    }
  }

  private async *pushed(): AsyncGenerator<Delivery, void, undefined> {
    const backlog = new Backlog(PAGE);
    const end = this.log.tail(this.place, {
      event: (event) => backlog.push(event) || end(),
      ended: () => backlog.end(),
    });
    try {
      for (;;) {
        const events = await backlog.take(this.maxBatch, this.idle, this.stop);
        if (events === 'ended') break;
        if (events !== 'idle') {
          if (this.repeats(events)) break;
          yield this.delivery(events, backlog.size === 0 && !backlog.full);
        } else if ((await this.answered(this.log.after(this.place, 1)))?.length !== 0 && backlog.size === 0) {
          break;
        }
      }
    } finally {
      end();
    }
    if (!backlog.full) await this.rest();
  }

  /** Whether the server went back in the log, as it does after a restore. */
  private repeats([first]: readonly LogEvent[]): boolean {
    return first !== undefined && this.place !== undefined && comparePlaces(placeIn(first), this.place) <= 0;
  }

  private delivery(page: readonly LogEvent[], caughtUp: boolean): Delivery {
    const events: RecordedEvent[] = [];
    for (const event of page) {
      const ours = this.names.ours(event);
      if (ours !== undefined) events.push(ours);
    }
    const last = page.at(-1);
    if (last !== undefined) this.place = placeIn(last);
    this.saidCaughtUp = caughtUp;
    return { events, position: this.place === undefined ? undefined : positionOf(this.place), caughtUp };
  }

  /** `undefined` where the server gave no answer, after a rest. */
  private async answered<T>(asked: Promise<T>): Promise<T | undefined> {
    try {
      return await asked;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      await this.rest();
      return undefined;
    }
  }

  private async rest(): Promise<void> {
    await pause(AGAIN, undefined, { signal: this.stop }).catch(() => undefined);
  }
}
