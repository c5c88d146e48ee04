import type { Projection } from '@app/event-sourcing';

/** Who reaches a view: `published` whoever may read published figures, `vcu` VCU staff and auditors, who reach the others too. */
export type BiClass = 'published' | 'vcu';

/**
 * What a column holds. `decimal`: an exact decimal, absent where the publisher put a marker in its place; `marker`: that marker, absent
 * where there is a number. `day`: a London day. `list`: a list of texts.
 */
export type BiType = 'text' | 'integer' | 'decimal' | 'marker' | 'day' | 'instant' | 'boolean' | 'list';

/** Where a column comes from: the row's key, a field of the row, or a field of the part of the row that makes a line of its own. */
export type BiColumn<Row = any, Part = any> =
  | readonly [type: BiType, from: 'key']
  | readonly [type: BiType, from: 'row', field: keyof Row & string]
  | readonly [type: BiType, from: 'part', field: keyof Part & string];

type Element<List> = List extends readonly (infer One)[] ? One : never;

/** A read model as flat lines of open fields, for dashboards and statistics; `bi_{name}_v{version}` in the database. */
export interface BiView<Row extends object = any, List extends keyof Row & string = any> {
  /** Snake case. A view's columns never change: others are another version. */
  readonly name: string;
  readonly version: number;
  readonly class: BiClass;
  readonly says: string;
  readonly projection: Projection<Row>;
  /** A list in the row: a line for each of its parts. Absent: a line for each row. */
  readonly parts?: List;
  /** By their names, in snake case. Open fields only. */
  readonly columns: Readonly<Record<string, BiColumn<Row, Element<Row[NoInfer<List>]>>>>;
}

/** Declares a view for the wiring page. */
export const biView = <Row extends object, List extends keyof Row & string = never>(view: BiView<Row, List>): BiView => view;

export const biName = ({ name, version }: BiView): string => `bi_${name}_v${version}`;

/** A line of a view; what is not there is `null`. */
export type BiLine = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** The lines that a row makes. */
export function linesOf({ parts, columns }: BiView, key: string, row: Readonly<Record<string, unknown>>): BiLine[] {
  const all = parts === undefined ? [{}] : (row[parts] as Readonly<Record<string, unknown>>[]);
  return all.map((part) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, [type, from, field]]) => [
        name,
        cellOf(type, from === 'key' ? key : (from === 'row' ? row : (part as typeof row))[field]),
      ]),
    ),
  );
}

function cellOf(type: BiType, value: unknown): BiLine[string] {
  if (value === undefined || value === null) return null;
  const isNumber = DECIMAL.test(String(value));
  if ((type === 'decimal' && !isNumber) || (type === 'marker' && isNumber)) return null;
  return value as BiLine[string];
}
