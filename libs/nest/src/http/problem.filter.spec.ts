import { Refused, UnknownEvent } from '@app/event-sourcing';
import { AppendTooLarge, StoreUnavailable } from '@app/event-store';
import { QueryRefused, ReadStoreUnavailable } from '@app/read-store';
import { BadRequestException, HttpException, Logger } from '@nestjs/common';
import { outcomeUnknown, staleRevision } from '../command-errors';
import { Problem } from './problem';
import { ProblemFilter } from './problem.filter';

interface Told {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

function answerTo(error: unknown, request: object = {}): Told {
  const told: Told = { status: 0, headers: {}, body: {} };
  const reply = {
    status: (status: number) => ((told.status = status), reply),
    header: (name: string, value: string) => ((told.headers[name] = value), reply),
    headers: (headers: Record<string, string>) => (Object.assign(told.headers, headers), reply),
    send: (body: string) => ((told.body = JSON.parse(body) as Told['body']), reply),
  };
  const routes = { methodsOf: (url: string) => (url === '/known' ? ['POST'] : []) };
  new ProblemFilter(routes).answer(error, { raw: {}, headers: {}, method: 'GET', url: '/', ...request } as never, reply as never);
  return told;
}

describe('an error as the caller is told of it', () => {
  const logged: unknown[] = [];
  beforeEach(() => {
    logged.length = 0;
    for (const level of ['error', 'warn'] as const)
      jest.spyOn(Logger.prototype, level).mockImplementation((...line: unknown[]) => void logged.push(line));
  });
  afterEach(() => jest.restoreAllMocks());

  const of = (status: number) => new HttpException('a name', status);
  it.each<[string, unknown, number, string]>([
    ['a refusal by a rule', new Refused('too-many', 'C6', 'Too many.', 'months'), 422, 'too-many'],
    ['a problem of the edge', new Problem(400, 'id-invalid', 'No id.'), 400, 'id-invalid'],
    ['a stale revision', staleRevision('case-1', 3), 412, 'stale-revision'],
    ['an unknown outcome', outcomeUnknown('c-1'), 503, 'outcome-unknown'],
    ['an event of a newer build', new UnknownEvent('New', 2), 503, 'unknown-event'],
    ['a store that is gone', new StoreUnavailable('connect ECONNREFUSED'), 503, 'store-unavailable'],
    ['an append that is too large', new AppendTooLarge('2 MiB'), 413, 'append-too-large'],
    ['a question that cannot be put', new QueryRefused('limit', 'A page has 1 to 1,000 rows'), 400, 'query-refused'],
    ['read models that are gone', new ReadStoreUnavailable('PostgreSQL'), 503, 'read-store-unavailable'],
    [
      'an error of another library of the house',
      Object.assign(new Error('No.'), { status: 401, code: 'token-missing' }),
      401,
      'token-missing',
    ],
    ['a body too large for Fastify', of(413), 413, 'body-too-large'],
    ['another media type', of(415), 415, 'media-type-not-supported'],
    ['too many requests', of(429), 429, 'too-many-requests'],
    ['a request that Nest refuses', new BadRequestException('a name'), 400, 'malformed-request'],
    ['a part of the address too long', { code: 'FST_ERR_MAX_PARAM_LENGTH', statusCode: 414 }, 414, 'address-too-long'],
    ['an address that is none', { code: 'FST_ERR_BAD_URL', statusCode: 400 }, 400, 'malformed-request'],
    ['a server fault of a library', of(502), 500, 'internal-error'],
    ['a programming error', new TypeError('Cannot read a name'), 500, 'internal-error'],
    ['a thrown text', 'a name', 500, 'internal-error'],
    ['nothing at all', undefined, 500, 'internal-error'],
  ])('%s', (_what, error, status, code) => {
    const told = answerTo(error);
    expect(told).toMatchObject({ status, body: { status, code, type: `urn:casework:problem:${code}` } });
    expect(told.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.stringify(told.body)).not.toMatch(/a name|stack|ECONNREFUSED/);
    expect(told.headers['retry-after'] !== undefined).toBe(status === 503 || status === 429);
    expect(logged).toHaveLength(status === 500 || status === 503 ? 1 : 0);
  });

  it('names rule and field, the command id, every fault', () => {
    expect(answerTo(new Refused('too-many', 'C6', 'Too many.', 'months')).body).toMatchObject({
      rule: 'C6',
      field: 'months',
      title: 'Too many.',
    });
    expect(answerTo(outcomeUnknown('c-1')).body).toMatchObject({ commandId: 'c-1' });
    expect(answerTo(new Problem(401, 'x', 'X.', { headers: { 'www-authenticate': 'Bearer' } })).headers['www-authenticate']).toBe('Bearer');
  });

  it('tells back little of what was sent', () => {
    const long = '😀'.repeat(5_000);
    const { body } = answerTo(new Problem(400, 'x', `${long}.`, { field: long, errors: [{ field: long, says: long }] }));
    expect(JSON.stringify(body).length).toBeLessThan(2_500);
    expect(JSON.stringify(body).isWellFormed()).toBe(true);
  });

  it('an address that exists under another method is not called missing', () => {
    const missing = new HttpException('none', 404);
    expect(answerTo(missing, { url: '/known' })).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
      body: { code: 'method-not-allowed' },
    });
    expect(answerTo(missing, { url: '/unknown' })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(answerTo(missing, { url: '/known', method: 'POST' })).toMatchObject({ status: 404 });
    expect(answerTo(new Problem(404, 'not-found', 'No such case.'), { url: '/known' })).toMatchObject({
      status: 404,
      body: { title: 'No such case.' },
    });
  });
});
