import { sql, type RawBuilder } from 'kysely';
import { keep, kept, rowTable, type Build } from './builds';
import type { Database, Work } from './database/database';
import { RebuildStopped } from './errors';

/** `decimal` and `marker`: a number, or what stands in its place, each absent where the other is there. `list`: of texts. */
export type SqlColumnType = 'text' | 'integer' | 'decimal' | 'marker' | 'day' | 'instant' | 'boolean' | 'list';

export interface SqlColumn {
  readonly name: string;
  readonly type: SqlColumnType;
  readonly from: 'key' | 'row' | 'part';
  /** Field of the row or of its part. */
  readonly field?: string;
}

/** The rows of a fold as a view that other programs read in PostgreSQL. */
export interface SqlView {
  readonly name: string;
  readonly fold: string;
  /** A list in the row: a line for each of its parts. */
  readonly parts?: string;
  readonly columns: readonly SqlColumn[];
  /** Database roles that may read it, and nothing else of ours by it. */
  readonly roles: readonly string[];
}

export interface SqlViewOptions {
  /** Schema of the views. */
  readonly schema: string;
  readonly views: readonly SqlView[];
}

/** Milliseconds for which a swap waits for whoever is reading a view. */
const PATIENCE = 1_000;

/** Keeps views over the tables that serve; whatever is swapped, they are swapped with it. Of SQLite nobody else reads. */
export class SqlViews {
  constructor(
    private readonly db: Database,
    private readonly options: SqlViewOptions = { schema: 'bi', views: [] },
  ) {}

  /** Makes the schema, and the roles where this user may. Needs the tables' lock. @returns roles that an operator has to make */
  async prepare(trx: Work): Promise<string[]> {
    const { schema, views } = this.options;
    if (this.db.kind !== 'postgres' || views.length === 0) return [];
    await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`.execute(trx);
    const missing: string[] = [];
    for (const role of new Set(views.flatMap(({ roles }) => roles))) {
      if (!(await this.makeRole(trx, role))) missing.push(role);
      else await sql`GRANT USAGE ON SCHEMA ${sql.id(schema)} TO ${sql.id(role)}`.execute(trx);
    }
    await this.dropOthers(trx);
    return missing;
  }

  /** Points the views of a fold at the tables that serve from now on. Needs the tables' lock. @throws RebuildStopped while a view is being read */
  async follow(trx: Work, build: Build): Promise<void> {
    if (this.db.kind !== 'postgres') return;
    for (const view of this.options.views) if (view.fold === build.name) await this.define(trx, view, build);
  }

  private async define(trx: Work, view: SqlView, build: Build): Promise<void> {
    const name = sql.id(this.options.schema, view.name);
    const present = await this.rolesPresent(trx, view.roles);
    const definition = JSON.stringify([rowTable(build), view, present]);
    if ((await kept(this.db, trx, `view/${view.name}`)) === definition) return;
    await sql`SET LOCAL lock_timeout = ${sql.lit(PATIENCE)}`.execute(trx);
    try {
      await sql`DROP VIEW IF EXISTS ${name}`.execute(trx);
    } catch (error) {
      if ((error as { code?: unknown }).code !== '55P03') throw error;
      throw new RebuildStopped(`${view.name} is being read: ${build.name} is swapped in when nobody does`);
    }
    await sql`SET LOCAL lock_timeout = DEFAULT`.execute(trx);
    await sql`CREATE VIEW ${name} WITH (security_barrier) AS ${selectionOf(view, this.db.table(rowTable(build)))}`.execute(trx);
    for (const role of present) await sql`GRANT SELECT ON ${name} TO ${sql.id(role)}`.execute(trx);
    await keep(this.db, trx, `view/${view.name}`, definition);
  }

  /** Views that are no longer declared. */
  private async dropOthers(trx: Work): Promise<void> {
    const { rows } = await sql<{ name: string }>`SELECT name FROM ${this.db.table('store')} WHERE starts_with(name, 'view/')`.execute(trx);
    for (const { name } of rows) {
      const view = name.slice('view/'.length);
      if (this.options.views.some((declared) => declared.name === view)) continue;
      await sql`DROP VIEW IF EXISTS ${sql.id(this.options.schema, view)}`.execute(trx);
      await sql`DELETE FROM ${this.db.table('store')} WHERE name = ${name}`.execute(trx);
    }
  }

  private async makeRole(trx: Work, role: string): Promise<boolean> {
    if ((await this.rolesPresent(trx, [role])).length > 0) return true;
    const { rows } = await sql<{
      may: boolean;
    }>`SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user`.execute(trx);
    if (!rows[0]?.may) return false;
    // Another installation on the same server may make it at the same time.
    await sql`DO $$ BEGIN CREATE ROLE ${sql.id(role)} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`.execute(
      trx,
    );
    return true;
  }

  private async rolesPresent(trx: Work, roles: readonly string[]): Promise<string[]> {
    const { rows } = await sql<{
      rolname: string;
    }>`SELECT rolname FROM pg_roles WHERE rolname = ANY(${roles}::text[]) ORDER BY rolname`.execute(trx);
    return rows.map(({ rolname }) => rolname);
  }
}

function selectionOf({ parts, columns }: SqlView, table: RawBuilder<unknown>): RawBuilder<unknown> {
  const selected = columns.map((column) => sql`${valueOf(column)} AS ${sql.id(column.name)}`);
  const lines = parts === undefined ? sql`` : sql` CROSS JOIN LATERAL jsonb_array_elements(r.whole -> ${sql.lit(parts)}) AS p(part)`;
  return sql`SELECT ${sql.join(selected)} FROM (SELECT key, body::jsonb AS whole FROM ${table}) r${lines}`;
}

const NUMBER = String.raw`^-?[0-9]+(\.[0-9]+)?$`;

function valueOf({ type, from, field }: SqlColumn): RawBuilder<unknown> {
  if (from === 'key') return sql`r.key`;
  const whole = from === 'row' ? sql`r.whole` : sql`p.part`;
  const text = sql`(${whole} ->> ${sql.lit(field!)})`;
  switch (type) {
    case 'text':
      return text;
    case 'integer':
      return sql`${text}::bigint`;
    case 'decimal':
      return sql`CASE WHEN ${text} ~ ${sql.lit(NUMBER)} THEN ${text}::numeric END`;
    case 'marker':
      return sql`CASE WHEN ${text} !~ ${sql.lit(NUMBER)} THEN ${text} END`;
    case 'day':
      return sql`${text}::date`;
    case 'instant':
      return sql`${text}::timestamptz`;
    case 'boolean':
      return sql`${text}::boolean`;
    case 'list':
      return sql`CASE WHEN ${whole} ? ${sql.lit(field!)} THEN ARRAY(SELECT jsonb_array_elements_text(${whole} -> ${sql.lit(field!)})) END`;
  }
}
