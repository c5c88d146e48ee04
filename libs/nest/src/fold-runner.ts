import type { Process, Projection } from '@app/event-sourcing';
import { comparePositions, type EventStore, type Position, type RecordedEvent } from '@app/event-store';
import { CheckpointMoved, type FoldOutcome, type ReadStore } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FoldRunnerOptions {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly folds: readonly (Projection | Process)[];
  /** Events folded in one transaction. */
  readonly batch?: number;
}

/** Milliseconds before a failed loop is tried again. */
const AGAIN = 250;

/** Feeds every read model and process from one subscription; those that lag behind catch up first, those that changed are rebuilt beside. */
export class FoldRunner {
  private readonly logger = new Logger('folds');
  private stopping = new AbortController();
  private restart = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private rebuilding: Promise<void> = Promise.resolve();
  private behindSince: number | undefined;
  /** Told after every batch. */
  onFolded: () => void = () => undefined;

  constructor(private readonly options: FoldRunnerOptions) {}

  get folds(): readonly (Projection | Process)[] {
    return this.options.folds;
  }

  /** Prepares the tables and begins to fold. @throws when the read store cannot be prepared */
  async start(): Promise<void> {
    this.stopping = new AbortController();
    const prepared = await this.options.readStore.prepare(this.options.folds);
    const changed = prepared.filter(({ state }) => state === 'rebuild').map(({ name }) => name);
    const serving = new Set(prepared.filter(({ state }) => state === 'serving').map(({ name }) => name));
    this.running = this.run(serving);
    this.rebuilding = this.rebuildAll(changed, serving);
  }

  /** Ends after the batch at hand, its checkpoint written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.restart.abort();
    await Promise.allSettled([this.running, this.rebuilding]);
  }

  /** Wall-clock milliseconds since which the log could not be followed; absent while it can. */
  get staleSince(): number | undefined {
    return this.behindSince;
  }

  /** Waits until every fold that goes on has come as far as the log's end was when asked. */
  async caughtUp(timeout = 30_000): Promise<boolean> {
    const end = await this.options.store.end();
    if (end === undefined) return true;
    const { readStore, folds } = this.options;
    const reached = await Promise.all(folds.map(({ name }) => readStore.waitFor(name, end, timeout)));
    return reached.every(Boolean);
  }

  private async rebuildAll(names: readonly string[], serving: Set<string>): Promise<void> {
    for (const name of names) {
      try {
        await this.options.readStore.rebuild(name, this.options.store, { signal: this.stopping.signal });
        serving.add(name);
        this.restart.abort();
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.logger.error({ fold: name, error: String(error) }, 'A rebuild did not finish; what served goes on');
      }
    }
  }

  private async run(serving: ReadonlySet<string>): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.restart = new AbortController();
      try {
        await this.follow(serving);
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.behindSince ??= Date.now();
        if (!(error instanceof CheckpointMoved)) this.logger.warn({ error: String(error) }, 'The log could not be followed; trying again');
        await sleep(AGAIN);
      }
    }
  }

  /** Until something changes: a fold stops or joins, somebody else writes, the stores go away. */
  private async follow(serving: ReadonlySet<string>): Promise<void> {
    const standing = await this.checkpoints(serving);
    for (;;) {
      const groups = groupsOf(standing);
      const [first, second] = groups;
      if (!first) {
        await sleep(AGAIN, undefined, { signal: this.restart.signal }).catch(() => undefined);
        return;
      }
      if (second) await this.catchUp(first, second.position, standing);
      else return this.subscribe(first, standing);
      if (this.restart.signal.aborted) return;
    }
  }

  private async checkpoints(serving: ReadonlySet<string>): Promise<Standing> {
    const standing: Standing = new Map();
    for (const name of serving) standing.set(name, (await this.options.readStore.checkpoint(name)).position);
    return standing;
  }

  private async catchUp({ names, position }: Group, target: Position | undefined, standing: Standing): Promise<void> {
    const limit = this.options.batch ?? 1_000;
    const page = await this.options.store.readAll(position === undefined ? { limit } : { from: position, limit: limit + 1 });
    const events = page.filter((event) => comparePositions(event.position, position) > 0 && comparePositions(event.position, target) <= 0);
    const to = events.at(-1)?.position ?? target;
    if (to === undefined) return;
    this.noteOutcomes(await this.options.readStore.fold(names, events, { from: position, to }), standing);
  }

  private async subscribe({ names, position }: Group, standing: Standing): Promise<void> {
    const signal = AbortSignal.any([this.stopping.signal, this.restart.signal]);
    const maxBatch = this.options.batch ?? 1_000;
    let from = position;
    for await (const delivery of this.options.store.subscribe({ ...(from !== undefined && { after: from }), signal, maxBatch })) {
      if (delivery.position !== undefined && comparePositions(delivery.position, from) > 0) {
        const stopped = await this.foldOne(names, delivery.events, from, delivery.position, standing);
        from = delivery.position;
        if (stopped) return;
      }
      if (delivery.caughtUp) this.behindSince = undefined;
      this.onFolded();
      if (signal.aborted) return;
    }
  }

  private async foldOne(
    names: readonly string[],
    events: readonly RecordedEvent[],
    from: Position | undefined,
    to: Position,
    standing: Standing,
  ): Promise<boolean> {
    const outcomes = await this.options.readStore.fold(names, events, { from, to });
    return this.noteOutcomes(outcomes, standing);
  }

  /** @returns whether a fold stopped, which leaves the others to go on without it */
  private noteOutcomes(outcomes: readonly FoldOutcome[], standing: Standing): boolean {
    let stopped = false;
    for (const { name, position, stopped: trouble, parked } of outcomes) {
      if (trouble) {
        this.logger.error(
          { fold: name, event: `${trouble.stream}@${trouble.revision}`, code: trouble.code },
          'A fold stands before an event',
        );
        standing.delete(name);
        stopped = true;
      } else standing.set(name, position);
      if (parked.length > 0) this.logger.error({ fold: name, parked: parked.length }, 'Events were parked');
    }
    return stopped;
  }
}

type Standing = Map<string, Position | undefined>;

interface Group {
  readonly position: Position | undefined;
  readonly names: readonly string[];
}

/** Folds by where they stand, the furthest behind first. */
function groupsOf(standing: Standing): Group[] {
  const groups = new Map<Position | undefined, string[]>();
  for (const [name, position] of standing) groups.set(position, [...(groups.get(position) ?? []), name]);
  return [...groups].map(([position, names]) => ({ position, names })).sort((a, b) => comparePositions(a.position, b.position));
}
