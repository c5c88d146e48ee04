import { sql } from 'kysely';
import { comparePositions, type Position, type RecordedEvent } from '@app/event-store/port';
import {
  dropBuild,
  keep,
  makeBuild,
  readBuilds,
  rebuiltName,
  rowTable,
  type Build,
  type BuildState,
  type BuildWithProgress,
} from './builds';
import { checksumOf, type Checksum } from './checksum';
import type { Work } from './database/database';
import { CheckpointMoved, RebuildStopped, ReadStoreUnusable, VersionNotServing } from './errors';
import { foldBatch, type Folding } from './fold-writer';
import { isOf, type Registry } from './registry';
import { pagesOf, type Log } from './replay';
import type { SqlViews } from './sql-views';

export interface RebuildOptions {
  /** Events folded at a time; by default 2,000. */
  readonly batch?: number;
  /** Stops between two batches; what was built stays and goes on when asked again. */
  readonly signal?: AbortSignal;
  /** Told after every batch: how far it is, and how many events were folded since it began or went on. */
  readonly onProgress?: (position: Position | undefined, folded: number) => void;
}

export interface Rebuilt {
  readonly name: string;
  readonly version: number;
  readonly position: Position | undefined;
  readonly rows: number;
  /** Instances that have events waiting in the new tables. */
  readonly parked: number;
}

/** Whether the rows that serve are those of a fresh fold of the same events. */
export interface Verified {
  readonly name: string;
  readonly same: boolean;
  /** The position at which both were compared. */
  readonly position: Position | undefined;
  readonly served: Checksum;
  readonly replayed: Checksum;
}

/** Fills tables beside those that serve. */
export class Rebuilding {
  constructor(
    private readonly context: Folding,
    private readonly registry: Registry,
    private readonly views: SqlViews,
  ) {}

  /**
   * Builds this fold anew from the log and swaps it in when it has come as far as what serves, in one transaction.
   * A rebuild that was cut off goes on where it was.
   * @throws RebuildStopped, VersionNotServing when a newer version serves
   */
  async rebuild(name: string, log: Log, options: RebuildOptions = {}): Promise<Rebuilt> {
    const { fold } = this.registry.declaredAs(name);
    let build = await this.begin(name, 'building');
    for (;;) {
      const before = await this.serving(name);
      build = await this.fill(build, log, options);
      if (await this.swap(build, before.position)) break;
      options.signal?.throwIfAborted();
    }
    await this.registry.refresh();
    await this.dropRetired(name);
    const { position, rows, parked } = await this.serving(name);
    return { name, version: fold.version, position, rows, parked };
  }

  /** Folds the log beside what serves and compares. @throws RebuildStopped, VersionNotServing */
  async verify(name: string, log: Log, options: RebuildOptions = {}): Promise<Verified> {
    this.registry.target(name);
    let build = await this.begin(name, 'checking');
    try {
      for (;;) {
        const { position } = await this.serving(name);
        build = await this.fill(build, log, options, (event) => comparePositions(event.position, position) <= 0);
        const verified = await this.compare(build, position);
        if (verified) return verified;
        options.signal?.throwIfAborted();
      }
    } finally {
      await this.drop(build);
    }
  }

  /** A build to fill: the one that was begun before, or an empty one. */
  private begin(name: string, state: BuildState): Promise<BuildWithProgress> {
    const declared = this.registry.declaredAs(name);
    const { db } = this.context;
    return db.transaction(async (trx) => {
      await db.lockTables(trx);
      const builds = await readBuilds(db, trx, [name]);
      const newer = builds.find(({ version, state: other }) => version > declared.fold.version && other !== 'retired');
      if (newer) throw new VersionNotServing(name, declared.fold.version, newer.version);
      const begun = builds.filter((build) => build.state === state);
      const same = begun.find((build) => state === 'building' && isOf(build, declared));
      for (const build of begun) if (build !== same) await dropBuild(db, trx, build);
      return same ?? makeBuild(db, trx, { name, version: declared.fold.version, layout: declared.layout, state });
    });
  }

  /** Folds on from where the build is to the end of the log, or as far as `within` says. */
  private async fill(
    build: BuildWithProgress,
    log: Log,
    { batch = 2_000, signal, onProgress }: RebuildOptions,
    within: (event: RecordedEvent) => boolean = () => true,
  ): Promise<BuildWithProgress> {
    let { position } = build;
    let folded = 0;
    for await (const page of pagesOf(log, position, batch)) {
      const events = page.filter(within);
      if (events.length > 0) position = await this.foldOn(build, events, position);
      folded += events.length;
      onProgress?.(position, folded);
      if (events.length < page.length) break;
      signal?.throwIfAborted();
    }
    return { ...build, position };
  }

  private async foldOn(build: Build, events: readonly RecordedEvent[], from: Position | undefined): Promise<Position | undefined> {
    const { fold } = this.registry.declaredAs(build.name);
    const [outcome] = await foldBatch(this.context, [{ fold, build }], events, { from, to: events.at(-1)!.position });
    if (outcome!.stopped) {
      const { stream, revision, message } = outcome!.stopped;
      throw new RebuildStopped(`${build.name} cannot be built past ${stream}@${revision}: ${message}`);
    }
    return outcome!.position;
  }

  private async serving(name: string): Promise<BuildWithProgress> {
    const { db } = this.context;
    const builds = await db.read((connection) => readBuilds(db, connection, [name]));
    return builds.find(({ state }) => state === 'serving')!;
  }

  /**
   * Swaps unless what serves has gone further meanwhile. `reached` is how far it was before the end of the log was read:
   * a position beyond that end belongs to no event that is still there.
   */
  private swap(build: BuildWithProgress, reached: Position | undefined): Promise<boolean> {
    const { db } = this.context;
    return db.transaction(async (trx) => {
      await db.lockTables(trx);
      const held = await this.hold(trx, build.name);
      const own = held.find(({ id }) => id === build.id);
      const serving = held.find(({ state }) => state === 'serving')!;
      if (!own || own.position !== build.position) throw new CheckpointMoved([build.name], build.position);
      const further = comparePositions(serving.position, own.position) > 0 && comparePositions(serving.position, reached) > 0;
      if (further) return false;
      await this.checkCount(trx, own);
      await sql`UPDATE ${db.table('builds')} SET state = 'retired' WHERE id = ${serving.id}`.execute(trx);
      await sql`UPDATE ${db.table('builds')} SET state = 'serving' WHERE id = ${own.id}`.execute(trx);
      await keep(db, trx, rebuiltName(build.name), new Date().toISOString());
      await this.views.follow(trx, own);
      return true;
    });
  }

  /** The builds of a fold as they are, and as they stay until the transaction ends. */
  private async hold(trx: Work, name: string): Promise<BuildWithProgress[]> {
    const { db } = this.context;
    await sql`UPDATE ${db.table('builds')} SET position = position WHERE name = ${name}`.execute(trx);
    return readBuilds(db, trx, [name]);
  }

  /** Every row that was folded is there, and no other. */
  private async checkCount(trx: Work, build: BuildWithProgress): Promise<void> {
    const table = this.context.db.table(rowTable(build));
    const { rows } = await sql<{ rows: number }>`SELECT COUNT(*) AS rows FROM ${table}`.execute(trx);
    if (rows[0]?.rows === build.rows) return;
    throw new ReadStoreUnusable(`${build.name} was folded into ${build.rows} rows and has ${rows[0]?.rows}: it is not swapped in`);
  }

  private compare(build: BuildWithProgress, position: Position | undefined): Promise<Verified | undefined> {
    const { db } = this.context;
    return db.snapshot(async (trx) => {
      const builds = await readBuilds(db, trx, [build.name]);
      const serving = builds.find(({ state }) => state === 'serving')!;
      if (serving.position !== position) return undefined;
      const served = await checksumOf(db, trx, serving);
      const replayed = await checksumOf(db, trx, build);
      return { name: build.name, same: served.sha256 === replayed.sha256, position, served, replayed };
    });
  }

  private async drop(build: Build): Promise<void> {
    const { db } = this.context;
    await db.transaction(async (trx) => {
      await db.lockTables(trx);
      await dropBuild(db, trx, build);
    });
  }

  private async dropRetired(name: string): Promise<void> {
    const { db } = this.context;
    const builds = await db.read((connection) => readBuilds(db, connection, [name]));
    for (const build of builds) if (build.state === 'retired') await this.drop(build);
  }
}
