import { newFolder, startInstallation, type Installation } from './installation';

const source = { publisher: 'Office for National Statistics', title: 'Register of geographic codes' };
const codes = { name: 'Oxfordshire', laCode: '931', onsCode: 'E10000025', region: 'South East', from: '2009-04-01', source };

describe('the journey of a local area over HTTP (J9)', () => {
  let installation: Installation;
  let position: string;
  const journey = (question = '', role = 'case-lead') =>
    installation.get(`/v1/local-areas/931/journey${question}`, { role }, { 'casework-wait-for': position });
  const command = async (path: string, body: object) => {
    const answer = await installation.post(`/v1/${path}`, body);
    expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
    position = answer.body.position;
    return answer;
  };

  beforeAll(async () => {
    installation = await startInstallation({ folder: newFolder() });
    await command('local-areas/931/register-local-area', codes);
    await command('local-areas/931/record-dsg-position', { year: '2019-20', balance: '-1.69', source });
    await command('local-areas/931/record-partner-joining', {
      kind: 'local-authority',
      name: 'Oxfordshire County Council',
      from: '2009-04-01',
      source,
    });
    await command('local-areas/931/recode-local-area', { ...codes, onsCode: 'E10000099', from: '2021-04-01', reason: 'Reorganised' });
  });
  afterAll(() => installation.clear());

  it('shows where the area stands, and what happened by effective day, each with a link to its event', async () => {
    const { status, body } = await journey();
    expect(status).toBe(200);
    expect(body.area.key).toBe('931');
    expect(body.area.redacted).toEqual([]);
    expect(body.area.data).toMatchObject({ name: 'Oxfordshire', onsCode: 'E10000099', openCases: 0, cases: [] });
    expect(body.area.data.facts.dsg[0].positions[0].balance).toBe('-1.69');
    expect(body.england).toEqual([]);
    expect(body.proposals).toEqual([]);
    expect(body.entries.map((entry: { type: string }) => entry.type)).toEqual([
      'LocalAreaRegistered',
      'PartnerJoined',
      'DsgPositionRecorded',
      'LocalAreaRecoded',
    ]);
    const last = body.entries.at(-1);
    expect(last).toMatchObject({ role: 'case-lead', effectiveOn: '2021-04-01', reason: 'Reorganised', redacted: [] });
    expect(last.link).toBe('/v1/events/localArea-931/3');
    const event = await installation.get(last.link);
    expect([event.status, event.body.type]).toEqual([200, 'LocalAreaRecoded']);
  });

  it('comes page by page', async () => {
    const first = await journey('?limit=3');
    expect(first.body.entries).toHaveLength(3);
    const second = await journey(`?limit=3&cursor=${first.body.nextCursor}`);
    expect(second.body.entries.map((entry: { type: string }) => entry.type)).toEqual(['LocalAreaRecoded']);
    expect(second.body).not.toHaveProperty('nextCursor');
    for (const question of ['?limit=0', '?limit=1001', '?limit=x', '?limit=1&limit=2', '?cursor=x']) {
      expect((await journey(question)).status).toBe(400);
    }
  });

  it('says what the figures of timeliness propose, beside England and the year before (J7)', async () => {
    const figure = { basis: 'no-exceptions', publishedOn: '2021-09-01', source };
    await command('timeliness/931~2019/record-timeliness', { ...figure, area: '931', year: 2019, published: '30.0' });
    await command('timeliness/931~2020/record-timeliness', { ...figure, area: '931', year: 2020, published: '56.4' });
    await command('timeliness/england~2020/record-timeliness', { ...figure, area: 'england', year: 2020, published: '58.0' });
    expect((await journey()).body.proposals).toEqual([
      { year: 2020, basis: 'no-exceptions', proposes: 'lower-risk', ground: 'rise', points: '26.4' },
    ]);
  });

  it('is for staff, and of areas that there are', async () => {
    expect((await journey('', 'auditor')).status).toBe(200);
    for (const role of ['administrator', 'dashboard-reader', 'adviser', 'la-contact']) expect((await journey('', role)).status).toBe(403);
    const nowhere = await installation.get('/v1/local-areas/999/journey');
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'not-found']);
  });

  it('leaves published figures to a dashboard reader, without what is not published (P4)', async () => {
    const published = (claims: { role: string }) => installation.get('/v1/figures/931', claims, { 'casework-wait-for': position });
    const { status, body } = await published({ role: 'dashboard-reader' });
    expect([status, body.data.name, body.data.dsg]).toEqual([200, 'Oxfordshire', []]);
    expect((await published({ role: 'administrator' })).status).toBe(403);
  });
});
