import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem';

/** Largest body taken, in bytes. */
export const BODY_LIMIT = 1_048_576;
/** Deepest nesting taken; no command comes near it. */
export const DEPTH_LIMIT = 32;
/** Most values taken in one body, in objects and lists of whatever depth; checking each against its shape takes its time. */
export const VALUES_LIMIT = 10_000;

/** What every object has under this name already: it would be overwritten, or silently passed over. */
const FORBIDDEN_KEYS = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Takes JSON bodies only, bounded in size, depth and number, without keys and characters that would do harm later. */
export function takeJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (request, body, done) => {
    try {
      checkEncoding(request);
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
}

/** JSON is UTF-8: what says that it is something else is not read as if it were. */
function checkEncoding({ headers }: FastifyRequest): void {
  const charset = /;\s*charset\s*=\s*("?)([^";]*)\1/i.exec(headers['content-type'] ?? '')?.[2]?.trim();
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    throw new Problem(415, 'media-type-not-supported', 'Send JSON in UTF-8, with the header Content-Type: application/json.');
  }
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new Problem(415, 'media-type-not-supported', 'Send the body as it is, without Content-Encoding.');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws Problem `malformed-json`, `too-deep`, `too-many-values`, `forbidden-character`, `forbidden-key`, `null-not-taken` */
export function parseJsonBody(body: Buffer): unknown {
  const value = parse(body);
  checkValue(value, '', { left: VALUES_LIMIT });
  return value;
}

function parse(body: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not UTF-8 text.');
  }
  if (deeperThan(text, DEPTH_LIMIT)) throw new Problem(400, 'too-deep', `The body is nested deeper than ${DEPTH_LIMIT} levels.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not JSON. Check brackets, commas and quotes.');
  }
}

/** Counts brackets outside of strings, so that a hostile body is refused before anything is built from it. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

function checkValue(value: unknown, path: string, count: { left: number }): void {
  if (typeof value === 'string') return checkText(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    count.left -= 1;
    if (count.left < 0) throw new Problem(400, 'too-many-values', `The body holds more than ${VALUES_LIMIT} values.`);
    if (FORBIDDEN_KEYS.has(key)) throw new Problem(400, 'forbidden-key', `A field may not be called ${key}.`, fieldAt(path || key));
    checkText(key, path);
    if (child === null) throw new Problem(400, 'null-not-taken', 'Leave a field out rather than sending null.', fieldAt(inside(path, key)));
    checkValue(child, inside(path, key), count);
  }
}

function checkText(text: string, path: string): void {
  if (!text.isWellFormed() || text.includes('\u0000')) {
    throw new Problem(400, 'forbidden-character', 'Text may not hold the character U+0000 or half a surrogate pair.', fieldAt(path));
  }
}

const inside = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const fieldAt = (path: string): { field?: string } => (path === '' ? {} : { field: path });
