/// <reference lib="es2024.string" />
import type { ColumnType, Process, Projection } from '@app/event-sourcing';
import type { Cell, CellType } from './database/database';
import { wordsIn } from './words';

/** What is folded: a read model, or the instances of a process. */
export type Fold = Projection | Process;

/** `one` row per key, an `entry` per event, or an `instance` of a process with what it has asked for. */
export type Kind = 'one' | 'entry' | 'instance';

/** What a fold's tables look like; a fold whose layout differs from its tables' is built anew. */
export interface Layout {
  readonly kind: Kind;
  readonly columns: readonly { readonly name: string; readonly type: CellType }[];
  readonly indexes: readonly (readonly string[])[];
  readonly feed?: true;
  /** Columns that hold lists of texts; absent where there are none. */
  readonly lists?: readonly string[];
  /** Fields whose words are searched; absent where there are none. */
  readonly words?: readonly string[];
  /** Column in whose order the rows of a term stand. */
  readonly termsBy?: string;
}

/** A row can be found by a term of one of its fields: a text of a list, or a word. */
export interface Term {
  readonly field: string;
  readonly term: string;
}

/** The field under which the words of all searched fields stand. */
export const WORDS = '';
/** Characters of a text in a list. */
const LONGEST = 300;

export const isProcess = (fold: Fold): fold is Process => 'next' in fold;

const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const COLUMN = /^[A-Za-z][A-Za-z0-9_]{0,50}$/;

/** @throws Error when the declaration cannot become tables */
export function layoutOf(fold: Fold): Layout {
  if (!NAME.test(fold.name)) throw new Error(`${fold.name} is no name for a fold: up to 40 of a-z, 0-9 and hyphens`);
  if (!Number.isSafeInteger(fold.version) || fold.version < 1) throw new Error(`${fold.name} has no version 1, 2, 3 …`);
  if (isProcess(fold)) return { kind: 'instance', columns: [], indexes: [] };
  const declared = Object.entries(fold.columns ?? {}) as [string, ColumnType][];
  for (const [name] of declared) if (!COLUMN.test(name)) throw new Error(`${fold.name}: ${name} is no name for a column`);
  const columns = declared.filter(([, type]) => type !== 'texts').map(([name, type]) => ({ name, type: cellType(type) }));
  const lists = declared.filter(([, type]) => type === 'texts').map(([name]) => name);
  const words = fold.words ?? [];
  const names = new Set(columns.map(({ name }) => name));
  const indexes = (fold.indexes ?? []).map((index) => [...index]);
  for (const name of indexes.flat()) if (!names.has(name)) throw new Error(`${fold.name}: ${name} is searched but no column`);
  const { termsBy, rows: kind = 'one' } = fold;
  if (termsBy !== undefined && !isInOrder(declared, termsBy)) throw new Error(`${fold.name}: ${termsBy} is no column of days or instants`);
  if (fold.feed && kind === 'entry') throw new Error(`${fold.name}: entries never change, they are no feed`);
  return {
    kind,
    columns,
    indexes,
    ...(fold.feed && { feed: true }),
    ...(lists.length > 0 && { lists }),
    ...(words.length > 0 && { words: [...words] }),
    ...(termsBy !== undefined && { termsBy }),
  };
}

const isInOrder = (declared: readonly [string, ColumnType][], name: string): boolean =>
  declared.some(([column, type]) => column === name && (type === 'day' || type === 'instant'));

const cellType = (type: ColumnType): CellType => (type === 'integer' || type === 'flag' ? 'integer' : 'text');

export const hasTerms = ({ lists, words }: Layout): boolean => lists !== undefined || words !== undefined;

/** Columns of the terms of a fold, all of them text and its key. */
export const termColumns = ({ termsBy }: Layout): readonly string[] => [
  'field',
  'term',
  ...(termsBy === undefined ? [] : ['sorted']),
  'key',
];

/** What stands for none in the order of a term: what has no value comes first. */
export const UNSORTED = '';

/** By what else than its columns a row is found, each term once. @throws TypeError when a field holds something else than it says */
export function termsOf({ lists = [], words = [] }: Layout, row: object): Term[] {
  const fields = row as Record<string, unknown>;
  const listed = lists.flatMap((field) => [...new Set(listIn(field, fields[field]))].map((term) => ({ field, term })));
  const found = new Set(words.flatMap((field) => textIn(field, fields[field])).flatMap(wordsIn));
  return [...listed, ...[...found].map((term) => ({ field: WORDS, term }))];
}

function listIn(field: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const isTerm = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST && isStorableText(text);
  if (Array.isArray(value) && value.every(isTerm)) return value;
  throw new TypeError(`${field} is a list of texts of at most ${LONGEST} characters and holds neither that nor nothing`);
}

function textIn(field: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return [value];
  throw new TypeError(`${field} is searched for its words and holds neither text nor nothing`);
}

/** A row's filter columns. @throws TypeError when one holds something else than its type says */
export function cellsOf({ columns }: Layout, row: object): Cell[] {
  return columns.map(({ name, type }) => cellOf(name, type, (row as Record<string, unknown>)[name]));
}

/** @param before the row before, whose words are not taken apart again. @throws TypeError when a row cannot be found by what it holds */
export function checkSearched(layout: Layout, row: object, before?: object): void {
  cellsOf(layout, row);
  if (hasTerms(layout) && !sameTerms(layout, before, row)) termsOf(layout, row);
}

/** Whether two rows are found by the same terms, in the same place, as far as can be seen at a glance. */
export const sameTerms = ({ lists = [], words = [], termsBy }: Layout, before: object | undefined, after: object | undefined): boolean =>
  [...lists, ...words, ...(termsBy === undefined ? [] : [termsBy])].every((field) => isSame(valueOf(before, field), valueOf(after, field)));

const valueOf = (row: object | undefined, field: string): unknown => (row as Record<string, unknown> | undefined)?.[field];

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((text, place) => text === other[place]);
}

/** A value as its column holds it; `true` and `false` are 1 and 0. @throws TypeError */
export function cellOf(name: string, type: CellType, value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (type === 'text' && typeof value === 'string') {
    if (isStorableText(value)) return value;
    throw new TypeError(`${name} holds U+0000 or half a character`);
  }
  if (type === 'integer') {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (Number.isSafeInteger(value)) return value as number;
  }
  throw new TypeError(`${name} is a column of ${type === 'text' ? 'text' : 'whole numbers'} and holds neither that nor nothing`);
}

/** Text that both databases hold: whole characters, none of them U+0000. */
export const isStorableText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
