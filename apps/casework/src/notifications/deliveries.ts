import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Telling } from '@app/automation/notifications/telling';
import { wayOf, type DomainClock, type Outbox, type OutboxMessage } from '@app/nest';
import { Logger } from '@nestjs/common';
import type { Composed } from './composer';
import type { RetrySettings } from './notification-settings';
import { NO_ADDRESS, Undelivered } from './undelivered';

export interface DeliveriesOptions {
  readonly outbox: Outbox;
  readonly compose: (telling: Telling) => Promise<Composed>;
  /** Resolves when the other side has taken the message over. @throws Undelivered */
  readonly hand: (message: OutboxMessage<Telling>, composed: Composed) => Promise<void>;
  readonly clock: DomainClock;
  readonly retry: Pick<RetrySettings, 'firstSeconds' | 'longestSeconds'>;
}

/** Messages under way at a time. */
const SIDE_BY_SIDE = 4;
/** Milliseconds that a claim holds; it is renewed three times as often. */
const CLAIMED_FOR = 30_000;
/** Longest wait between two looks, in milliseconds: what another process queued or released is noticed within it. */
const LOOK_EVERY = 2_000;
/** Shortest wait between two looks, in milliseconds. */
const SOON = 10;
/** Milliseconds before it is tried again to note what became of a message. */
const NOTE_AGAIN = 500;
/** Milliseconds that messages under way are given when it stops. */
const FINISH_WITHIN = 5_000;

/** A way on which nobody answered last time. */
interface Rest {
  readonly failures: number;
  readonly until: number;
}

/**
 * Delivers what is queued until it is delivered or parked (E7). It runs apart from the processes: what does not get through holds up nothing but
 * itself. A message can only arrive twice, under the same id, where this ends between the other side's yes and its being noted.
 */
export class Deliveries {
  private readonly logger = new Logger('notifications');
  private readonly by = randomUUID();
  private readonly underWay = new Map<string, { way: string; done: Promise<void> }>();
  private readonly resting = new Map<string, Rest>();
  private stopping = new AbortController();
  private waking = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: DeliveriesOptions) {}

  /** @param alone nobody else can be delivering: claims of a process that was killed are void at once */
  start({ alone }: { readonly alone: boolean }): void {
    this.stopping = new AbortController();
    this.running = Promise.all([this.run(alone), this.renew()]);
  }

  /** Something was queued, or released by hand. */
  wake(): void {
    this.waking.abort();
  }

  /** Takes nothing more; what is under way is given a moment. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.waking.abort();
    await this.running;
    const late = sleep(FINISH_WITHIN, undefined, { ref: false });
    await Promise.race([Promise.all([...this.underWay.values()].map(({ done }) => done)), late]);
  }

  private async run(alone: boolean): Promise<void> {
    const { signal } = this.stopping;
    let released = !alone;
    while (!signal.aborted) {
      this.waking = new AbortController();
      if (signal.aborted) return;
      let wait = LOOK_EVERY;
      try {
        if (!released) await this.options.outbox.releaseClaims();
        released = true;
        const taken = await this.take();
        wait = taken ? 0 : await this.untilNext();
      } catch (error) {
        this.logger.warn({ error: String(error) }, 'The outbox could not be read; trying again');
      }
      if (wait > 0) await sleep(wait, undefined, { signal: this.waking.signal }).catch(() => undefined);
    }
  }

  /** @returns whether there may be more at once */
  private async take(): Promise<boolean> {
    const free = SIDE_BY_SIDE - this.underWay.size;
    if (free <= 0) return false;
    const except = this.leftInPeace();
    // A way that is tried again gets one message first.
    const count = this.resting.size > except.length ? 1 : free;
    const claimed = await this.options.outbox.claim<Telling>({ by: this.by, count, milliseconds: CLAIMED_FOR, except });
    for (const message of claimed) {
      const done = this.deliver(message).finally(() => {
        this.underWay.delete(message.id);
        this.wake();
      });
      this.underWay.set(message.id, { way: wayOf(message), done });
    }
    return claimed.length === count;
  }

  /** Ways on which nobody answered, until they are to be tried again, and while one message tries. */
  private leftInPeace(): string[] {
    const now = Date.now();
    const busy = new Set([...this.underWay.values()].map(({ way }) => way));
    return [...this.resting].filter(([way, { until }]) => until > now || busy.has(way)).map(([way]) => way);
  }

  /** Milliseconds; what is under way wakes this when it ends. */
  private async untilNext(): Promise<number> {
    if (this.underWay.size >= SIDE_BY_SIDE) return LOOK_EVERY;
    const ends = [...this.resting.values()].map(({ until }) => until - Date.now()).filter((left) => left > 0);
    const next = await this.options.outbox.nextIn(this.leftInPeace());
    return Math.max(SOON, Math.min(LOOK_EVERY, next ?? LOOK_EVERY, ...ends));
  }

  private async renew(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await sleep(CLAIMED_FOR / 3, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      if (this.underWay.size > 0) await this.options.outbox.renew([...this.underWay.keys()], this.by, CLAIMED_FOR).catch(() => undefined);
    }
  }

  private async deliver(message: OutboxMessage<Telling>): Promise<void> {
    const { id, telling, channel, queuedAt, attempts } = message;
    const { outbox, compose, hand, clock } = this.options;
    const way = wayOf(message);
    let composed: Composed;
    try {
      composed = await compose(telling);
    } catch (error) {
      this.logger.warn({ message: id, error: String(error) }, 'A notification could not be written; trying again');
      return this.note(() => outbox.postpone(id, this.by, 'not-composed', this.backOff(attempts)));
    }
    try {
      await hand(message, composed);
    } catch (error) {
      return this.failed(message, way, error);
    }
    this.resting.delete(way);
    // What is queued for the mailbox is as good as there; the clock of an example may have been moved on meanwhile.
    await this.note(() => outbox.delivered(id, composed, channel === 'mailbox' ? queuedAt : clock.now()));
  }

  private async failed({ id, channel, attempts }: OutboxMessage<Telling>, way: string, error: unknown): Promise<void> {
    const { outbox } = this.options;
    const { kind, code } = error instanceof Undelivered ? error : new Undelivered('later', 'internal-error', error);
    const told = { message: id, channel, code, attempts, ...(code === 'internal-error' && { error: String(error) }) };
    if (kind === 'never') {
      if (code !== NO_ADDRESS) this.resting.delete(way);
      this.logger.error(told, 'A notification was refused for good; it waits for a person');
      return this.note(() => outbox.park(id, this.by, code));
    }
    let wait = this.backOff(attempts);
    if (kind === 'away') wait = this.rest(way);
    else this.resting.delete(way);
    this.logger.warn({ ...told, seconds: wait / 1_000 }, 'A notification did not get through; trying again');
    await this.note(() => outbox.postpone(id, this.by, code, wait));
  }

  /** Messages that were under way together and met the same silence count once. @returns milliseconds */
  private rest(way: string): number {
    const { failures, until } = this.resting.get(way) ?? { failures: 0, until: 0 };
    if (until > Date.now()) return until - Date.now();
    const wait = this.backOff(failures + 1);
    this.resting.set(way, { failures: failures + 1, until: Date.now() + wait });
    return wait;
  }

  /** Until it is noted, or this stops. */
  private async note(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.logger.warn({ error: String(error) }, 'What became of a notification could not be noted; trying again');
        await sleep(NOTE_AGAIN, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  /** Milliseconds: doubled from try to try up to the longest, and by chance down to half of that, so that not everything comes at once. */
  private backOff(failures: number): number {
    const { firstSeconds, longestSeconds } = this.options.retry;
    const seconds = Math.min(longestSeconds, firstSeconds * 2 ** Math.min(failures - 1, 30));
    return Math.round(seconds * 1_000 * (0.5 + Math.random() / 2));
  }
}
