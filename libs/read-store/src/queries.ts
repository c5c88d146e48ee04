import { sql, type RawBuilder } from 'kysely';
import type { Projection } from '@app/event-sourcing';
import type { Position } from '@app/event-store/port';
import { columnName, positionFrom, rowTable, termTable, type Build } from './builds';
import type { Cell, Connection, Database } from './database/database';
import { QueryRefused, VersionNotServing } from './errors';
import { isStorableText, layoutOf, WORDS, type Layout } from './layout';
import {
  compileQuery,
  filterOf,
  isWhole,
  TermConditions,
  type CommonTerm,
  type Filter,
  type PageRow,
  type Query,
  type TermCondition,
} from './query';
import { postingOf } from './posting';
import type { Registry } from './registry';
import { compileTotals, totalsFrom, type Total, type TotalsAsked } from './totals';
import { wordsBeginning } from './words-beginning';

/** Everything up to here is in what was read; absent: nothing has been folded yet. */
export interface Current {
  readonly position: Position | undefined;
}

export interface Listed<Row> {
  /** Of an entry: the place in the log of the event that made it. */
  readonly key: string;
  readonly row: Row;
}

export interface Page<Row> extends Current {
  readonly rows: readonly Listed<Row>[];
  /** For the next page; absent on the last one. */
  readonly nextCursor?: string;
}

/** Rows that are sooner read in the order that is asked than sorted. */
const COMMON = 1_000;
/** Rows that are sooner looked up one by one than kept in memory. */
const VERY_COMMON = 10_000;
/** Words by which a row is sooner looked up than by all that lies between them. */
const FEW_WORDS = 20;

/** What is read of read models: every answer comes from one moment and says which. */
export class Queries {
  constructor(
    private readonly db: Database,
    private readonly registry: Registry,
  ) {}

  /** The row under a key. */
  async get<Row extends object>(projection: Projection<Row>, key: string): Promise<Current & { readonly row: Row | undefined }> {
    const known = isStorableText(key) ? key : '';
    return this.registry.reading(projection.name, async (build, connection) => {
      const { rows } = await sql<{ checkpoint: string; body: string | null }>`SELECT b.position AS checkpoint, r.body AS body
        FROM ${this.db.table('builds')} b LEFT JOIN ${this.db.table(rowTable(build))} r ON r.key = ${known}
        WHERE b.id = ${build.id} AND b.state = 'serving'`.execute(connection);
      const found = rows[0];
      if (!found) return undefined;
      return { row: found.body === null ? undefined : (JSON.parse(found.body) as Row), position: positionFrom(found.checkpoint) };
    });
  }

  /** @throws QueryRefused, CursorRefused, VersionNotServing while an older version without these columns serves */
  async find<Row extends object>(projection: Projection<Row>, query: Query<Row> = {}): Promise<Page<Row>> {
    return this.registry.reading(projection.name, async (build, connection) => {
      const { where, order, pageOrder, selected, limit, cursorAfter } = await this.planned(projection, build, query, connection);
      const { rows } = await sql<PageRow & { checkpoint: string; body: string | null }>`SELECT b.position AS checkpoint, p.*
        FROM ${this.db.table('builds')} b LEFT JOIN
          (SELECT ${selected}, body FROM ${this.db.table(rowTable(build))} WHERE ${where} ORDER BY ${order} LIMIT ${limit + 1}) p ON 1 = 1
        WHERE b.id = ${build.id} AND b.state = 'serving' ORDER BY ${pageOrder}`.execute(connection);
      const first = rows[0];
      if (!first) return undefined;
      const listed = rows.filter(({ body }) => body !== null);
      const page = listed.slice(0, limit);
      const nextCursor = listed.length > limit ? cursorAfter(page.at(-1)!) : undefined;
      return {
        rows: page.map(({ key, body }) => ({ key, row: JSON.parse(body!) as Row })),
        position: positionFrom(first.checkpoint),
        ...(nextCursor === undefined ? {} : { nextCursor }),
      };
    });
  }

  /** The keys of every row, in the order of their bytes: for read models with few rows. @throws QueryRefused, VersionNotServing */
  async keys<Row extends object>(
    projection: Projection<Row>,
    filter: Filter<Row>,
  ): Promise<Current & { readonly keys: readonly string[] }> {
    return this.registry.reading(projection.name, async (build, connection) => {
      const where = this.forServing(projection, build, () => filterOf(this.db, build, filter));
      const { rows } = await sql<{
        checkpoint: string;
        key: string | null;
      }>`SELECT b.position AS checkpoint, r.key FROM ${this.db.table('builds')} b LEFT JOIN
        (SELECT key FROM ${this.db.table(rowTable(build))} WHERE ${where}) r ON 1 = 1
        WHERE b.id = ${build.id} AND b.state = 'serving' ORDER BY r.key`.execute(connection);
      const first = rows[0];
      return first && { keys: rows.flatMap(({ key }) => key ?? []), position: positionFrom(first.checkpoint) };
    });
  }

  /** @throws QueryRefused, VersionNotServing */
  async count<Row extends object>(projection: Projection<Row>, filter: Filter<Row> = {}): Promise<Current & { readonly count: number }> {
    const whole = isWhole(filter);
    return this.registry.reading(projection.name, async (build, connection) => {
      const where = this.forServing(projection, build, () => filterOf(this.db, build, filter));
      const counted = whole ? sql`b.row_count` : sql`(SELECT COUNT(*) FROM ${this.db.table(rowTable(build))} WHERE ${where})`;
      const { rows } = await sql<{ checkpoint: string; rows: number }>`SELECT b.position AS checkpoint, ${counted} AS rows
        FROM ${this.db.table('builds')} b WHERE b.id = ${build.id} AND b.state = 'serving'`.execute(connection);
      return rows[0] && { count: rows[0].rows, position: positionFrom(rows[0].checkpoint) };
    });
  }

  /** Values of a text column among the rows, each once, in the order of their bytes. @throws QueryRefused, VersionNotServing */
  async distinct<Row extends object>(
    projection: Projection<Row>,
    column: keyof Row & string,
    filter: Filter<Row> = {},
  ): Promise<Current & { readonly values: readonly string[] }> {
    const present: Filter<Row> = { ...filter, where: { ...filter.where, [column]: { isNull: false } } };
    return this.registry.reading(projection.name, async (build, connection) => {
      const where = this.forServing(projection, build, () => filterOf(this.db, build, present));
      const value = sql.id(columnName(column));
      const { rows } = await sql<{ checkpoint: string; value: string | null }>`SELECT b.position AS checkpoint, d.value AS value
        FROM ${this.db.table('builds')} b LEFT JOIN
          (SELECT DISTINCT ${value} AS value FROM ${this.db.table(rowTable(build))} WHERE ${where}) d ON 1 = 1
        WHERE b.id = ${build.id} AND b.state = 'serving' ORDER BY d.value`.execute(connection);
      const first = rows[0];
      return first && { values: rows.flatMap((row) => row.value ?? []), position: positionFrom(first.checkpoint) };
    });
  }

  /** Rows counted by what they say in some columns, in one answer. @throws QueryRefused, VersionNotServing */
  async totals<Row extends object>(
    projection: Projection<Row>,
    asked: TotalsAsked<Row>,
  ): Promise<Current & { readonly totals: readonly Total[] }> {
    return this.registry.reading(projection.name, async (build, connection) => {
      const counted = this.forServing(projection, build, () => compileTotals(this.db, build, asked));
      const { rows } = await sql<Record<string, Cell> & { checkpoint: string }>`SELECT b.position AS checkpoint, c.*
        FROM ${this.db.table('builds')} b LEFT JOIN (${counted}) c ON 1 = 1
        WHERE b.id = ${build.id} AND b.state = 'serving'`.execute(connection);
      const first = rows[0];
      const there = rows.filter(({ counted: count }) => count !== null);
      return first && { totals: totalsFrom(asked, there), position: positionFrom(first.checkpoint) };
    });
  }

  /** Compiles a question for the way on which its rows are soonest found. @throws QueryRefused, CursorRefused, VersionNotServing */
  private async planned<Row extends object>(projection: Projection<Row>, build: Build, query: Query<Row>, connection: Connection) {
    const { db } = this;
    let terms = new TermConditions();
    const plain = this.forServing(projection, build, () => compileQuery(db, build, query, terms));
    if (terms.all.length === 0) return plain;
    const posting = await postingOf(db, build, query, connection);
    if (posting) filterOf(db, build, posting.others, (terms = new TermConditions()));
    const common = await this.commonOf(build, terms, connection);
    return compileQuery(db, build, query, new TermConditions(common), posting);
  }

  /** Which conditions on terms so many rows meet that a page of them is soon full. */
  private async commonOf(build: Build, { all }: TermConditions, connection: Connection): Promise<ReadonlyMap<number, CommonTerm>> {
    const common = new Map<number, CommonTerm>();
    const most = this.db.kind === 'sqlite' ? VERY_COMMON : COMMON;
    for (const [number, { condition, word }] of all.entries()) {
      const { rows } = await sql<{ met: number }>`SELECT COUNT(*) AS met FROM (SELECT 1 FROM ${this.db.table(termTable(build))}
        WHERE ${condition} LIMIT ${most}) found`.execute(connection);
      const { met } = rows[0]!;
      if (met < COMMON) continue;
      if (met < most) common.set(number, { rows: 'kept', condition });
      else common.set(number, { rows: 'looked-up', condition: await this.termByTerm(build, { condition, word }, connection) });
    }
    return common;
  }

  /** A row has few terms: it is looked up by whole ones, where what is asked comes to few of them. */
  private async termByTerm(build: Build, { condition, word }: TermCondition, connection: Connection): Promise<RawBuilder<unknown>> {
    if (word === undefined) return condition;
    const { rows } = await wordsBeginning(this.db.table(termTable(build)), word, FEW_WORDS + 1).execute(connection);
    return rows.length > FEW_WORDS ? condition : sql`field = ${WORDS} AND term IN (${sql.join(rows.map(({ term }) => term))})`;
  }

  /** A question may be right for the declared columns and too new for the tables that still serve. */
  private forServing<T>(projection: Projection, build: Build, compile: () => T): T {
    try {
      return compile();
    } catch (error) {
      const isAmong = ({ columns, lists = [], words }: Layout): boolean =>
        error instanceof QueryRefused && [...columns.map(({ name }) => name), ...lists, ...(words ? ['words'] : [])].includes(error.field);
      if (isAmong(layoutOf(projection)) && !isAmong(build.layout))
        throw new VersionNotServing(projection.name, projection.version, build.version);
      throw error;
    }
  }
}
