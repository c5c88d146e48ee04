import { createHash } from 'node:crypto';
import type { Cell, CellType } from './database/database';
import { CursorRefused } from './errors';
import { isStorableText } from './layout';

/** The question that a cursor belongs to, in words that are the same each time it is put. */
export type Question = readonly unknown[];

const digestOf = (question: Question, values: string): string =>
  createHash('sha256').update(JSON.stringify(question)).update('\n').update(values).digest('base64url').slice(0, 16);

/** Where a page ended, as an opaque token that fits this question only. */
export function cursorFor(question: Question, values: readonly Cell[]): string {
  return tokenFor(question, JSON.stringify(values));
}

/**
 * @param types What the place is made of; whoever knows the question can make a token that fits it.
 * @param field Name of the parameter that the cursor came in.
 * @throws CursorRefused
 */
export function valuesOf(question: Question, cursor: string, types: readonly CellType[], field = 'cursor'): readonly Cell[] {
  const text = Buffer.from(cursor.slice(16), 'base64url').toString();
  const values = tokenFor(question, text) === cursor ? listIn(text) : [];
  if (values.length !== types.length || !types.every((type, at) => isCell(type, values[at]))) throw new CursorRefused(field);
  return values as readonly Cell[];
}

function listIn(text: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

const isCell = (type: CellType, value: unknown): boolean =>
  value === null || (type === 'integer' ? Number.isSafeInteger(value) : typeof value === 'string' && isStorableText(value));

const tokenFor = (question: Question, text: string): string => `${digestOf(question, text)}${Buffer.from(text).toString('base64url')}`;
