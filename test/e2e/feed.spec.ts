import { biViews } from '@app/reporting/bi-views';
import { startInstallation, type Installation } from './installation';
import { expectProblem } from './problems';

const source = { publisher: 'Department for Education', title: 'SEN2' };
const codes = { name: 'Medway', laCode: '887', onsCode: 'E06000035', region: 'South East', from: '1998-04-01', source };
const VIEW = '/feed/bi_published_timeliness_v1';

describe('the feed of a view for dashboards (P4)', () => {
  let installation: Installation;
  const poll = (path: string, role = 'dashboard-reader', headers = {}) => installation.get(path, { role }, headers);
  const command = async (path: string, body: object) => {
    const answer = await installation.post(`/v1/${path}`, body);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return { 'casework-wait-for': answer.body.position as string };
  };

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.post('/admin/clock/advance', { to: '2023-07-01T09:00:00.000Z' }, { role: 'administrator' });
    await command('local-areas/887/register-local-area', codes);
  });
  afterAll(() => installation.clear());

  it('tells a dashboard what changed since it asked last, corrections and deletions included', async () => {
    const recorded = await command('timeliness/887~2022/record-timeliness', {
      area: '887',
      year: 2022,
      basis: 'no-exceptions',
      issued: 133,
      withinTwentyWeeks: 90,
      source,
      publishedOn: '2023-06-08',
    });
    const first = await poll(VIEW, 'dashboard-reader', recorded);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ view: 'bi_published_timeliness_v1', more: false });
    const line = { area: '887', area_name: 'Medway', region: 'South East', year: 2022, basis: 'no-exceptions', rate_marker: null };
    expect(first.body.changes).toEqual([{ key: '887', deleted: false, lines: [{ ...line, rate: '67.7' }] }]);
    const again = await poll(`${VIEW}?after=${first.body.next}`);
    expect(again.body.changes).toEqual([]);

    const corrected = { corrects: 0, published: 'x', source, publishedOn: '2023-06-08', reason: 'The publisher suppressed it' };
    const suppressed = await command('timeliness/887~2022/correct-timeliness', corrected);
    const second = await poll(`${VIEW}?after=${again.body.next}`, 'dashboard-reader', suppressed);
    expect(second.body.changes).toEqual([{ key: '887', deleted: false, lines: [{ ...line, rate: null, rate_marker: 'x' }] }]);

    const taken = await command('timeliness/887~2022/withdraw-timeliness', { corrects: 1, reason: 'Recorded of another area' });
    const third = await poll(`${VIEW}?after=${second.body.next}`, 'dashboard-reader', taken);
    expect(third.body.changes).toEqual([{ key: '887', deleted: false, lines: [] }]);
  });

  it('lists for each reader the views that they reach, and the rest is not there at all', async () => {
    const listed = await poll('/feed');
    expect(listed.body.views.map(({ view }: { view: string }) => view)).toEqual(['bi_published_timeliness_v1', 'bi_published_dsg_v1']);
    expect(listed.body.views[0].columns).toContainEqual({ name: 'rate', type: 'decimal' });
    expect((await poll('/feed', 'auditor')).body.views).toHaveLength(biViews.length);
    expectProblem(await poll('/feed/bi_requirements_v1'), { status: 404, code: 'not-found' });
    expect((await poll('/feed/bi_requirements_v1', 'auditor')).status).toBe(200);
    for (const role of ['administrator', 'adviser', 'la-contact'])
      expectProblem(await poll(VIEW, role), { status: 403, code: 'role-not-allowed' });
  });

  it('refuses what it cannot be asked', async () => {
    expectProblem(await poll(`${VIEW}?limit=0`), { status: 400, code: 'query-refused' });
    expectProblem(await poll(`${VIEW}?limit=x`), { status: 400, code: 'query-invalid' });
    expectProblem(await poll(`${VIEW}?after=x`), { status: 400, code: 'cursor-refused' });
    expectProblem(await poll(`${VIEW}?after=1&after=2`), { status: 400, code: 'query-invalid' });
    expectProblem(await poll(`${VIEW}?since=1`), { status: 400, code: 'query-invalid' });
    expectProblem(await poll('/feed/nothing'), { status: 404, code: 'not-found' });
  });

  it('is begun again after the view was built anew', async () => {
    const { body } = await poll(VIEW);
    expect((await installation.post('/admin/rebuild/published-figures', {}, { role: 'administrator' })).status).toBe(200);
    expectProblem(await poll(`${VIEW}?after=${body.next}`), { status: 410, code: 'feed-restarted' });
    expect((await poll(VIEW)).body.changes).toEqual(body.changes);
  });
});
