import type { TokenClaims } from '@app/access';
import { startInstallation, type Answer, type Installation } from './installation';
import { expectProblem } from './problems';

const source = { publisher: 'Office for National Statistics', title: 'Register of geographic codes' };
const area = { name: 'Oxfordshire', laCode: '931', onsCode: 'E10000025', region: 'South East', from: '2009-04-01', source };
const risk = {
  area: '931',
  raisedOn: '2023-10-13',
  likelihood: 3,
  impact: 3,
  owner: 'u-case-lead',
  nextReviewOn: '2024-01-10',
  summary: 'Waiting times for assessment',
};

jest.setTimeout(60_000);

describe('reads of records (P5)', () => {
  let installation: Installation;
  let position: string;
  let readers = 0;
  const auditor = { role: 'auditor', who: 'u-auditor' } as TokenClaims;
  const lead = { role: 'case-lead', who: 'u-lead' } as TokenClaims;
  const reads = async (question: string): Promise<any[]> => {
    const { status, body } = await installation.get(`/v1/reads?${question}`, auditor);
    expect([question, status, body.title]).toEqual([question, 200, undefined]);
    return body.rows;
  };
  const read = (path: string, claims: TokenClaims = lead, headers = {}): Promise<Answer> =>
    installation.get(path, claims, { 'casework-wait-for': position, ...headers });

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.post('/v1/local-areas/931/register-local-area', area);
    await installation.post('/admin/clock/advance', { to: '2023-10-14T09:00:00.000Z' }, { role: 'administrator' });
    for (const id of ['risk_a', 'risk_b']) position = (await installation.post(`/v1/risks/${id}/raise-risk`, risk)).body.position;
  });
  afterAll(() => installation.clear());

  it.each([
    ['/v1/risks/risk_a', { what: '/v1/risks/risk_a', rows: 1 }],
    ['/v1/risks/risk_a?recordedAt=2023-10-14T08:00:00Z', 404],
    ['/v1/risks/risk_b?effectiveAt=2023-10-13', { what: '/v1/risks/risk_b', effectiveAt: '2023-10-13', rows: 1 }],
    ['/v1/risks?area=931&area=887&q=oxf&limit=1', { what: '/v1/risks', question: { area: ['931', '887'], q: [], limit: ['1'] }, rows: 1 }],
    ['/v1/timeline?subjects=An%20illustrative%20name', { what: '/v1/timeline', question: { subjects: [] }, rows: 0 }],
    ['/v1/risks/risk_a/compare?from=2023-10-01&to=2023-10-14', { question: { from: ['2023-10-01'], to: ['2023-10-14'] } }],
    ['/v1/local-areas/931/journey', { what: '/v1/local-areas/931/journey', redacted: 0 }],
    ['/v1/events/risk-risk_a', { what: '/v1/events/risk-risk_a', rows: 1 }],
    ['/v1/events/risk-risk_a/0', { what: '/v1/events/risk-risk_a/0', rows: 1 }],
    ['/v1/exports/risk-risk_a', { what: '/v1/exports/risk-risk_a', redacted: 0 }],
  ])('%s is noted once, when it was answered', async (path, noted) => {
    const claims = { role: 'case-lead', who: `u-reader-${(readers += 1)}` } as TokenClaims;
    const before = new Date().toISOString();
    const { status } = await read(path, claims);
    const entries = await reads(`who=${claims.who}`);
    if (noted === 404) return expect([status, entries]).toEqual([404, []]);
    expect([status, entries]).toMatchObject([200, [{ who: claims.who, role: 'case-lead', ...(noted as object) }]]);
    expect(entries[0].at >= before && entries[0].at <= new Date().toISOString()).toBe(true);
    expect(JSON.stringify(entries)).not.toMatch(/oxf/);
  });

  it('a list as CSV is one entry with all its rows', async () => {
    const claims = { role: 'case-lead', who: 'u-csv' } as TokenClaims;
    expect((await read('/v1/risks', claims, { accept: 'text/csv' })).status).toBe(200);
    expect(await reads('who=u-csv')).toMatchObject([{ what: '/v1/risks', rows: 2, redacted: 0 }]);
  });

  it('says that nothing was there for a reader, and on whose behalf it was read', async () => {
    const adviser = { role: 'adviser', who: 'u-adviser', subject: 's_1' } as TokenClaims;
    await read('/v1/risks', adviser);
    await read('/v1/risks', { ...lead, who: 'u-cover', onBehalfOf: 'u-lead' } as TokenClaims);
    expect(await reads('who=u-adviser')).toMatchObject([{ role: 'adviser', rows: 0 }]);
    expect(await reads('who=u-cover')).toMatchObject([{ onBehalfOf: 'u-lead', rows: 2 }]);
  });

  it('holds neither what was refused, nor what is published to everyone', async () => {
    const claims = { role: 'case-lead', who: 'u-none' } as TokenClaims;
    expect((await read('/v1/risks?nothing=1', claims)).status).toBe(400);
    expect((await read('/v1/figures', claims)).status).toBe(200);
    expect(await reads('who=u-none')).toEqual([]);
  });

  it('is found by what, by day, page by page, and as CSV; and is read by the auditor and the deputy director alone (P4)', async () => {
    await read('/v1/risks/risk_a');
    await read('/v1/risks/risk_a');
    const all = await reads('what=/v1/risks/risk_a');
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(all.every(({ what }) => what.startsWith('/v1/risks/risk_a'))).toBe(true);
    const today = new Date().toISOString().slice(0, 10);
    expect(await reads(`what=/v1/risks/risk_a&from=${today}`)).toEqual(all);
    expect(await reads('what=/v1/risks/risk_a&to=2020-01-01')).toEqual([]);
    const first = (await installation.get('/v1/reads?what=/v1/risks/risk_a&limit=1', auditor)).body;
    const second = await reads(`what=/v1/risks/risk_a&limit=1&cursor=${first.nextCursor}`);
    expect([...first.rows, ...second]).toEqual(all.slice(0, 2));
    const csv = await installation.get('/v1/reads?what=/v1/risks/risk_a', { role: 'deputy-director' }, { accept: 'text/csv' });
    expect(csv.text.split('\r\n')).toHaveLength(all.length + 2);
    expect(csv.text).toMatch(/^at,who,role,onBehalfOf,what,question,recordedAt,effectiveAt,rows,redacted\r\n/);
    for (const role of ['case-lead', 'administrator']) {
      expectProblem(await installation.get('/v1/reads', { role } as TokenClaims), { status: 403, code: 'role-not-allowed' });
    }
    expectProblem(await installation.get('/v1/reads?nothing=1', auditor), { status: 400, code: 'query-invalid' });
  });

  it('holds who read the log itself', async () => {
    await reads('limit=1');
    expect((await reads('what=/v1/reads&limit=1'))[0]).toMatchObject({ who: 'u-auditor', what: '/v1/reads' });
  });
});
