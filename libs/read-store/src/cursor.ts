import { createHash } from 'node:crypto';
import type { Cell } from './database/database';
import { CursorRefused } from './errors';

/** The question that a cursor belongs to, in words that are the same each time it is put. */
export type Question = readonly unknown[];

const digestOf = (question: Question, values: string): string =>
  createHash('sha256').update(JSON.stringify(question)).update('\n').update(values).digest('base64url').slice(0, 16);

/** Where a page ended, as an opaque token that fits this question only. */
export function cursorFor(question: Question, values: readonly Cell[]): string {
  return tokenFor(question, JSON.stringify(values));
}

/** @throws CursorRefused */
export function valuesOf(question: Question, cursor: string): readonly Cell[] {
  const text = Buffer.from(cursor.slice(16), 'base64url').toString();
  if (tokenFor(question, text) !== cursor) throw new CursorRefused();
  return JSON.parse(text) as Cell[];
}

const tokenFor = (question: Question, text: string): string => `${digestOf(question, text)}${Buffer.from(text).toString('base64url')}`;
