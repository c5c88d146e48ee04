import { Deadline, Metadata } from '@grpc/grpc-js';
import { notLeader, notReady, Refusal } from './refusals';

/** What becomes of an append: whether it is stored, and how it is answered. `cut` drops the caller's connection. */
export interface AppendFate {
  readonly applied: boolean;
  readonly answer: 'silence' | 'cut' | Pick<Refusal, 'code' | 'details'>;
}

interface Call {
  readonly metadata: Metadata;
  readonly cancelled: boolean;
  getDeadline(): Deadline;
}

const isGivenUp = (call: Call): boolean => call.cancelled || Number(call.getDeadline()) <= Date.now();

/** What goes wrong, on demand. Everything holds until it is taken back, by its counterpart or by `clear`. */
export class Faults {
  /** Milliseconds that an append is in flight: written, not yet visible, not yet answered. */
  writeTime = 0;
  /** Whether the answer to a replay says where the original stands. */
  replaysHavePositions = true;
  private callsNotReady = 0;
  private delay = 0;
  private leader: { host?: string; port?: number } | undefined;
  private readonly fates: AppendFate[] = [];
  private thawing: { readonly thawed: Promise<void>; readonly thaw: () => void } | undefined;
  private liveBuffer = Infinity;
  private readonly slowConsumers = new Set<() => void>();

  /** «Server Is Not Ready» (code 14) for the next calls. */
  notReady(calls = Infinity): void {
    this.callsNotReady = calls;
  }

  /** Calls that require the leader are sent to it (code 5), by default without saying where it is; others are served. */
  notLeader(leader: { host?: string; port?: number }): void {
    this.leader = leader;
  }

  isLeader(): boolean {
    return this.leader === undefined;
  }

  becomeLeader(): void {
    this.leader = undefined;
  }

  /** Calls are accepted and never answered; subscriptions stand still. */
  freeze(): void {
    if (this.thawing !== undefined) return;
    let thaw = (): void => undefined;
    const thawed = new Promise<void>((resolve) => (thaw = resolve));
    this.thawing = { thawed, thaw };
  }

  /** Calls whose callers are not known to have given up are answered. */
  thaw(): void {
    this.thawing?.thaw();
    this.thawing = undefined;
  }

  /** Every call waits so many milliseconds before it is looked at. */
  latency(milliseconds: number): void {
    this.delay = milliseconds;
  }

  /** Appends take so many milliseconds; beyond the server's own limit their callers are told of a timeout, and they are stored. */
  slowWrites(milliseconds: number): void {
    this.writeTime = milliseconds;
  }

  /** The fate of the next appends, one after the other. */
  nextAppends(fate: AppendFate, calls = 1): void {
    for (let call = 0; call < calls; call += 1) this.fates.push(fate);
  }

  /** Replays are answered without a position. */
  replaysWithoutPosition(): void {
    this.replaysHavePositions = false;
  }

  /** Ends every subscription that has caught up: «Consumer too slow … Client resubscription required» (code 10). */
  consumersTooSlow(): void {
    for (const drop of this.slowConsumers) drop();
  }

  /** Ends a caught-up subscription, as above, once so many events wait for it (32 in the server). */
  limitLiveBuffer(events: number): void {
    this.liveBuffer = events;
  }

  /** All is well again. */
  clear(): void {
    this.thaw();
    this.becomeLeader();
    this.callsNotReady = 0;
    this.delay = 0;
    this.writeTime = 0;
    this.fates.length = 0;
    this.liveBuffer = Infinity;
    this.replaysHavePositions = true;
  }

  /** Whether a subscriber with so many events waiting is dropped. */
  isTooSlow(waiting: number): boolean {
    return waiting > this.liveBuffer;
  }

  /** Registers what ends a subscription that has caught up; the function returned takes it back. */
  onTooSlow(drop: () => void): () => void {
    this.slowConsumers.add(drop);
    return () => this.slowConsumers.delete(drop);
  }

  nextFate(): AppendFate | undefined {
    return this.fates.shift();
  }

  /** Settled at once, or pending while the server is frozen. */
  get thawed(): Promise<void> | undefined {
    return this.thawing?.thawed;
  }

  /** Hands the call to `handle`, now or later, or to `refuse`, or to nobody. */
  admit(call: Call, handle: () => void, refuse: (refusal: Refusal) => void): void {
    if (this.delay === 0 && this.thawing === undefined) this.admitNow(call, handle, refuse);
    else void this.admitLater(call, handle, refuse);
  }

  private admitNow(call: Call, handle: () => void, refuse: (refusal: Refusal) => void): void {
    if (this.callsNotReady > 0) {
      this.callsNotReady -= 1;
      refuse(notReady);
    } else if (this.leader !== undefined && call.metadata.get('requires-leader')[0] === 'true') refuse(notLeader(this.leader));
    else handle();
  }

  private async admitLater(call: Call, handle: () => void, refuse: (refusal: Refusal) => void): Promise<void> {
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    await this.thawing?.thawed;
    if (!isGivenUp(call)) this.admitNow(call, handle, refuse);
  }
}
