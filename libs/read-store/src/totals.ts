import { sql, type RawBuilder } from 'kysely';
import { columnName, rowTable, termTable, type Build } from './builds';
import { compareBytes } from './checksum';
import type { Cell, Database } from './database/database';
import { QueryRefused } from './errors';
import { filterOf, type Filter } from './query';

/** How rows are counted. */
export interface TotalsAsked<Row> {
  readonly filter?: Filter<Row>;
  /** Columns by whose values rows are told apart; or one list, each of whose texts has the rows that hold it. Absent: all together. */
  readonly by?: readonly (keyof Row & string)[];
  /** Columns of whole numbers that are added up; a row without a value adds nothing. */
  readonly sums?: readonly (keyof Row & string)[];
}

/** Rows that say the same in the columns asked by. */
export interface Total {
  /** In the order of `by`; `null`: no value, `true` and `false` are 1 and 0. */
  readonly values: readonly Cell[];
  readonly count: number;
  /** In the order of `sums`. */
  readonly sums: readonly number[];
}

/** @throws QueryRefused for a column that is none, or cannot be asked so */
export function compileTotals<Row extends object>(
  db: Database,
  build: Build,
  { filter = {}, by = [], sums = [] }: TotalsAsked<Row>,
): RawBuilder<unknown> {
  const { layout } = build;
  const typeOf = (name: string): string | undefined => layout.columns.find((column) => column.name === name)?.type;
  for (const name of sums)
    if (typeOf(name) !== 'integer') throw new QueryRefused(name, `${name} is no column of whole numbers to be added up`);
  const added = sums.map((name, at) => sql`CAST(COALESCE(SUM(${sql.id(columnName(name))}), 0) AS BIGINT) AS ${sql.id(`sum${at}`)}`);
  const counted = sql.join([sql`COUNT(*) AS counted`, ...added]);
  const [first] = by;
  const rows = db.table(rowTable(build));
  if (first !== undefined && layout.lists?.includes(first)) {
    if (by.length > 1) throw new QueryRefused(first, `${first} is a list: rows are told apart by it alone`);
    const chosen = sql`(SELECT * FROM ${rows} WHERE ${filterOf(db, build, filter)}) r`;
    return sql`SELECT t.term AS by0, ${counted} FROM ${db.table(termTable(build))} t JOIN ${chosen} ON t.key = r.key
      WHERE t.field = ${first} GROUP BY t.term`;
  }
  for (const name of by) if (typeOf(name) === undefined) throw new QueryRefused(name, `Rows are not told apart by ${name}`);
  const columns = by.map((name) => sql.id(columnName(name)));
  const named = columns.map((column, at) => sql`${column} AS ${sql.id(`by${at}`)}`);
  const grouped = columns.length === 0 ? sql`` : sql` GROUP BY ${sql.join(columns)}`;
  return sql`SELECT ${sql.join([...named, counted])} FROM ${rows} WHERE ${filterOf(db, build, filter)}${grouped}`;
}

/** As the database answers, in the order of the values: what has none first. */
export function totalsFrom({ by = [], sums = [] }: TotalsAsked<any>, rows: readonly Record<string, Cell>[]): Total[] {
  const totals = rows.map((row) => ({
    values: by.map((_name, at) => row[`by${at}`]!),
    count: row.counted as number,
    sums: sums.map((_name, at) => row[`sum${at}`] as number),
  }));
  return totals.sort((one, other) => {
    const place = one.values.findIndex((value, at) => value !== other.values[at]);
    return place === -1 ? 0 : compare(one.values[place]!, other.values[place]!);
  });
}

function compare(one: Cell, other: Cell): number {
  if (one === null || other === null) return one === null ? -1 : 1;
  return typeof one === 'string' ? compareBytes(one, String(other)) : Number(one) - Number(other);
}
