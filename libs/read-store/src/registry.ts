import type { Position } from '@app/event-store/port';
import { dropBuild, makeBuild, readBuilds, readRebuilt, type Build, type BuildWithProgress } from './builds';
import type { Connection, Database, Work } from './database/database';
import { UnknownFold, VersionNotServing } from './errors';
import type { Target } from './fold-writer';
import { isProcess, layoutOf, type Fold, type Layout } from './layout';
import type { Trouble } from './occurrence';
import type { SqlViews } from './sql-views';

interface Declared {
  readonly fold: Fold;
  readonly layout: Layout;
}

/** What is to be done with a fold from here on. */
export interface Prepared {
  readonly name: string;
  /**
   * `serving`: fold on from `position`. `rebuild`: an older version serves until `rebuild` has filled the tables of this one.
   * `superseded`: a newer version serves already; this build leaves it alone.
   */
  readonly state: 'serving' | 'rebuild' | 'superseded';
  readonly position: Position | undefined;
}

/** One set of tables and how far it is. */
export interface BuildStatus {
  readonly version: number;
  readonly position: Position | undefined;
  readonly rows: number;
  readonly parked: number;
  readonly stopped: Trouble | undefined;
}

export interface FoldStatus {
  readonly name: string;
  readonly kind: 'projection' | 'process';
  /** The version that this build folds. */
  readonly version: number;
  readonly serving: BuildStatus;
  /** What is being filled beside it. */
  readonly building: BuildStatus | undefined;
  /** Instant at which it was last rebuilt and swapped in; absent where it never was. */
  readonly rebuiltAt: string | undefined;
}

/** Which folds there are, and which tables each is in. Other processes may swap tables at any time: what is known here is checked in use. */
export class Registry {
  private readonly declared = new Map<string, Declared>();
  private serving = new Map<string, Build>();

  /** Database roles for views that this user may not make. */
  missingRoles: readonly string[] = [];

  constructor(
    private readonly db: Database,
    private readonly views: SqlViews,
  ) {}

  async prepare(folds: readonly Fold[]): Promise<Prepared[]> {
    for (const fold of folds) this.declared.set(fold.name, { fold, layout: layoutOf(fold) });
    const names = folds.map(({ name }) => name);
    if (new Set(names).size < names.length) throw new Error(`Two folds share a name: ${names.join(', ')}`);
    const prepared = await this.db.transaction(async (trx) => {
      await this.db.lockTables(trx);
      const builds = await readBuilds(this.db, trx, names);
      this.missingRoles = await this.views.prepare(trx);
      const all: Prepared[] = [];
      for (const name of names) {
        all.push(
          await this.prepareOne(
            trx,
            this.declaredAs(name),
            builds.filter((build) => build.name === name),
          ),
        );
      }
      return all;
    });
    await this.refresh();
    return prepared;
  }

  private async prepareOne(trx: Work, { fold, layout }: Declared, builds: readonly BuildWithProgress[]): Promise<Prepared> {
    const { name, version } = fold;
    for (const build of builds) if (build.state === 'retired') await dropBuild(this.db, trx, build);
    const serving = builds.find(({ state }) => state === 'serving');
    if (!serving) {
      await this.views.follow(trx, await makeBuild(this.db, trx, { name, version, layout, state: 'serving' }));
      return { name, state: 'serving', position: undefined };
    }
    const { position } = serving;
    if (serving.version > version) return { name, state: 'superseded', position };
    await this.views.follow(trx, serving);
    if (isOf(serving, { fold, layout })) return { name, state: 'serving', position };
    return { name, state: 'rebuild', position };
  }

  /** What serves, as it is now. */
  async refresh(): Promise<void> {
    const builds = await this.db.read((connection) => readBuilds(this.db, connection, [...this.declared.keys()]));
    this.serving = new Map(builds.filter(({ state }) => state === 'serving').map((build) => [build.name, build]));
  }

  /** @throws UnknownFold */
  declaredAs(name: string): Declared {
    const declared = this.declared.get(name);
    if (!declared) throw new UnknownFold(name);
    return declared;
  }

  names(): string[] {
    return [...this.declared.keys()];
  }

  /** @throws UnknownFold */
  servingBuild(name: string): Build {
    const build = this.serving.get(name);
    if (!build) throw new UnknownFold(name);
    return build;
  }

  /** What serves, where it is of the version that is declared here. @throws UnknownFold, VersionNotServing */
  target(name: string): Target {
    const declared = this.declaredAs(name);
    const build = this.servingBuild(name);
    if (!isOf(build, declared)) throw new VersionNotServing(name, declared.fold.version, build.version);
    return { fold: declared.fold, build };
  }

  /**
   * Reads from what serves. `read` answers `undefined` when the build no longer serves (its row in `builds` says so, in the same statement);
   * then, and when its tables are gone, what serves now is asked.
   */
  async reading<T>(name: string, read: (build: Build, connection: Connection) => Promise<T | undefined>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.db.read((connection) => read(this.servingBuild(name), connection));
        if (answer !== undefined) return answer;
      } catch (error) {
        if (attempt === 3 || !this.db.isMissingTable(error)) throw error;
      }
      if (attempt === 3) throw new UnknownFold(name);
      await this.refresh();
    }
  }

  async status(): Promise<FoldStatus[]> {
    const [builds, rebuilt] = await this.db.read(async (connection) => [
      await readBuilds(this.db, connection, this.names()),
      await readRebuilt(this.db, connection),
    ]);
    return this.names().flatMap((name): FoldStatus[] => {
      const { fold } = this.declaredAs(name);
      const serving = builds.find((build) => build.name === name && build.state === 'serving');
      const building = builds.find((build) => build.name === name && build.state === 'building');
      const kind = isProcess(fold) ? 'process' : 'projection';
      if (!serving) return [];
      return [
        {
          name,
          kind,
          version: fold.version,
          serving: statusOf(serving),
          building: building && statusOf(building),
          rebuiltAt: rebuilt.get(name),
        },
      ];
    });
  }
}

/** Whether a build has the declared version and tables. */
export const isOf = (build: Build, { fold, layout }: Declared): boolean =>
  build.version === fold.version && JSON.stringify(build.layout) === JSON.stringify(layout);

const statusOf = ({ version, position, rows, parked, stopped }: BuildWithProgress): BuildStatus => ({
  version,
  position,
  rows,
  parked,
  stopped,
});
