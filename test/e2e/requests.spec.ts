import { createHmac, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { issueLocalToken } from '@app/access';
import { ROLES } from '@app/domain/roles';
import type { ColumnType } from '@app/event-sourcing';
import { readModels } from '@app/reporting';
import { base64url } from 'jose';
import { someOfEachStream } from './feature-requests';
import { newFolder, startInstallation, type Answer, type Installation } from './installation';
import { expectProblem } from './problems';

const [first] = someOfEachStream(1);
const one = someOfEachStream(1);
const subject = '/v1/subjects/s_1/register-subject';
const person = { subject: 's_1', kind: 'adviser', name: 'Illustrative Adviser' };

describe('a request that cannot be understood', () => {
  let installation: Installation;
  let end: string | undefined;
  beforeAll(async () => {
    installation = await startInstallation();
    await installation.post('/v1/subjects/s_0/register-subject', { ...person, subject: 's_0' });
    await installation.automation.settled();
  });
  beforeEach(async () => void (end = await installation.end()));
  afterEach(async () => expect(await installation.end()).toBe(end));
  afterAll(() => installation.clear());

  describe('for its address', () => {
    const separators = ['a%2Fb', '%2F', '$', '%24ce', '-', 'a-b', '931~in-spection', '%25', 'a;b', 'a+b'];
    const wrongIds = [...separators, 'a%00', '%20', '%C3%A9', '%F0%9F%98%80', "'", '%22', 'x'.repeat(121)];
    it.each(one.map((request) => [request.feature.stream.category, request] as const))(
      '%s takes no such id',
      async (_category, request) => {
        for (const id of wrongIds) {
          expectProblem(await installation.post(request.pathFor(id), {}, { role: request.role }), { status: 400, code: 'id-invalid' });
        }
        expectProblem(await installation.post(request.pathFor(''), {}, { role: request.role }), { status: 404 });
        expectProblem(await installation.post(request.pathFor('x'.repeat(500)), {}, { role: request.role }), {
          status: 414,
          code: 'address-too-long',
        });
        for (const id of ['%', '%zz', '%ff', '%c0%80', '%ed%a0%80']) {
          expectProblem(await installation.post(request.pathFor(id), {}, { role: request.role }), {
            status: 400,
            code: 'malformed-request',
          });
        }
      },
    );

    it('there is nothing at other addresses', async () => {
      for (const path of [
        '/',
        '/v1',
        '/v2/subjects',
        '/v1/subjects/s_1',
        '/v1/subjects/s_1/no-such-command',
        '/v1/nothing/1/open-case',
        '/v1//',
        '/../etc/passwd',
        '/admin',
        '/V1/timeline',
        '/.env',
        '/v1/constructor',
        '/v1/__proto__/1/x',
      ]) {
        for (const method of ['GET', 'POST', 'DELETE'] as const) {
          const answer = await installation.ask({ method, path });
          expectProblem(answer);
          expect([404, 405]).toContain(answer.status);
        }
      }
    });

    it.each(one.map((request) => [request.path, request.role] as const))('%s takes POST alone', async (path, role) => {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        const answer = await installation.ask({ method, path, claims: { role }, ...(method !== 'GET' && { body: {} }) });
        expectProblem(answer, { status: 405, code: 'method-not-allowed' });
        expect(answer.headers['allow']).toBe('POST');
      }
      expect((await installation.ask({ method: 'HEAD', path, claims: { role } })).status).toBe(405);
    });

    it.each(readModels.map(({ path }) => `/v1/${path}`))('%s is read and not written to', async (path) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const answer = await installation.ask({ method, path, body: {} });
        expectProblem(answer, { status: 405, code: 'method-not-allowed' });
        expect(answer.headers['allow']).toBe('GET');
      }
    });
  });

  describe('for its headers', () => {
    const sent = (headers: Record<string, string | string[]>): Promise<Answer> =>
      installation.post(subject, person, { role: 'case-lead' }, headers);

    it('If-Match is one revision, or *', async () => {
      for (const header of [
        '',
        '0',
        '"-1"',
        '"1.5"',
        '"a"',
        'W/"0"',
        '"0", "1"',
        '"00"',
        '"0',
        '""',
        '" 0"',
        '"0x1"',
        '**',
        '"99999999999999999"',
        'x'.repeat(5_000),
      ]) {
        expectProblem(await sent({ 'if-match': header }), { status: 400, code: 'if-match-invalid' });
      }
      expectProblem(await sent({ 'if-match': ['"0"', '"0"'] }), { status: 400, code: 'if-match-invalid' });
      for (const header of ['"0"', '*', '"9999999999999999"'])
        expectProblem(await sent({ 'if-match': header }), { status: 412, code: 'stale-revision' });
    });

    it('Idempotency-Key is visible ASCII, at most 200 of it', async () => {
      for (const header of ['', 'a b', 'ä', 'x'.repeat(201), 'tab\there', '\u00a0', 'a, b']) {
        expectProblem(await sent({ 'idempotency-key': Buffer.from(header).toString('latin1') }), {
          status: 400,
          code: 'idempotency-key-invalid',
        });
      }
      expectProblem(await sent({ 'idempotency-key': ['a', 'b'] }), { status: 400, code: 'idempotency-key-invalid' });
    });

    it('X-Correlation-Id is taken where it is a UUID, and otherwise made', async () => {
      const id = '00000000-0000-4000-8000-00000000000A';
      const [own, made] = [
        await installation.post(subject, {}, undefined, { 'x-correlation-id': id }),
        await installation.post(subject, {}, undefined, { 'x-correlation-id': '<script>' }),
      ];
      expect(own.headers['x-correlation-id']).toBe(id.toLowerCase());
      expect(own.body.instance).toBe(`urn:uuid:${id.toLowerCase()}`);
      expect(made.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('Casework-Wait-For is a position', async () => {
      for (const header of ['', '7', 'abc', '-1', '1'.repeat(65), '00000000000000000001 ', "' or 1=1"].filter(
        (text) => text === text.trim(),
      )) {
        expectProblem(await installation.get('/v1/timeline', undefined, { 'casework-wait-for': header }), {
          status: 400,
          code: 'position-invalid',
        });
      }
    });
  });

  describe('for its token (P4)', () => {
    const endpoints: readonly ['GET' | 'POST', string][] = [
      ['POST', subject],
      ['GET', '/v1/timeline'],
      ['GET', '/v1/local-areas/931/journey'],
      ['GET', '/v1/events/subject-s_0'],
      ['GET', '/v1/events/subject-s_0/0'],
      ['GET', '/admin/status'],
      ['POST', '/admin/clock/advance'],
    ];
    const withHeader = async (authorization: string | undefined): Promise<Answer[]> =>
      Promise.all(
        endpoints.map(([method, path]) =>
          installation.ask({
            method,
            path,
            claims: null,
            headers: authorization === undefined ? {} : { authorization },
            ...(method === 'POST' && { body: {} }),
          }),
        ),
      );
    const refused = async (authorization: string | undefined, code: string, status = 401): Promise<void> => {
      for (const answer of await withHeader(authorization)) {
        expectProblem(answer, { status, code });
        if (status === 401) expect(answer.headers['www-authenticate']).toBe('Bearer');
      }
    };
    const part = (value: unknown): string => base64url.encode(JSON.stringify(value));
    const claims = { iss: 'urn:casework:local-issuer', aud: 'casework', sub: 'u-1', role: 'case-lead', exp: 4_000_000_000 };

    it('that is missing or no token', async () => {
      await refused(undefined, 'token-missing');
      for (const header of ['', 'Bearer', 'Basic dTpw', 'Bearer x', 'Bearer a.b.c.d', 'Bearer null', `Bearer ${'x'.repeat(8_000)}`])
        await refused(header, 'token-malformed');
      for (let round = 0; round < 5; round += 1) {
        const noise = [24, 40, 64].map((length) => randomBytes(length).toString('base64url')).join('.');
        await refused(`Bearer ${noise}`, 'token-malformed');
      }
    });

    it('that has expired, is unsigned, is signed otherwise, or by somebody else', async () => {
      const { folder } = installation;
      await refused(`Bearer ${await issueLocalToken(folder, { role: 'case-lead', lifetimeSeconds: -1 })}`, 'token-expired');
      await refused(`Bearer ${part({ alg: 'none', kid: 'local' })}.${part(claims)}.`, 'token-algorithm');
      const signed = `${part({ alg: 'HS256', kid: 'local' })}.${part(claims)}`;
      await refused(`Bearer ${signed}.${createHmac('sha256', 'secret').update(signed).digest('base64url')}`, 'token-algorithm');
      await refused(`Bearer ${await issueLocalToken(newFolder(), { role: 'case-lead' })}`, 'token-signature');
    });

    it('that carries no role, an unknown one, or the automation’s', async () => {
      for (const role of ['system', 'minister', '']) {
        await refused(`Bearer ${await installation.token({ role, who: 'u-1' })}`, 'token-role-unknown', 403);
      }
    });

    it('whose role may not do this: every command, every list', async () => {
      for (const { feature, path } of someOfEachStream(1)) {
        for (const role of ROLES.filter((known) => !feature.roles.includes(known))) {
          expectProblem(await installation.post(path, {}, { role }), { status: 403, code: 'role-not-allowed' });
        }
      }
      for (const { path, roles } of readModels) {
        for (const role of ROLES) {
          const answer = await installation.get(`/v1/${path}`, { role });
          if (roles.includes(role)) expect(answer.status).toBe(200);
          else expectProblem(answer, { status: 403, code: 'role-not-allowed' });
        }
      }
      for (const role of ROLES.filter((known) => known !== 'administrator')) {
        expectProblem(await installation.get('/admin/status', { role }), { status: 403, code: 'role-not-allowed' });
      }
    });
  });

  describe('for the question that it puts to a list', () => {
    it.each(readModels.map(({ path, projection }) => [path, projection] as const))('%s', async (path, projection) => {
      const list = (question: string): Promise<Answer> => installation.get(`/v1/${path}?${question}`);
      const columns = Object.keys(projection.columns ?? {});
      const [column = 'none'] = columns;
      for (const name of [
        'nothing',
        'constructor',
        '__proto__',
        'toString',
        'From',
        'To',
        'key',
        'row',
        'position',
        'SELECT',
        '%00',
        `${column}%20`,
        `${column}FromTo`,
        column.toUpperCase(),
      ]) {
        expectProblem(await list(`${name}=1`), { status: 400, code: 'query-invalid' });
        expectProblem(await list(`sort=${name}`), { status: 400, code: 'query-invalid' });
      }
      // The instant of recording asks for a moment of the past, here as on every list (P6).
      const codeOf = (name: string): string => (name === 'recordedAt' ? 'moment-invalid' : 'query-invalid');
      for (const limit of ['', '0', '-1', '1001', '1.5', '1e2', '0x10', 'ten', '%20', '999999999999999999', 'NaN', 'Infinity', '10;DROP']) {
        const answer = await list(`limit=${limit}`);
        expectProblem(answer, { status: 400 });
        expect(answer.body.field).toBe('limit');
      }
      for (const name of ['limit', 'cursor', 'sort', 'count']) {
        expectProblem(await list(`${name}=1&${name}=1`), { status: 400, code: 'query-invalid' });
        expectProblem(await list(`${name}[]=1`), { status: 400, code: 'query-invalid' });
      }
      for (const [name, type] of Object.entries(projection.columns ?? {}) as [string, ColumnType][]) {
        if (type === 'text' || type === 'texts') {
          for (const text of ['%00', 'a%00b']) expectProblem(await list(`${name}=${text}`), { status: 400, code: 'query-refused' });
          expect((await list(`${name}=%27%20OR%201%3D1%20--`)).body.rows).toEqual([]);
        } else {
          for (const text of ['', 'a', '1.5', '1e3', '%20', '9'.repeat(16), '%00', '2024-02-30', '%27%20OR%201%3D1%20--'])
            expectProblem(await list(`${name}=${text}`), { status: 400, code: codeOf(name) });
        }
        expectProblem(await list(Array.from({ length: 101 }, () => `${name}=1`).join('&')), { status: 400, code: 'query-invalid' });
      }
      expect((await list('')).status).toBe(200);
    });

    it('a cursor fits the question that it was given for, and is taken as it was given', async () => {
      const page = await installation.get('/v1/timeline?limit=1&sort=type');
      const cursor: string = page.body.nextCursor;
      expect((await installation.get(`/v1/timeline?limit=1&sort=type&cursor=${cursor}`)).status).toBe(200);
      const turned = (at: number): string => cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      const tampered = [
        '',
        'x',
        'AAAAAAAAAAAAAAAA',
        cursor.slice(0, -1),
        `${cursor}A`,
        turned(0),
        turned(20),
        turned(cursor.length - 2),
        encodeURIComponent('é'),
        '%00',
      ];
      for (const wrong of tampered)
        expectProblem(await installation.get(`/v1/timeline?limit=1&sort=type&cursor=${wrong}`), { status: 400, code: 'cursor-refused' });
      for (const question of ['limit=1', 'limit=1&sort=-type', 'limit=1&sort=type&type=CaseOpened']) {
        expectProblem(await installation.get(`/v1/timeline?${question}&cursor=${cursor}`), { status: 400, code: 'cursor-refused' });
      }
      expectProblem(await installation.get(`/v1/local-areas/931/journey?cursor=${cursor}`), { status: 400, code: 'cursor-refused' });
      expectProblem(await installation.get('/v1/local-areas/931/journey?cursor=a&cursor=b'), { status: 400, code: 'query-invalid' });
    });

    it('what is not there is not found', async () => {
      const nowhere = [
        '/v1/timeline/nothing',
        '/v1/requirements/nothing',
        '/v1/escalations/%00',
        '/v1/local-areas/999/journey',
        '/v1/local-areas/__proto__/journey',
      ];
      const noEvents = [
        '/v1/events/nothing-1',
        '/v1/events/subject-s_9',
        '/v1/events/x',
        '/v1/events/$all',
        '/v1/events/subject-s_0/9',
        '/v1/events/subject-s_0/-1',
        '/v1/events/subject-s_0/a',
        '/v1/events/subject-s_0/99999999999',
      ];
      for (const path of [...nowhere, ...noEvents]) expectProblem(await installation.get(path), { status: 404, code: 'not-found' });
      expectProblem(await installation.get('/v1/local-areas/%00/journey'), { status: 400 });
      for (const from of ['-1', 'a', '', '1.5', '9999999999', '1&from=2']) {
        expectProblem(await installation.get(`/v1/events/subject-s_0?from=${from}`), { status: 400, code: 'query-invalid' });
      }
    });
  });

  describe('of the administrator', () => {
    const administrator = { role: 'administrator' };
    const post = (path: string, body: unknown): Promise<Answer> => installation.post(path, body, administrator);

    it('about the clock', async () => {
      const wrong = [
        {},
        { by: '30d', to: '2025-05-01T12:00:00.000Z' },
        { by: '' },
        { by: '0d' },
        { by: '-1d' },
        { by: '1y' },
        { by: '1.5d' },
        { by: '99999m' },
        { by: 30 },
        { to: '2025-02-30T00:00:00.000Z' },
        { to: '2025-13-01T00:00:00.000Z' },
        { to: '2025-05-01' },
        { to: '2025-05-01T24:00:00.000Z' },
        { to: '9999-12-31T00:00:00.000Z' },
        { to: '2025-05-01T12:00:00Z' },
        { to: 0 },
        { until: 'x' },
      ];
      for (const body of wrong) expectProblem(await post('/admin/clock/advance', body), { status: 400, code: 'body-invalid' });
      expectProblem(await post('/admin/clock/advance', { by: null }), { status: 400, code: 'null-not-taken' });
      expectProblem(await post('/admin/clock/advance', { to: '2000-01-01T00:00:00.000Z' }), { status: 422, code: 'clock-never-back' });
      for (const body of [{ to: '2199-12-31T00:00:00.000Z' }, { by: '999m' }]) {
        expectProblem(await post('/admin/clock/advance', body), { status: 422, code: 'clock-beyond-calendar' });
      }
    });

    it('about read models that there are not', async () => {
      for (const fold of ['nothing', 'constructor', '__proto__', '%00', 'x'.repeat(100)]) {
        for (const path of [
          `/admin/rebuild/${fold}`,
          `/admin/verify/${fold}`,
          `/admin/parked/${fold}/k/retry`,
          `/admin/parked/${fold}/k/skip`,
        ]) {
          expectProblem(await post(path, { reason: 'None' }));
        }
      }
      expectProblem(await post('/admin/parked/timeline/nothing/retry', {}), { status: 404, code: 'not-parked' });
      expectProblem(await post('/admin/parked/timeline/%00/skip', { reason: 'None' }), { status: 404 });
      expectProblem(await post('/admin/parked/timeline/nothing/skip', {}), { status: 400, code: 'body-invalid' });
    });
  });

  it('in bytes that are no HTTP is refused in the same form', async () => {
    const refusedBytes = (bytes: string): Promise<{ status: string; type: string; body: { code: string; title: string } }> =>
      new Promise((resolve, reject) => {
        let text = '';
        const socket = connect(installation.port, '127.0.0.1', () => socket.write(bytes));
        socket.on('data', (part) => (text += part.toString()));
        socket.on('error', reject);
        socket.on('close', () => {
          const [head = '', body = '{}'] = text.split('\r\n\r\n');
          resolve({ status: head.split(' ')[1]!, type: /content-type: (.*)/i.exec(head)?.[1] ?? '', body: JSON.parse(body) });
        });
      });
    const requests: [string, string, string][] = [
      ['hello\r\n\r\n', '400', 'malformed-request'],
      ['GET / HTTP/9.9\r\n\r\n', '400', 'malformed-request'],
      [`POST ${first!.path} HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n`, '400', 'malformed-request'],
      [`POST ${first!.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`, '400', 'malformed-request'],
      [`GET /health/live HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n`, '400', 'malformed-request'],
      [`GET /health/live HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`, '431', 'headers-too-large'],
    ];
    for (const [bytes, status, code] of requests) {
      const answer = await refusedBytes(bytes);
      expect(answer).toMatchObject({
        status,
        type: 'application/problem+json; charset=utf-8',
        body: { code, title: expect.stringMatching(/^[A-Z].*\.$/) },
      });
    }
  });

  it('does not keep the next one from being answered', async () => {
    expect((await installation.get('/health/ready', undefined)).status).toBe(200);
    expect((await installation.get('/v1/events/subject-s_0')).body).toHaveLength(1);
  });
});
