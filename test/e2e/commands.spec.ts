import { startInstallation, type Installation } from './installation';

const path = '/v1/improvement-cases/931~timeliness/open-case';
const body = { area: '931', cause: 'timeliness', openedOn: '2021-09-01', reason: 'An illustration' };

/** The same case from another day. */
const earlier = { ...body, openedOn: '2021-08-31' };

const areas = [
  ['931', 'Oxfordshire', 'E10000025'],
  ['887', 'Medway', 'E06000035'],
] as const;

describe('a command over HTTP', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startInstallation();
    for (const [laCode, name, onsCode] of areas) {
      const source = { publisher: 'Office for National Statistics', title: 'Register of geographic codes' };
      const registered = { name, laCode, onsCode, region: 'South East', from: '2009-04-01', source };
      expect((await installation.post(`/v1/local-areas/${laCode}/register-local-area`, registered)).status).toBe(200);
    }
  });
  afterAll(() => installation.clear());

  it('is recorded, answers with stream, revision, position and events, and names them in its headers (P5)', async () => {
    const answer = await installation.post(path, body, { role: 'case-lead', who: 'u-1' }, { 'idempotency-key': 'opening' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ stream: 'improvementCase-931~timeliness', revision: 0 });
    expect(answer.headers.etag).toBe('"0"');
    expect(answer.headers['casework-position']).toBe(answer.body.position);
    const [event] = answer.body.events;
    expect(event).toMatchObject({ type: 'CaseOpened', data: body, redacted: [], metadata: { who: 'u-1', role: 'case-lead', v: 1 } });
  });

  it('sent again with its key answers as then; the key with another body is refused', async () => {
    const first = await installation.post(
      path,
      body,
      { role: 'case-lead', who: 'u-1' },
      { 'idempotency-key': 'opening', 'if-match': '"99"' },
    );
    expect(first.status).toBe(200);
    expect(first.body.revision).toBe(0);
    const other = await installation.post(
      path,
      { ...body, reason: 'Another' },
      { role: 'case-lead', who: 'u-1' },
      { 'idempotency-key': 'opening' },
    );
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('idempotency-key-reused');
    const stranger = await installation.post(path, earlier, { role: 'case-lead', who: 'u-2' }, { 'idempotency-key': 'opening' });
    expect(stranger.body.code).toBe('case-already-open');
  });

  it('is refused with the sentence and the rule it comes from (J2)', async () => {
    const answer = await installation.post(path, earlier);
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({
      code: 'case-already-open',
      rule: 'J2',
      status: 422,
      type: 'urn:casework:problem:case-already-open',
    });
  });

  it('is stale when the stream has moved on', async () => {
    const answer = await installation.post(path, body, undefined, { 'if-match': '"7"' });
    expect([answer.status, answer.body.code]).toEqual([412, 'stale-revision']);
  });

  it('is not for every role (P4)', async () => {
    for (const role of ['auditor', 'administrator', 'dashboard-reader', 'adviser', 'la-contact']) {
      const answer = await installation.post(path, body, { role });
      expect([answer.status, answer.body.code]).toEqual([403, 'role-not-allowed']);
    }
  });

  it('can be read at once by whoever waits for its position (J9)', async () => {
    const opened = await installation.post('/v1/improvement-cases/887~timeliness/open-case', { ...body, area: '887', cause: 'timeliness' });
    const read = await installation.get('/v1/timeline?subjects=localArea-887&type=CaseOpened', undefined, {
      'casework-wait-for': opened.body.position,
    });
    expect(read.status).toBe(200);
    expect(read.body.rows).toHaveLength(1);
    expect(read.body.rows[0].data).toMatchObject({
      type: 'CaseOpened',
      reason: 'An illustration',
      stream: 'improvementCase-887~timeliness',
      revision: 0,
    });
    expect(read.headers['casework-position']! >= opened.body.position).toBe(true);
  });
});
