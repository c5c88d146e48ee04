import type { Process, Projection } from '@app/event-sourcing';
import { comparePositions, type EventStore, type Position, type RecordedEvent } from '@app/event-store';
import { CheckpointMoved, VersionNotServing, type FoldOutcome, type ReadStore } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FoldRunnerOptions {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly folds: readonly (Projection | Process)[];
  /** Events folded in one transaction. */
  readonly batch?: number;
  /** Milliseconds before a fold that stands before an event is tried again, and a rebuild that did not finish. */
  readonly retryEvery?: number;
}

/** Milliseconds before a failed loop is tried again; they double up to the longest. */
const AGAIN = 250;
const LONGEST_PAUSE = 4_000;
const RETRY_EVERY = 30_000;
/** Events folded in one transaction where many are waiting: a row that several of them touch is written once. */
const BATCH = 2_000;

/** Feeds every read model and process from one subscription; those that lag behind catch up first, those that changed are rebuilt beside. */
export class FoldRunner {
  private readonly logger = new Logger('folds');
  private stopping = new AbortController();
  private restart = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private rebuilding: Promise<void> = Promise.resolve();
  /** The event before which each stopped fold stands, as it was last said in the log. */
  private readonly standsBefore = new Map<string, string>();
  private readonly retryEvery: number;
  private failures = 0;
  /** Told after every batch. */
  onFolded: () => void = () => undefined;

  constructor(private readonly options: FoldRunnerOptions) {
    this.retryEvery = options.retryEvery ?? RETRY_EVERY;
  }

  get folds(): readonly (Projection | Process)[] {
    return this.options.folds;
  }

  /** Prepares the tables and begins to fold. @throws when the read store cannot be prepared */
  async start(): Promise<void> {
    this.stopping = new AbortController();
    const prepared = await this.options.readStore.prepare(this.options.folds);
    const changed = prepared.filter(({ state }) => state === 'rebuild').map(({ name }) => name);
    const serving = new Set(prepared.filter(({ state }) => state === 'serving').map(({ name }) => name));
    const begun = (await this.begun()).filter((name) => !changed.includes(name));
    this.running = this.run(serving);
    this.rebuilding = this.rebuildAll([...changed, ...begun], serving);
  }

  /** Ends after the batch at hand, its checkpoint written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.restart.abort();
    await Promise.allSettled([this.running, this.rebuilding]);
  }

  /** Waits until every fold that goes on has come as far as the log's end was when asked. */
  async caughtUp(timeout = 30_000): Promise<boolean> {
    const end = await this.options.store.end();
    if (end === undefined) return true;
    const { readStore } = this.options;
    const going = (await readStore.status()).filter(({ version, serving }) => !serving.stopped && serving.version === version);
    const reached = await Promise.all(going.map(({ name }) => readStore.waitFor(name, end, timeout)));
    return reached.every(Boolean);
  }

  /** What somebody began to rebuild, and did not finish before his process ended. */
  private async begun(): Promise<string[]> {
    const folds = await this.options.readStore.status();
    return folds.flatMap(({ name, building }) => (building ? [name] : []));
  }

  /** One after another, and again those that did not finish. */
  private async rebuildAll(names: readonly string[], serving: Set<string>): Promise<void> {
    let left = names;
    for (;;) {
      const unfinished: string[] = [];
      for (const name of left) if (!(await this.rebuild(name, serving))) unfinished.push(name);
      if (unfinished.length === 0 || this.stopping.signal.aborted) return;
      await this.rest(this.retryEvery);
      const begun = await this.begun().catch(() => unfinished);
      left = unfinished.filter((name) => !serving.has(name) || begun.includes(name));
    }
  }

  /** @returns whether there is nothing more to do */
  private async rebuild(name: string, serving: Set<string>): Promise<boolean> {
    try {
      await this.options.readStore.rebuild(name, this.options.store, { signal: this.stopping.signal });
      serving.add(name);
      this.restart.abort();
      return true;
    } catch (error) {
      if (this.stopping.signal.aborted) return true;
      this.logger.error({ fold: name, error: String(error) }, 'A rebuild did not finish; what served goes on');
      return error instanceof VersionNotServing;
    }
  }

  private async run(serving: Set<string>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.restart = new AbortController();
      try {
        await this.follow(serving);
      } catch (error) {
        if (signal.aborted) return;
        await this.recover(error, serving);
      }
    }
  }

  private async recover(error: unknown, serving: Set<string>): Promise<void> {
    if (error instanceof VersionNotServing) {
      this.logger.warn({ fold: error.fold, serving: error.serving }, 'A newer version serves; this process folds it no more');
      serving.delete(error.fold);
      return;
    }
    if (!(error instanceof CheckpointMoved)) this.logger.warn({ error: String(error) }, 'The log could not be followed; trying again');
    this.failures += 1;
    await this.rest(Math.min(AGAIN * 2 ** (this.failures - 1), LONGEST_PAUSE));
  }

  private async rest(milliseconds: number, signal = this.stopping.signal): Promise<void> {
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  /** Until something changes: a fold stops or joins, one that stopped is tried again, somebody else writes, the stores go away. */
  private async follow(serving: ReadonlySet<string>): Promise<void> {
    const standing = await this.checkpoints(serving);
    for (;;) {
      const groups = groupsOf(standing);
      const [first, second] = groups;
      if (!first) return this.rest(this.retryEvery, AbortSignal.any([this.stopping.signal, this.restart.signal]));
      if (second) {
        await this.catchUp(first, second.position, standing);
        if (this.restart.signal.aborted) return;
      } else {
        if (standing.size < serving.size) this.retryLater();
        return this.subscribe(first, standing);
      }
    }
  }

  /** Folds that stopped join the others again. */
  private retryLater(): void {
    const { restart, stopping } = this;
    const signal = AbortSignal.any([stopping.signal, restart.signal]);
    void sleep(this.retryEvery, undefined, { signal, ref: false }).then(
      () => restart.abort(),
      () => undefined,
    );
  }

  private async checkpoints(serving: ReadonlySet<string>): Promise<Standing> {
    const standing: Standing = new Map();
    for (const name of serving) standing.set(name, (await this.options.readStore.checkpoint(name)).position);
    return standing;
  }

  private async catchUp({ names, position }: Group, target: Position | undefined, standing: Standing): Promise<void> {
    const limit = this.options.batch ?? BATCH;
    const page = await this.options.store.readAll(position === undefined ? { limit } : { from: position, limit: limit + 1 });
    const events = page.filter((event) => comparePositions(event.position, position) > 0 && comparePositions(event.position, target) <= 0);
    const to = events.at(-1)?.position ?? target;
    if (to === undefined) return;
    this.noteOutcomes(await this.options.readStore.fold(names, events, { from: position, to }), standing);
  }

  private async subscribe({ names, position }: Group, standing: Standing): Promise<void> {
    const signal = AbortSignal.any([this.stopping.signal, this.restart.signal]);
    const maxBatch = this.options.batch ?? BATCH;
    let from = position;
    for await (const delivery of this.options.store.subscribe({ ...(from !== undefined && { after: from }), signal, maxBatch })) {
      if (delivery.position !== undefined && comparePositions(delivery.position, from) > 0) {
        const stopped = await this.foldOne(names, delivery.events, from, delivery.position, standing);
        from = delivery.position;
        if (stopped) return;
      }
      this.failures = 0;
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
        const event = `${trouble.stream}@${trouble.revision}`;
        if (this.standsBefore.get(name) !== event)
          this.logger.error({ fold: name, event, code: trouble.code }, 'A fold stands before an event');
        this.standsBefore.set(name, event);
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
