import { sql, type RawBuilder } from 'kysely';
import { columnName, rowTable, termTable, type Build } from './builds';
import { cursorFor, valuesOf, type Question } from './cursor';
import type { Cell, Database } from './database/database';
import { QueryRefused } from './errors';
import { cellOf, isStorableText, UNSORTED, WORDS, type Layout } from './layout';
import { LAST } from './words-beginning';
import { keysPosted, type PageOfPostings, type Posting } from './posting';
import { wordsIn } from './words';

export type Scalar = string | number | boolean;

/** All of it must hold. Text is compared by its bytes. */
export interface Condition {
  /** At or after. */
  readonly from?: Scalar;
  /** At or before. */
  readonly to?: Scalar;
  readonly after?: Scalar;
  readonly before?: Scalar;
  readonly in?: readonly Scalar[];
  /** Another value, or none. */
  readonly not?: Scalar;
  readonly isNull?: boolean;
}

/** A value is equality, `null` is "has none". A list of texts is asked by `in` (one of its texts is) and `isNull` (it has none) alone. */
export type Where<Row> = { readonly [Column in keyof Row & string]?: Scalar | null | Condition };

/** A word of a row begins so, or something else holds in its stead. */
export interface Begun<Row> {
  readonly begins: string;
  readonly or?: Filter<Row>;
}

/** All of it must hold. */
export interface Filter<Row> {
  /** Only rows of these keys. */
  readonly keys?: readonly string[];
  readonly where?: Where<Row>;
  /** Each of these words, without regard to case and accents. */
  readonly words?: readonly Begun<Row>[];
  readonly all?: readonly Filter<Row>[];
  /** At least one of these; none of none. */
  readonly any?: readonly Filter<Row>[];
  /** None of this. */
  readonly except?: Filter<Row>;
}

export interface Query<Row> extends Filter<Row> {
  /** A column; rows without a value come first. By default the key. */
  readonly orderBy?: keyof Row & string;
  readonly direction?: 'asc' | 'desc';
  /** 1 to 1,000; by default 50. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** What a cursor belongs to beside the order, where the same question is put in different words from page to page; else the filter. */
  readonly question?: unknown;
}

/** One row of a page as its columns come from the database. */
export interface PageRow {
  readonly key: string;
  readonly sorted?: Cell;
}

export interface CompiledQuery {
  readonly where: RawBuilder<unknown>;
  /** Order of the rows in their own table, and of the same rows in a page. */
  readonly order: RawBuilder<unknown>;
  readonly pageOrder: RawBuilder<unknown>;
  /** What a page selects besides the body. */
  readonly selected: RawBuilder<unknown>;
  readonly limit: number;
  readonly cursorAfter: (row: PageRow) => string;
}

/** A condition on terms; `word`: the one that they begin with. */
export interface TermCondition {
  readonly condition: RawBuilder<unknown>;
  readonly word?: string;
}

/** How the rows of a term that many have are told while rows are read in the order that is asked: `kept` in memory, or `looked-up` one by one. */
export interface CommonTerm {
  readonly rows: 'kept' | 'looked-up';
  readonly condition: RawBuilder<unknown>;
}

/** Conditions on terms, in the order in which a filter has them. A term that few rows have is found by its own index, and its rows are sorted. */
export class TermConditions {
  readonly all: TermCondition[] = [];

  /** `common`: those of them that many rows meet, by number. */
  constructor(private readonly common: ReadonlyMap<number, CommonTerm> = new Map()) {}

  add(condition: TermCondition): CommonTerm | undefined {
    this.all.push(condition);
    return this.common.get(this.all.length - 1);
  }
}

/**
 * @param posting terms along which the page is read, where there are some
 * @throws QueryRefused for a column that is none, a value that it cannot hold, a limit or a cursor out of order
 */
export function compileQuery<Row>(
  db: Database,
  build: Build,
  query: Query<Row>,
  terms = new TermConditions(),
  posting?: Posting<Row>,
): CompiledQuery {
  const { name, layout } = build;
  const { orderBy, direction = 'asc', limit = 50, cursor } = query;
  if (direction !== 'asc' && direction !== 'desc') throw new QueryRefused('direction', 'A list goes ascending or descending');
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > 1_000) throw new QueryRefused('limit', 'A page has 1 to 1,000 rows');
  const ordered = orderBy === undefined ? [] : [columnOf(layout, orderBy)];
  const { keys = null, words = null, all = null, any = null, except = null } = query;
  const asked = query.question ?? [stable(query.where), keys, words, all, any, except];
  const question: Question = [name, asked, orderBy ?? null, direction];
  const after = cursor === undefined ? undefined : valuesOf(question, cursor, [...ordered, 'text']);
  const chosen = (): RawBuilder<unknown> => {
    if (posting) return postedIn(db, build, posting, terms, { direction, limit, after });
    const conditions = [filterOf(db, build, query, terms), ...(after ? [beyond(after, orderBy, direction)] : [])];
    return sql.join(conditions, sql` AND `);
  };
  const sorted = orderBy === undefined ? [] : [sql`${sql.id(columnName(orderBy))} AS sorted`];
  return {
    where: chosen(),
    order: orderOf(orderBy === undefined ? undefined : columnName(orderBy), direction),
    pageOrder: orderOf(orderBy === undefined ? undefined : 'sorted', direction, 'p'),
    selected: sql.join([sql`key`, ...sorted]),
    limit,
    cursorAfter: ({ key, sorted: value = null }) => cursorFor(question, orderBy === undefined ? [key] : [value, key]),
  };
}

function postedIn<Row>(
  db: Database,
  build: Build,
  { terms, others }: Posting<Row>,
  conditions: TermConditions,
  page: Pick<PageOfPostings, 'direction' | 'limit' | 'after'>,
): RawBuilder<unknown> {
  const rows = db.table(rowTable(build));
  const own = sql`${sql.id(rowTable(build), 'key')} = t.key`;
  const asked = isWhole(others)
    ? undefined
    : sql`EXISTS (SELECT 1 FROM ${rows} WHERE ${own} AND ${filterOf(db, build, others, conditions)})`;
  return sql`key IN (${keysPosted(db, build, { terms, asked, ...page })})`;
}

/** Columns in one order, whatever order they were asked for in. */
function stable(where: object = {}): [string, unknown][] {
  return Object.entries(where)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether nothing is asked. */
export const isWhole = <Row>({ keys, where, words, all = [], any, except }: Filter<Row>): boolean =>
  [keys, words, any, except].every((part) => part === undefined) && all.every(isWhole) && Object.keys(where ?? {}).length === 0;

/** @throws QueryRefused */
export function filterOf<Row>(
  db: Database,
  build: Build,
  { keys, where = {}, words, all = [], any, except }: Filter<Row>,
  terms = new TermConditions(),
): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [];
  if (keys) conditions.push(db.among('key', keys.filter(isStorableText)));
  for (const [name, asked] of Object.entries(where) as [string, Scalar | null | Condition | undefined][]) {
    if (asked === undefined) continue;
    const condition: Condition = asked === null ? { isNull: true } : typeof asked === 'object' ? asked : { in: [asked] };
    if (build.layout.lists?.includes(name)) conditions.push(...listConditionsOf(db, build, name, condition, terms));
    else {
      const type = columnOf(build.layout, name);
      conditions.push(...conditionsOf(sql.id(columnName(name)), condition, (value) => valueOf(name, type, value)));
    }
  }
  for (const { begins, or } of words ?? []) {
    const begun = wordBegins(db, build, begins, terms);
    conditions.push(or ? sql`(${begun} OR ${filterOf(db, build, or, terms)})` : begun);
  }
  for (const one of all) if (!isWhole(one)) conditions.push(filterOf(db, build, one, terms));
  if (any)
    conditions.push(
      any.length === 0
        ? NEVER
        : sql`(${sql.join(
            any.map((one) => sql`(${filterOf(db, build, one, terms)})`),
            sql` OR `,
          )})`,
    );
  if (except) conditions.push(sql`CASE WHEN ${filterOf(db, build, except, terms)} THEN 0 ELSE 1 END = 1`);
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` AND `);
}

const NEVER = sql`1 = 0`;

function termed(db: Database, build: Build, asked: TermCondition, terms: TermConditions): RawBuilder<unknown> {
  const { termsBy } = build.layout;
  const common = terms.add(asked);
  if (common?.rows === 'looked-up') {
    const row = (name: string): RawBuilder<unknown> => sql.id(rowTable(build), name);
    const place = termsBy === undefined ? sql`` : sql` AND t.sorted = COALESCE(${row(columnName(termsBy))}, ${UNSORTED})`;
    return sql`EXISTS (SELECT 1 FROM ${db.table(termTable(build))} t WHERE ${common.condition}${place} AND t.key = ${row('key')})`;
  }
  // A plus keeps SQLite from looking for the rows one by one: it reads them in order and asks what it has kept.
  const read = sql.raw(common ? '+key' : 'key');
  return sql`${read} IN (SELECT key FROM ${db.table(termTable(build))} WHERE ${asked.condition})`;
}

function listConditionsOf(
  db: Database,
  build: Build,
  name: string,
  { in: values, isNull, ...others }: Condition,
  terms: TermConditions,
): RawBuilder<unknown>[] {
  if (Object.values(others).some((value) => value !== undefined)) {
    throw new QueryRefused(name, `${name} is a list: it is asked for what it holds`);
  }
  const ofField = sql`field = ${name}`;
  const conditions: RawBuilder<unknown>[] = [];
  if (values) {
    const texts = values.map((value) => valueOf(name, 'text', value));
    conditions.push(texts.length === 0 ? NEVER : termed(db, build, { condition: sql`${ofField} AND term IN (${sql.join(texts)})` }, terms));
  }
  if (isNull !== undefined) {
    const some = termed(db, build, { condition: ofField }, terms);
    conditions.push(isNull ? sql`NOT ${some}` : some);
  }
  return conditions;
}

function wordBegins(db: Database, build: Build, begins: string, terms: TermConditions): RawBuilder<unknown> {
  const [word, ...more] = wordsIn(begins);
  if (word === undefined || more.length > 0) throw new QueryRefused('words', 'A word is letters and digits');
  if (build.layout.words === undefined) throw new QueryRefused('words', 'Rows are not searched for words');
  const condition = sql`field = ${WORDS} AND term >= ${word} AND term < ${word + LAST}`;
  return termed(db, build, { condition, word }, terms);
}

function conditionsOf(column: RawBuilder<unknown>, condition: Condition, value: (value: Scalar) => Cell): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (condition.from !== undefined) conditions.push(sql`${column} >= ${value(condition.from)}`);
  if (condition.to !== undefined) conditions.push(sql`${column} <= ${value(condition.to)}`);
  if (condition.after !== undefined) conditions.push(sql`${column} > ${value(condition.after)}`);
  if (condition.before !== undefined) conditions.push(sql`${column} < ${value(condition.before)}`);
  if (condition.not !== undefined) conditions.push(sql`(${column} <> ${value(condition.not)} OR ${column} IS NULL)`);
  if (condition.isNull !== undefined) conditions.push(condition.isNull ? sql`${column} IS NULL` : sql`${column} IS NOT NULL`);
  if (condition.in) {
    if (condition.in.length === 0) conditions.push(NEVER);
    else conditions.push(sql`${column} IN (${sql.join(condition.in.map(value))})`);
  }
  return conditions;
}

function columnOf({ columns }: Layout, name: string): Layout['columns'][number]['type'] {
  const column = columns.find((candidate) => candidate.name === name);
  if (column) return column.type;
  throw new QueryRefused(name, `Rows are not filtered or sorted by ${name}`);
}

function valueOf(name: string, type: Layout['columns'][number]['type'], value: Scalar): Cell {
  try {
    return cellOf(name, type, value);
  } catch (error) {
    throw new QueryRefused(name, (error as Error).message);
  }
}

type Direction = NonNullable<Query<unknown>['direction']>;

/** Rows after the one at which a page ended. What has no value comes first, and last when descending. */
function beyond(values: readonly Cell[], orderBy: string | undefined, direction: Direction): RawBuilder<unknown> {
  const further = sql.raw(direction === 'asc' ? '>' : '<');
  const orSame = sql.raw(direction === 'asc' ? '>=' : '<=');
  const tie = sql`key ${further} ${values.at(-1)}`;
  if (orderBy === undefined) return tie;
  const column = sql.id(columnName(orderBy));
  const [value] = values;
  if (value === null) return direction === 'asc' ? sql`(${column} IS NOT NULL OR ${tie})` : sql`(${column} IS NULL AND ${tie})`;
  const same = sql`(${column} ${orSame} ${value} AND (${column} ${further} ${value} OR ${tie}))`;
  return direction === 'asc' ? same : sql`(${same} OR ${column} IS NULL)`;
}

function orderOf(sorted: string | undefined, direction: Direction, table?: string): RawBuilder<unknown> {
  const named = (column: string): RawBuilder<unknown> => (table === undefined ? sql.id(column) : sql.id(table, column));
  const way = sql.raw(direction === 'asc' ? 'ASC' : 'DESC');
  const nulls = sql.raw(direction === 'asc' ? 'NULLS FIRST' : 'NULLS LAST');
  const first = sorted === undefined ? [] : [sql`${named(sorted)} ${way} ${nulls}`];
  return sql.join([...first, sql`${named('key')} ${way}`]);
}
