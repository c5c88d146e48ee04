import { createHash } from 'node:crypto';
import type { Actor } from '@app/event-sourcing';
import { Problem } from './problem';

/** `If-Match: "7"`, or `*` for any revision. @throws Problem */
export function ifMatchOf(header: string | undefined): number | 'any' | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return 'any';
  const revision = /^"(0|[1-9]\d{0,15})"$/.exec(header.trim())?.[1];
  if (revision === undefined) {
    throw new Problem(400, 'if-match-invalid', 'If-Match must be one revision as the ETag gave it, like "7", or *.', { field: 'If-Match' });
  }
  return Number(revision);
}

/** @throws Problem */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw new Problem(400, 'idempotency-key-invalid', 'Idempotency-Key must be 1 to 200 visible ASCII characters without spaces.', {
      field: 'Idempotency-Key',
    });
  }
  return header;
}

/** UUID (version 5) that stands for "this user's command under this key on this stream". */
export function commandIdFor(issuer: string, { who }: Actor, stream: string, key: string): string {
  return uuidV5([issuer, who, stream, key]);
}

const NAMESPACE = Buffer.from('8f7f2c2b0f6a4b0c9d6a5f0e5b1c7a34', 'hex');

/** Name-based UUID of a list of words; no two different lists make the same name. */
export function uuidV5(words: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
