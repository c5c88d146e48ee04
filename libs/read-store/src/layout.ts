/// <reference lib="es2024.string" />
import type { ColumnType, Process, Projection } from '@app/event-sourcing';
import type { Cell } from './database/database';

/** What is folded: a read model, or the instances of a process. */
export type Fold = Projection | Process;

/** `one` row per key, an `entry` per event and key, or an `instance` of a process with what it has asked for. */
export type Kind = 'one' | 'entry' | 'instance';

/** What a fold's tables look like; a fold whose layout differs from its tables' is built anew. */
export interface Layout {
  readonly kind: Kind;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly indexes: readonly (readonly string[])[];
  readonly feed?: true;
}

export const isProcess = (fold: Fold): fold is Process => 'next' in fold;

const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const COLUMN = /^[A-Za-z][A-Za-z0-9_]{0,50}$/;

/** @throws Error when the declaration cannot become tables */
export function layoutOf(fold: Fold): Layout {
  if (!NAME.test(fold.name)) throw new Error(`${fold.name} is no name for a fold: up to 40 of a-z, 0-9 and hyphens`);
  if (!Number.isSafeInteger(fold.version) || fold.version < 1) throw new Error(`${fold.name} has no version 1, 2, 3 …`);
  if (isProcess(fold)) return { kind: 'instance', columns: [], indexes: [] };
  const columns = Object.entries(fold.columns ?? {}).map(([name, type]) => ({ name, type: type as ColumnType }));
  const names = new Set(columns.map(({ name }) => name));
  for (const name of names) if (!COLUMN.test(name)) throw new Error(`${fold.name}: ${name} is no name for a column`);
  const indexes = (fold.indexes ?? []).map((index) => [...index]);
  for (const name of indexes.flat()) if (!names.has(name)) throw new Error(`${fold.name}: ${name} is searched but no column`);
  const kind = fold.rows ?? 'one';
  if (fold.feed && kind === 'entry') throw new Error(`${fold.name}: entries never change, they are no feed`);
  return { kind, columns, indexes, ...(fold.feed && { feed: true }) };
}

/** A row's filter columns. @throws TypeError when one holds something else than its type says */
export function cellsOf({ columns }: Layout, row: object): Cell[] {
  return columns.map(({ name, type }) => cellOf(name, type, (row as Record<string, unknown>)[name]));
}

/** A value as its column holds it; `true` and `false` are 1 and 0. @throws TypeError */
export function cellOf(name: string, type: ColumnType, value: unknown): Cell {
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
