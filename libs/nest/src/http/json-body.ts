import type { FastifyInstance } from 'fastify';
import { Problem } from './problem';

/** Largest body taken, in bytes. */
export const BODY_LIMIT = 1_048_576;
/** Deepest nesting taken; no command comes near it. */
export const DEPTH_LIMIT = 32;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Takes JSON bodies only, bounded in size and depth, without keys and characters that would do harm later. */
export function takeJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws Problem `malformed-json`, `too-deep`, `forbidden-character`, `forbidden-key` */
export function parseJsonBody(body: Buffer): unknown {
  const value = parse(body);
  checkValue(value, '');
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

function checkValue(value: unknown, path: string): void {
  if (typeof value === 'string') return checkText(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const field = path === '' ? key : `${path}.${key}`;
    if (FORBIDDEN_KEYS.has(key)) throw new Problem(400, 'forbidden-key', `A field may not be called ${key}.`, { field: path || key });
    checkText(key, path);
    checkValue(child, field);
  }
}

function checkText(text: string, field: string): void {
  if (!text.isWellFormed() || text.includes('\u0000')) {
    throw new Problem(400, 'forbidden-character', 'Text may not hold the character U+0000 or half a surrogate pair.', { field });
  }
}
