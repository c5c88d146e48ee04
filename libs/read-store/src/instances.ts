import { sql, type RawBuilder } from 'kysely';
import type { Process } from '@app/event-sourcing';
import type { Position } from '@app/event-store/port';
import { positionFrom, rowTable, type Build } from './builds';
import type { Connection, Database, Work } from './database/database';
import type { Current } from './queries';
import type { Registry } from './registry';

/** What became of a step that was asked for. */
export type StepOutcome = 'accepted' | 'nothing' | { readonly refused: string };

/** Why an instance asks for nothing more until a person has looked: the answer that the domain gave it. */
export interface InstanceRefusal {
  readonly step: string;
  readonly code: string;
  readonly says: string;
}

export interface Instance<S> {
  readonly instance: string;
  readonly state: S;
  /** The last event that it was folded from; to be handed to `settle`. */
  readonly seen: Position;
  /** Instant of the domain clock at which it is to be asked; empty: at once; absent: not before the next event. */
  readonly attention: string | undefined;
  readonly answered: Readonly<Record<string, StepOutcome>>;
  readonly refused: InstanceRefusal | undefined;
}

/** Where an instance that was asked stood among those that are due. */
export type Asked = Pick<Instance<unknown>, 'instance' | 'attention'>;

export interface Settled {
  readonly instance: string;
  /** `seen` of the instance that was asked. */
  readonly seen: Position;
  /** When to ask again; `null`: not before the next event. */
  readonly remindAt: string | null;
  /** Steps answered just now, added to those before. */
  readonly answered?: Readonly<Record<string, StepOutcome>>;
  /** `null` clears it; absent leaves it. */
  readonly refused?: InstanceRefusal | null;
}

interface InstanceRow {
  readonly checkpoint: string;
  readonly key: string;
  readonly body: string | null;
  readonly touched: Position;
  readonly attention: string | null;
  readonly answered: string;
  readonly refused: string | null;
}

const COLUMNS = sql`key, body, touched, attention, answered, refused`;

/** Process instances: their state as folded, and what they wait for. While another version serves, `VersionNotServing` keeps them mute. */
export class Instances {
  constructor(
    private readonly db: Database,
    private readonly registry: Registry,
  ) {}

  /** Instances to be asked by `now`, the longest due first, those behind `after` alone; what the state was read up to. */
  due<S>(process: Process<S>, now: string, limit = 100, after?: Asked): Promise<Current & { readonly instances: readonly Instance<S>[] }> {
    const behind = after === undefined ? sql`` : sql` AND (attention, key) > (${after.attention ?? ''}, ${after.instance})`;
    return this.list(process, sql`attention <= ${now}${behind}`, sql`attention, key`, limit);
  }

  /** Instances that a refusal has parked. */
  refused<S>(process: Process<S>, limit = 1_000): Promise<Current & { readonly instances: readonly Instance<S>[] }> {
    return this.list(process, sql`refused IS NOT NULL`, sql`key`, limit);
  }

  async one<S>(process: Process<S>, instance: string): Promise<Current & { readonly instance: Instance<S> | undefined }> {
    const { instances, position } = await this.list(process, sql`key = ${instance}`, sql`key`, 1);
    return { instance: instances[0], position };
  }

  private list<S>(
    process: Process<S>,
    which: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
    limit: number,
  ): Promise<Current & { instances: Instance<S>[] }> {
    return this.reading(process, async (build, connection) => {
      const { rows } = await sql<InstanceRow>`SELECT b.position AS checkpoint, p.* FROM ${this.db.table('builds')} b LEFT JOIN
          (SELECT ${COLUMNS} FROM ${this.db.table(rowTable(build))} WHERE ${which} ORDER BY ${order} LIMIT ${limit}) p ON 1 = 1
        WHERE b.id = ${build.id} AND b.state = 'serving' ORDER BY ${order}`.execute(connection);
      const first = rows[0];
      if (!first) return undefined;
      const instances = rows.filter(({ body }) => body !== null).map((row) => instanceFrom<S>(row));
      return { instances, position: positionFrom(first.checkpoint) };
    });
  }

  /** The earliest moment at which an instance is to be asked; empty: at once; absent: none is. */
  async nextAttention(process: Process): Promise<string | undefined> {
    const { attention } = await this.reading(process, async (build, connection) => {
      const { rows } = await sql<{ attention: string | null }>`SELECT
          (SELECT attention FROM ${this.db.table(rowTable(build))} WHERE attention IS NOT NULL ORDER BY attention LIMIT 1) AS attention
        FROM ${this.db.table('builds')} b WHERE b.id = ${build.id} AND b.state = 'serving'`.execute(connection);
      return rows[0];
    });
    return attention ?? undefined;
  }

  /**
   * Records what instances were answered, and when to ask them again: unless an event has touched one since it was `seen`, then it is asked
   * at once. All of them in one transaction, one after another with the folding.
   * @returns the instances whose moment was taken
   */
  settle(process: Process, settlements: readonly Settled[]): Promise<ReadonlySet<string>> {
    return this.reading(process, (build) =>
      this.db.transaction(async (trx) => {
        const builds = this.db.table('builds');
        const serving = await sql`UPDATE ${builds} SET state = state WHERE id = ${build.id} AND state = 'serving' RETURNING id`.execute(
          trx,
        );
        if (serving.rows.length === 0) return undefined;
        return this.settleTogether(trx, build, settlements);
      }),
    );
  }

  /** Whoever folds waits for the build, so nothing changes between what is read here and what is written. */
  private async settleTogether(trx: Work, build: Build, settlements: readonly Settled[]): Promise<Set<string>> {
    const taken = new Set<string>();
    if (settlements.length === 0) return taken;
    const table = this.db.table(rowTable(build));
    const keys = settlements.map(({ instance }) => instance);
    const { rows } = await sql<Omit<InstanceRow, 'checkpoint' | 'body'>>`SELECT key, touched, attention, answered, refused FROM ${table}
      WHERE ${this.db.among('key', keys)}`.execute(trx);
    const standing = new Map(rows.map((row) => [row.key, row]));
    for (const { instance, seen, remindAt, answered = {}, refused } of settlements) {
      const row = standing.get(instance);
      if (!row) continue;
      if (row.touched === seen) taken.add(instance);
      standing.set(instance, {
        ...row,
        attention: row.touched === seen ? remindAt : row.attention,
        answered:
          Object.keys(answered).length === 0 ? row.answered : JSON.stringify({ ...(JSON.parse(row.answered) as object), ...answered }),
        refused: refused === undefined ? row.refused : refused === null ? null : JSON.stringify(refused),
      });
    }
    const settled = [...standing.values()].map(
      ({ key, attention, answered, refused }) => sql`(${sql.join([key, attention, answered, refused])})`,
    );
    if (settled.length === 0) return taken;
    await sql`WITH settled (key, attention, answered, refused) AS (VALUES ${sql.join(settled)})
      UPDATE ${table} SET attention = settled.attention, answered = settled.answered, refused = settled.refused
      FROM settled WHERE ${sql.id(rowTable(build), 'key')} = settled.key`.execute(trx);
    return taken;
  }

  private reading<T>(process: Process, read: (build: Build, connection: Connection) => Promise<T | undefined>): Promise<T> {
    return this.registry.reading(process.name, (_serving, connection) => read(this.registry.target(process.name).build, connection));
  }
}

const instanceFrom = <S>({ key, body, touched, attention, answered, refused }: InstanceRow): Instance<S> => ({
  instance: key,
  state: JSON.parse(body!) as S,
  seen: touched,
  attention: attention ?? undefined,
  answered: JSON.parse(answered) as Record<string, StepOutcome>,
  refused: refused === null ? undefined : (JSON.parse(refused) as InstanceRefusal),
});
