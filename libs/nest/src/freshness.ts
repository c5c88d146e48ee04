import { setTimeout as sleep } from 'node:timers/promises';
import { comparePositions, type EventStore, type Position } from '@app/event-store';
import type { ReadStore } from '@app/read-store';

export interface FreshnessOptions {
  /** Milliseconds between two looks. */
  readonly every?: number;
  /** Milliseconds after which a store that has not answered counts as gone. */
  readonly patience?: number;
}

/** Whether what is read is known to be current: the log's end and the checkpoints are looked at again and again, whoever folds. */
export class Freshness {
  private readonly stopping = new AbortController();
  private readonly every: number;
  private readonly patience: number;
  private looking: Promise<void> = Promise.resolve();
  private looked = Date.now();
  private end: Position | undefined;
  private unknownSince: number | undefined;
  private readonly behind = new Map<string, number>();

  constructor(
    private readonly store: EventStore,
    private readonly readStore: ReadStore,
    { every = 1_000, patience = 1_000 }: FreshnessOptions = {},
  ) {
    this.every = every;
    this.patience = patience;
  }

  start(): void {
    this.looking = this.lookOn();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looking;
  }

  /** Wall-clock milliseconds since which this fold may lack something that was recorded; absent while it lacks nothing. */
  staleSince(fold: string): number | undefined {
    const behind = this.behind.get(fold);
    if (behind === undefined || this.unknownSince === undefined) return behind ?? this.unknownSince;
    return Math.min(behind, this.unknownSince);
  }

  /** Of every fold that is stale, since when; all of them while the stores cannot be asked. */
  get stale(): ReadonlyMap<string, number> {
    return this.unknownSince === undefined ? this.behind : new Map([...this.behind, ['all', this.unknownSince]]);
  }

  private async lookOn(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.look();
      await sleep(this.every, undefined, { signal }).catch(() => undefined);
    }
  }

  /** A fold is behind when it lacks what was in the log a look ago. */
  private async look(): Promise<void> {
    const { signal } = this.stopping;
    const began = Date.now();
    const late = sleep(this.patience, undefined, { signal, ref: false }).then(() => Promise.reject(new Error('no answer')));
    late.catch(() => undefined);
    try {
      const folds = await Promise.race([this.readStore.status(), late]);
      const end = await Promise.race([this.store.end(), late]);
      for (const { name, serving } of folds) {
        const [lacks, beyond] = [comparePositions(serving.position, this.end) < 0, comparePositions(serving.position, end) > 0];
        if (!lacks && !beyond) this.behind.delete(name);
        else if (!this.behind.has(name)) this.behind.set(name, this.looked);
      }
      this.end = end;
      this.looked = began;
      this.unknownSince = undefined;
    } catch {
      this.unknownSince ??= this.looked;
    }
  }
}
