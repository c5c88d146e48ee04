import { Refused, UnknownEvent } from '@app/event-sourcing';
import { EventStoreError } from '@app/event-store';
import { QueryRefused, ReadStoreError } from '@app/read-store';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandFailed } from '../command-errors';
import { correlationIdOf } from './correlation';
import type { KnownRoutes } from './known-routes';
import { Problem, problemBody } from './problem';

/** Turns whatever was thrown into problem+json; what nobody foresaw is a 500 that says nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly routes?: KnownRoutes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also what Fastify itself refuses before a route is reached. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.known(problemFor(error), request);
    const correlationId = correlationIdOf(request);
    if (problem.status === 500)
      this.logger.error({ correlationId, error: describe(error) }, 'A request failed for a reason that nobody foresaw');
    if (problem.status === 503)
      this.logger.warn({ correlationId, code: problem.code, cause: causeOf(error) }, 'A request could not be served');
    const { retryAfter = problem.status === 503 ? 1 : undefined, headers = {} } = problem.detail;
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    void reply
      .status(problem.status)
      .headers(headers)
      .header('x-correlation-id', correlationId)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(problem, correlationId)));
  }

  /** An address that exists under another method is 405, not 404. */
  private known(problem: Problem, { method, url }: FastifyRequest): Problem {
    if (problem !== NOTHING_HERE) return problem;
    const allowed = this.routes?.methodsOf(url) ?? [];
    if (allowed.length === 0 || allowed.includes(method)) return problem;
    return new Problem(405, 'method-not-allowed', `This address takes ${allowed.join(' and ')}, not ${method}.`, {
      headers: { allow: allowed.join(', ') },
    });
  }
}

const NOTHING_HERE = new Problem(404, 'not-found', 'There is nothing at this address.');

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const causeOf = (error: unknown): string | undefined => (error instanceof Error && error.cause ? String(error.cause) : undefined);

interface FastifyFault {
  code?: string;
  statusCode?: number;
}

const BY_FASTIFY_CODE: Readonly<Record<string, Problem>> = {
  FST_ERR_BAD_URL: new Problem(400, 'malformed-request', 'The address of the request is not one: check what is percent-encoded.'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new Problem(400, 'malformed-json', 'The body is empty; send a JSON object.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Problem(400, 'malformed-request', 'Content-Length does not fit the body.'),
};

/** What Nest or Fastify refuse by themselves; Nest passes Fastify's status on and loses its code. */
const BY_STATUS: Readonly<Record<number, Problem>> = {
  404: NOTHING_HERE,
  413: new Problem(413, 'body-too-large', 'The body is larger than 1 MiB.'),
  414: new Problem(414, 'address-too-long', 'A part of the address is too long.'),
  415: new Problem(415, 'media-type-not-supported', 'Send JSON, with the header Content-Type: application/json.'),
  429: new Problem(429, 'too-many-requests', 'Too many requests; wait a little.', { retryAfter: 1 }),
};

const ofStatus = (status: number): Problem =>
  BY_STATUS[status] ?? new Problem(status, 'malformed-request', 'The request is not one that this server understands.');

function problemFor(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refused)
    return new Problem(422, error.code, error.message, { rule: error.rule, ...(error.field && { field: error.field }) });
  if (error instanceof CommandFailed) {
    return new Problem(error.status, error.code, error.message, error.commandId === undefined ? {} : { commandId: error.commandId });
  }
  if (error instanceof UnknownEvent) {
    return new Problem(503, error.code, 'This record holds something that a newer version of the system wrote. Ask a newer server.');
  }
  if (error instanceof EventStoreError) {
    if (error.code === 'store-unavailable') return new Problem(503, error.code, 'The store does not answer. Ask again later.');
    if (error.code === 'append-too-large') return new Problem(413, error.code, 'What would be recorded is larger than 1 MiB.');
    if (error.code === 'stream-deleted') return new Problem(503, error.code, 'This record was deleted in the store itself.');
  }
  if (error instanceof QueryRefused) return new Problem(400, error.code, `${error.message}.`, { field: error.field });
  if (error instanceof ReadStoreError) return new Problem(503, error.code, 'The read models do not answer. Ask again later.');
  const { code, statusCode } = (error ?? {}) as FastifyFault;
  const known = BY_FASTIFY_CODE[code ?? ''];
  if (known) return known;
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status !== undefined && status >= 400 && status < 500) return ofStatus(status);
  return named(error) ?? new Problem(500, 'internal-error', 'Something went wrong inside. It is in the log under the id of this answer.');
}

/** Errors of other libraries of the house that carry `status`, `code` and a sentence for people. */
function named(error: unknown): Problem | undefined {
  const { status, code, message } = (error ?? {}) as { status?: unknown; code?: unknown; message?: unknown };
  if (typeof status !== 'number' || typeof code !== 'string' || typeof message !== 'string') return undefined;
  return new Problem(status, code, message, status === 401 ? { headers: { 'www-authenticate': 'Bearer' } } : {});
}
