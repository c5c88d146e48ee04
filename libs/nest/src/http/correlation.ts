import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ids = new WeakMap<object, string>();

/** The caller's `X-Correlation-Id` where it is a UUID, else one of our own; the same for the whole request. */
export function correlationIdOf(request: FastifyRequest): string {
  let id = ids.get(request.raw);
  if (id === undefined) {
    const given = request.headers['x-correlation-id'];
    id = typeof given === 'string' && UUID.test(given) ? given.toLowerCase() : randomUUID();
    ids.set(request.raw, id);
  }
  return id;
}
