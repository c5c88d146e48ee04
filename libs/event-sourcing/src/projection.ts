import type { DomainEvent } from './event';
import type { Lines, Routing } from './fold';
import type { Shape } from './shape';

/**
 * How a column by which rows are filtered is asked: any text, a day `YYYY-MM-DD`, an instant, a whole number, yes or no, or one of a few
 * words. `texts` is a list of which one has to match, e.g. the local areas that a contract serves; rows are not sorted by it.
 */
export type ColumnType = 'text' | 'day' | 'instant' | 'integer' | 'flag' | 'texts' | readonly string[];

/**
 * A read model: rows folded from events, rebuilt at any time.
 * `rows: 'one'` keeps one row per key. `rows: 'entry'` adds a row per event, for timelines: it stands under the event's place in the log,
 * `row` is always undefined there, and the keys become a list in it, by which it is found.
 */
export interface Projection<Row extends object = any, E extends DomainEvent = any> extends Routing<E> {
  /** Kebab-case; a new `version` is built beside the old one and swapped in. */
  readonly name: string;
  readonly version: number;
  readonly view: Shape<Row>;
  /** Every field of the view, in the order of a CSV's columns. */
  readonly fields?: readonly (keyof Row & string)[];
  readonly rows?: 'one' | 'entry';
  readonly columns?: Readonly<Partial<Record<keyof Row & string, ColumnType>>>;
  /** Lists of columns that are searched together, beside the key. */
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  /** Which rows changed since when is kept, for those who poll; of rows that were taken away too. Not for entries, which never change. */
  readonly feed?: true;
  /** Open text fields, e.g. titles, whose words are searched. */
  readonly words?: readonly (keyof Row & string)[];
  /** A day or instant: what is found by a text of a list or by a word is read in its order without being sorted. */
  readonly termsBy?: keyof Row & string;
  /** The next row; `undefined` leaves an unknown row unknown; `null` takes it away. `keys` are all that the event concerns. */
  readonly on: Lines<Row | undefined, E, Row | undefined | null, [key: string, keys: readonly string[]]>;
}

/** Declares a read model. */
export const defineProjection = <Row extends object, E extends DomainEvent>(projection: Projection<Row, E>): Projection<Row, E> =>
  projection;

/**
 * Where events are: in a stream, or in the streams to which the history of a stream or a local area refers (the timeline's subject),
 * of some categories alone where they are named.
 */
export type Source = { readonly stream: string } | { readonly historyOf: string; readonly categories?: readonly string[] };

/**
 * What a reader has to do with a record, by one of its columns or by its `key`: `contracts` it is of a contract of theirs, `contractStreams`
 * it names that contract's stream, `areas` it is of a local area of theirs.
 */
export interface Tie<Row extends object = any> {
  readonly by: (keyof Row & string) | 'key';
  readonly of: 'contracts' | 'contractStreams' | 'areas';
}

/** A read model as a page that someone opens: `GET /v1/{path}` and `GET /v1/{path}/{key}` are made from this. */
export interface ReadModel<Row extends object = any> {
  readonly projection: Projection<Row>;
  readonly path: string;
  /** Roles that may read it (P4). */
  readonly roles: readonly string[];
  /** One line for the reader of the API. */
  readonly says: string;
  readonly rules: readonly string[];
  /** Column and direction by which lists come. */
  readonly order: { readonly by: keyof Row & string; readonly direction: 'asc' | 'desc' };
  /** All events that can touch the row under a key; absent where rows are not told as of a past moment (P6). */
  readonly sources?: (key: string) => readonly Source[];
  /** All events that can touch the rows of a list that is narrowed to one value of a column. */
  readonly within?: Readonly<Partial<Record<keyof Row & string, (value: string) => readonly Source[]>>>;
  /** Column with the local areas of a row, by id; `key` where rows are local areas. By it rows are found by region and by an area's name. */
  readonly areas?: (keyof Row & string) | 'key';
  /** Column with the day by which something is owed, and the statuses in which it still is. */
  readonly owed?: { readonly by: keyof Row & string; readonly while: readonly string[] };
  /** Roles that read their own records alone (P4): a record is theirs by any of these ties. */
  readonly own?: Readonly<Record<string, readonly Tie<Row>[]>>;
}

/** Declares a read model for the wiring page. */
export const readModel = <Row extends object>(model: ReadModel<Row>): ReadModel<Row> => model;

type Missing<Row, Fields extends readonly string[]> = Exclude<keyof Row, Fields[number]>;

/** Names every field of a view, which its class alone cannot do at run time; one that is left out does not compile. */
export const everyFieldOf =
  <Row extends object>() =>
  <const Fields extends readonly (keyof Row & string)[]>(
    ...fields: Fields & ([Missing<Row, Fields>] extends [never] ? unknown : readonly [Missing<Row, Fields>, 'is missing'])
  ): readonly (keyof Row & string)[] =>
    fields;
