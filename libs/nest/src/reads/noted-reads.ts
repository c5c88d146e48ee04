import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../http/actor.guard';
import { MOMENT_PARAMETERS } from '../as-of/moment';
import type { ReadLog } from './read-log';
import type { NotedRead } from './read-entry';

/** How much a reader has been shown. */
export interface Shown {
  rows: number;
  redacted: number;
}

const streams = new WeakMap<object, Shown>();

/** Counts what a body that is streamed shows; it is noted when the reader has all of it or is gone. */
export function countShown(request: FastifyRequest): Shown {
  const shown = { rows: 0, redacted: 0 };
  streams.set(request.raw, shown);
  return shown;
}

interface Hooked {
  addHook(
    name: 'preSerialization',
    hook: (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: (error: null, payload: unknown) => void) => void,
  ): unknown;
  addHook(
    name: 'onSend',
    hook: (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: (error: null, payload: unknown) => void) => void,
  ): unknown;
}

/** Parameters whose values are not kept: words that people write, and a place in a list that was opened. */
const UNKEPT = new Set(['q', 'cursor', 'after']);
/** Values that are kept: ids, days, figures and the words of the house. Whatever else is asked by may be somebody's name (P3). */
const KEPT = /^([a-z][a-z-]{0,60}|[A-Za-z0-9_.~:-]{0,100}\d[A-Za-z0-9_.~:-]{0,100}(@\d{1,9})?)$/;
/** Routes that take no question: whatever is sent to them is not looked at. */
const ASKED_NOTHING = /\/(why|notifications)$|^\/v1\/(exports|events)\//;

/**
 * Notes every read of records that was answered (P5): whatever is got under `/v1/`, and what a view under `/feed/` had to tell, unless it
 * is published to everyone. To note it costs the reader a place in a queue.
 */
export function noteReads(fastify: Hooked, log: Pick<ReadLog, 'note'>, isPublished: (path: string) => boolean): void {
  const isNoted = ({ method, routeOptions }: FastifyRequest, reply: FastifyReply, what: string): boolean =>
    method === 'GET' && reply.statusCode === 200 && /^\/(v1|feed)\//.test(routeOptions.url ?? '') && !isPublished(what);
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    const what = pathOf(request.url);
    if (isNoted(request, reply, what)) {
      const shown = shownIn(payload as Body);
      if (shown.rows > 0 || !what.startsWith('/feed/')) log.note(readOf(request, what, shown));
    }
    done(null, payload);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const shown = streams.get(request.raw);
    const what = shown && pathOf(request.url);
    if (what !== undefined && isNoted(request, reply, what)) reply.raw.once('close', () => log.note(readOf(request, what, shown!)));
    done(null, payload);
  });
}

interface Part {
  readonly redacted?: readonly unknown[];
}
interface Body extends Part {
  readonly rows?: readonly Part[];
  readonly entries?: readonly Part[];
  readonly changes?: readonly Part[];
  readonly area?: Part;
}

/** What an answer shows: a page of rows, entries or changes, a list, or one thing. */
export function shownIn(body: Body | readonly Part[]): Shown {
  const { rows, entries, changes, area, redacted } = body as Body;
  const parts = Array.isArray(body) ? (body as readonly Part[]) : (rows ?? entries ?? changes);
  let withheld = (redacted?.length ?? 0) + (area?.redacted?.length ?? 0);
  for (const part of parts ?? []) withheld += part.redacted?.length ?? 0;
  return { rows: (parts?.length ?? 1) + (area?.redacted ? 1 : 0), redacted: withheld };
}

function readOf(request: FastifyRequest, what: string, { rows, redacted }: Shown): NotedRead {
  const { who, role, onBehalfOf } = actorOf(request).actor;
  const asked = ASKED_NOTHING.test(what) ? [] : Object.entries(request.query as Record<string, unknown>);
  const question: Record<string, readonly string[]> = {};
  const moment: { recordedAt?: string; effectiveAt?: string } = {};
  for (const [name, value] of asked) {
    if ((MOMENT_PARAMETERS as readonly string[]).includes(name)) moment[name as keyof typeof moment] = String(value);
    else
      question[name] = UNKEPT.has(name)
        ? []
        : [value]
            .flat()
            .map(String)
            .filter((one) => KEPT.test(one));
  }
  return {
    at: Date.now(),
    who,
    role,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    what,
    ...(Object.keys(question).length > 0 && { question }),
    ...moment,
    rows,
    redacted,
  };
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  const path = (end < 0 ? url : url.slice(0, end)).replace(/\/+$/, '');
  return path.includes('%') ? decodeURIComponent(path) : path;
}
