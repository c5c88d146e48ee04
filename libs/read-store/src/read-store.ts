import type { EventCatalogue, Process, Projection } from '@app/event-sourcing';
import type { Position, RecordedEvent } from '@app/event-store/port';
import { Arrivals } from './arrival';
import { Aside } from './aside';
import { AsideRows } from './aside-rows';
import { keep, kept, makeStoreTables, readBuilds } from './builds';
import { Feed, type Changes } from './changes';
import { checksumOf, type Checksum } from './checksum';
import type { Database } from './database/database';
import { openPostgresDatabase } from './database/postgres';
import { openSqliteDatabase } from './database/sqlite';
import { CheckpointMoved, InstallationMismatch, NotParked, UnknownFold } from './errors';
import { foldBatch, type Folding, type FoldOutcome, type Stretch } from './fold-writer';
import { Instances, type Asked, type Instance, type Settled } from './instances';
import type { Fold } from './layout';
import type { Trouble } from './occurrence';
import { readParked, type ParkedInstance } from './parking';
import { Queries, type Current, type Page } from './queries';
import type { Filter, Query } from './query';
import { Rebuilding, type Rebuilt, type RebuildOptions, type Verified } from './rebuild';
import { Registry, type FoldStatus, type Prepared } from './registry';
import type { Log } from './replay';
import { resume, type Resumed } from './resuming';
import { SkipDecisions, type SkipDecision } from './skipping';
import { SqlViews, type SqlViewOptions } from './sql-views';
import type { Total, TotalsAsked } from './totals';

export type ReadStoreOptions = ({ readonly sqlite: string } | { readonly postgres: string; readonly schema: string }) & {
  /** Every event that this build knows. */
  readonly catalogue: EventCatalogue;
  /** What people have decided to skip, as kept by the caller. */
  readonly skipped?: Iterable<SkipDecision>;
  /** Views for other programs; in PostgreSQL only. */
  readonly views?: SqlViewOptions;
};

/**
 * Opens the read models in a SQLite file (`sqlite`: its path, one process at a time) or in a schema of a PostgreSQL database, making what is missing.
 * @throws ReadStoreUnavailable, ReadStoreUnusable
 */
export async function openReadStore(options: ReadStoreOptions): Promise<ReadStore> {
  const db = 'sqlite' in options ? openSqliteDatabase(options.sqlite) : await openPostgresDatabase(options.postgres, options.schema);
  try {
    await makeStoreTables(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return new ReadStore(db, options.catalogue, new SkipDecisions(options.skipped), options.views);
}

/**
 * Rows and process instances folded from the log, with checkpoints. Everything here can be rebuilt from the events.
 * Every method may throw `ReadStoreUnavailable`, and `UnknownFold` for a name that was never prepared.
 */
export class ReadStore {
  private readonly registry: Registry;
  private readonly queries: Queries;
  private readonly feed: Feed;
  private readonly instances: Instances;
  private readonly rebuilding: Rebuilding;
  private readonly context: Folding;
  private readonly arrivals = new Arrivals();

  constructor(
    private readonly db: Database,
    catalogue: EventCatalogue,
    skipped: SkipDecisions,
    viewOptions?: SqlViewOptions,
  ) {
    const views = new SqlViews(db, viewOptions);
    this.context = { db, catalogue, skipped };
    this.registry = new Registry(db, views);
    this.queries = new Queries(db, this.registry);
    this.feed = new Feed(db, this.registry);
    this.instances = new Instances(db, this.registry);
    this.rebuilding = new Rebuilding(this.context, this.registry, views);
  }

  /** Makes the tables of these folds where there are none, and says of each whether it can be folded on or must be rebuilt first. */
  prepare(folds: readonly Fold[]): Promise<Prepared[]> {
    return this.registry.prepare(folds);
  }

  /** Database roles for views that an operator has to make, since this database user may not. */
  get missingRoles(): readonly string[] {
    return this.registry.missingRoles;
  }

  /** The installation whose log these rows were folded from; absent before the first `claim`. */
  installation(): Promise<string | undefined> {
    return this.db.transaction((trx) => kept(this.db, trx, 'installation'));
  }

  /** Ties the rows to an installation, once and for all. @throws InstallationMismatch when they belong to another one */
  async claim(installation: string): Promise<void> {
    await this.db.transaction(async (trx) => {
      await this.db.lockTables(trx);
      const stored = await kept(this.db, trx, 'installation');
      if (stored !== undefined && stored !== installation) throw new InstallationMismatch(stored, installation);
      await keep(this.db, trx, 'installation', installation);
    });
  }

  /**
   * Folds one batch into several folds that all stand at `from`: rows, instances, parked events and checkpoints in one transaction.
   * `events` are all of ours after `from` up to `to`; `to` may lie beyond the last of them.
   * An event that a line cannot take parks its instance; one that is unknown or cannot be routed stops the fold before it (`stopped`).
   * @throws CheckpointMoved (nothing was written), VersionNotServing
   */
  async fold(names: readonly string[], events: readonly RecordedEvent[], stretch: Stretch): Promise<FoldOutcome[]> {
    const targets = names.map((name) => this.registry.target(name));
    try {
      const outcomes = await foldBatch(this.context, targets, events, stretch);
      for (const { name, position } of outcomes) this.arrivals.reached(name, position);
      return outcomes;
    } catch (error) {
      if (!(error instanceof CheckpointMoved) && !this.db.isMissingTable(error)) throw error;
      await this.registry.refresh();
      throw error instanceof CheckpointMoved ? error : new CheckpointMoved(names, stretch.from);
    }
  }

  /** How far a fold is, and what stops it. */
  async checkpoint(name: string): Promise<Current & { readonly stopped: Trouble | undefined }> {
    const builds = await this.db.read((connection) => readBuilds(this.db, connection, [name]));
    const serving = builds.find(({ state }) => state === 'serving');
    if (!serving) throw new UnknownFold(name);
    return { position: serving.position, stopped: serving.stopped };
  }

  /** Waits until a fold has come as far as `position`, at most `timeout` milliseconds. @returns whether it has */
  waitFor(name: string, position: Position, timeout: number): Promise<boolean> {
    const ask = async (): Promise<Position | undefined> => (await this.checkpoint(name)).position;
    return this.arrivals.wait(name, position, { timeout, ask, every: this.db.kind === 'postgres' ? 50 : undefined });
  }

  /** The row under a key; of entries the place in the log of the event that made it. */
  get<Row extends object>(projection: Projection<Row>, key: string): Promise<Current & { readonly row: Row | undefined }> {
    return this.queries.get(projection, key);
  }

  /** A page of rows. @throws QueryRefused, CursorRefused, VersionNotServing while an older version without these columns serves */
  find<Row extends object>(projection: Projection<Row>, query?: Query<Row>): Promise<Page<Row>> {
    return this.queries.find(projection, query);
  }

  /** The keys of every row, in order: for read models with few rows. @throws QueryRefused, VersionNotServing */
  keys<Row extends object>(projection: Projection<Row>, filter: Filter<Row> = {}): Promise<Current & { readonly keys: readonly string[] }> {
    return this.queries.keys(projection, filter);
  }

  /** How many rows there are. @throws QueryRefused, VersionNotServing */
  count<Row extends object>(projection: Projection<Row>, filter?: Filter<Row>): Promise<Current & { readonly count: number }> {
    return this.queries.count(projection, filter);
  }

  /** Rows counted by what they say in some columns, with sums of others. @throws QueryRefused, VersionNotServing */
  totals<Row extends object>(
    projection: Projection<Row>,
    asked: TotalsAsked<Row> = {},
  ): Promise<Current & { readonly totals: readonly Total[] }> {
    return this.queries.totals(projection, asked);
  }

  /** Rows of a read model with a `feed` that changed after a place which an answer gave. @throws QueryRefused, CursorRefused, FeedRestarted */
  changes<Row extends object>(projection: Projection<Row>, asked: { after?: string; limit: number }): Promise<Changes<Row>> {
    return this.feed.changes(projection, asked);
  }

  /** Values of a text column among the rows, each once, in the order of their bytes. @throws QueryRefused, VersionNotServing */
  distinct<Row extends object>(
    projection: Projection<Row>,
    column: keyof Row & string,
    filter?: Filter<Row>,
  ): Promise<Current & { readonly values: readonly string[] }> {
    return this.queries.distinct(projection, column, filter);
  }

  /** Rows to be folded in memory from chosen events, under these keys alone where there are any; what is stored stays as it is. */
  aside<Row extends object>(projection: Projection<Row>, keys?: readonly string[]): Aside<Row> {
    const { catalogue, skipped } = this.context;
    return new Aside<Row>({ fold: projection, catalogue, skipped, keys });
  }

  /** What was folded aside, kept in memory to be found and counted like what is stored, by the same questions. To be closed. */
  asideRows<Row extends object>(projection: Projection<Row>, aside: Aside<Row>, position: Position | undefined): Promise<AsideRows<Row>> {
    return AsideRows.open(projection, aside, position);
  }

  /**
   * Instances to be asked by `now`, the longest due first, and what they were folded up to; those behind `after` alone, so that one that is
   * due again at once comes in the next round.
   * @throws VersionNotServing
   */
  dueInstances<S>(
    process: Process<S>,
    now: string,
    limit?: number,
    after?: Asked,
  ): Promise<Current & { readonly instances: readonly Instance<S>[] }> {
    return this.instances.due(process, now, limit, after);
  }

  /** The earliest moment at which an instance is to be asked; empty: at once; absent: none is. @throws VersionNotServing */
  nextAttention(process: Process): Promise<string | undefined> {
    return this.instances.nextAttention(process);
  }

  /**
   * Records what instances were answered and when to ask them again, unless an event has touched one since it was `seen`.
   * @returns the instances whose moment was taken
   * @throws VersionNotServing
   */
  settle(process: Process, settlements: readonly Settled[]): Promise<ReadonlySet<string>> {
    return this.instances.settle(process, settlements);
  }

  /** @throws VersionNotServing */
  instance<S>(process: Process<S>, instance: string): Promise<Current & { readonly instance: Instance<S> | undefined }> {
    return this.instances.one(process, instance);
  }

  /** Instances that the domain's refusal has parked. @throws VersionNotServing */
  refusedInstances<S>(process: Process<S>, limit?: number): Promise<Current & { readonly instances: readonly Instance<S>[] }> {
    return this.instances.refused(process, limit);
  }

  /** Instances that have events waiting behind one that could not be folded, the longest parked first. */
  parked(names: readonly string[] = this.registry.names()): Promise<ParkedInstance[]> {
    return this.db.read(async (connection) => {
      const builds = await readBuilds(this.db, connection, names);
      return readParked(
        this.db,
        connection,
        builds.filter(({ state }) => state === 'serving'),
      );
    });
  }

  /** Folds what waits for a parked instance, as far as it goes. @throws NotParked, VersionNotServing */
  retry(name: string, key: string, log: Log): Promise<Resumed> {
    return resume(this.context, this.registry.target(name), key, log);
  }

  /**
   * Lets a parked instance go on without the event that parked it. The caller keeps the decision with its reason, and hands it in when the
   * store is opened again: a rebuild skips the same event.
   * @throws NotParked, VersionNotServing
   */
  async skip(name: string, key: string, log: Log): Promise<Resumed & { readonly decision: SkipDecision }> {
    const parked = (await this.parked([name])).find((instance) => instance.key === key);
    if (!parked) throw new NotParked(name, key);
    const decision: SkipDecision = { fold: name, key, eventId: parked.eventId };
    this.context.skipped.add(decision);
    return { ...(await this.retry(name, key, log)), decision };
  }

  /** Builds a fold anew beside what serves, from the log, and swaps it in. @throws RebuildStopped, VersionNotServing */
  rebuild(name: string, log: Log, options?: RebuildOptions): Promise<Rebuilt> {
    return this.rebuilding.rebuild(name, log, options);
  }

  /** Folds the log beside what serves, compares, and throws the copy away. @throws RebuildStopped, VersionNotServing */
  verify(name: string, log: Log, options?: RebuildOptions): Promise<Verified> {
    return this.rebuilding.verify(name, log, options);
  }

  /** The checksum of the rows that serve, and how far they are. */
  checksum(name: string): Promise<Current & Checksum> {
    return this.db.snapshot(async (trx) => {
      const serving = (await readBuilds(this.db, trx, [name])).find(({ state }) => state === 'serving');
      if (!serving) throw new UnknownFold(name);
      return { position: serving.position, ...(await checksumOf(this.db, trx, serving)) };
    });
  }

  /** Every prepared fold: what serves, how far it is, what stops it, what is being built. */
  status(): Promise<FoldStatus[]> {
    return this.registry.status();
  }

  close(): Promise<void> {
    return this.db.close();
  }
}
