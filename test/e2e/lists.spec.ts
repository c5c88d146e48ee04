import type { TokenClaims } from '@app/access';
import { startInstallation, type Answer, type Installation } from './installation';
import { expectProblem } from './problems';

const source = { publisher: 'Office for National Statistics', title: 'Register of geographic codes' };
const area = (name: string, laCode: string, region: string) => ({
  name,
  laCode,
  onsCode: `E10000${laCode}`,
  region,
  from: '2009-04-01',
  source,
});
const order = {
  number: 'CON_22889',
  references: ['Project_8404'],
  title: 'SEND and AP Advisory Services',
  invoiceAddress: 'Department for Education, London',
  supplier: 'Red Kite Solutions (SEN) Ltd',
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  maximumPence: 5_850_000,
  areas: ['931', '887'],
};
const risk = (id: string, change: object = {}) => ({
  id,
  body: {
    area: '931',
    raisedOn: '2023-10-13',
    likelihood: 3,
    impact: 3,
    owner: 'u-case-lead',
    nextReviewOn: '2024-01-10',
    summary: '=HYPERLINK("x")',
    ...change,
  },
});
const programme = {
  title: 'Sector-Led Improvement Partners',
  noticeId: '2021/S 000-021741',
  ocid: 'ocds-h6vhtk-02dc5c',
  reference: 'project_5369',
  mainCpvCode: '80000000',
  additionalCpvCodes: ['80340000'],
  publishedAt: '2021-09-02T11:49:00.000Z',
  applicationsCloseAt: '2021-11-01T12:00:00.000Z',
  fundingFrom: '2022-01-01',
  fundingUntil: '2023-03-31',
  maximumPence: 51_800_000,
};

const adviser = { role: 'adviser', subject: 's_adviser' } as TokenClaims;
const MANY = 260;

jest.setTimeout(60_000);

describe('a list over HTTP', () => {
  let installation: Installation;
  let position: string;
  const command = async (path: string, body: object, role = 'case-lead'): Promise<void> => {
    const answer = await installation.post(`/v1/${path}`, body, { role });
    expect([path, answer.status, answer.body.title]).toEqual([path, 200, undefined]);
    position = answer.body.position;
  };
  const clockTo = async (to: string): Promise<void> => {
    const answer = await installation.post('/admin/clock/advance', { to }, { role: 'administrator' });
    expect(answer.status).toBe(200);
  };
  const get = (path: string, claims?: TokenClaims, accept?: string): Promise<Answer> =>
    installation.get(`/v1/${path}`, claims, { 'casework-wait-for': position, ...(accept !== undefined && { accept }) });
  const keys = async (path: string, claims?: TokenClaims): Promise<string[]> => {
    const { status, body } = await get(path, claims);
    expect([path, status, body.title]).toEqual([path, 200, undefined]);
    return body.rows.map(({ key }: { key: string }) => key);
  };

  beforeAll(async () => {
    installation = await startInstallation();
    await command('local-areas/931/register-local-area', area('Oxfordshire', '931', 'South East'));
    await command('local-areas/887/register-local-area', area('Medway', '887', 'South East'));
    await command('local-areas/851/register-local-area', area('Chäteau Portsmouth', '851', 'London'));
    await clockTo('2021-09-03T09:00:00.000Z');
    await command('programmes/project_5369/open-programme', programme, 'grant-manager');
    for (const [id, lead] of [
      ['app_851', '851'],
      ['app_887', '887'],
    ]) {
      const others = lead === '851' ? ['931'] : [];
      await command(`applications/${id}/start-application`, { programme: 'project_5369', lead, others }, 'grant-manager');
    }
    await clockTo('2023-10-13T09:00:00.000Z');
    await command('contracts/CON_22889/place-order', order, 'contract-manager');
    await command('contracts/CON_1/place-order', { ...order, number: 'CON_1', title: 'Other advice', areas: ['851'] }, 'contract-manager');
    for (const number of ['CON_22889', 'CON_1']) {
      for (const party of ['buyer', 'supplier'])
        await command(`contracts/${number}/accept-order`, { party, acceptedOn: '2023-10-12' }, 'contract-manager');
    }
    const person = { subject: 's_adviser', name: 'Illustrative Adviser', from: '2023-10-12' };
    await command('contracts/CON_22889/name-professional', person, 'contract-manager');
    await command('contracts/CON_1/name-professional', { ...person, subject: 's_other' }, 'contract-manager');
    const risks = [
      risk('risk_a', { likelihood: 5, impact: 5 }),
      risk('risk_b', { area: '887', nextReviewOn: '2024-01-11' }),
      risk('risk_c', { area: '851', nextReviewOn: '2024-02-01' }),
    ];
    for (const { id, body } of risks) await command(`risks/${id}/raise-risk`, body);
  });
  afterAll(() => installation.clear());

  it.each([
    ['', ['risk_a', 'risk_b', 'risk_c']],
    ['area=931', ['risk_a']],
    ['area=931&area=851', ['risk_a', 'risk_c']],
    ['score=9&area=887&area=931', ['risk_b']],
    ['scoreFrom=10', ['risk_a']],
    ['scoreTo=24', ['risk_b', 'risk_c']],
    ['nextReviewOnFrom=2024-01-11&nextReviewOnTo=2024-01-31', ['risk_b']],
    ['region=South%20East', ['risk_a', 'risk_b']],
    ['region=London&region=South%20East', ['risk_a', 'risk_b', 'risk_c']],
    ['region=Nowhere', []],
    ['q=OXFORD', ['risk_a']],
    ['q=chateau', ['risk_c']],
    ['q=CH%C3%82TEAU%20ports', ['risk_c']],
    ['q=oxford%20medway', []],
    ['owner=u-case-lead&status=open&sort=-nextReviewOn', ['risk_c', 'risk_b', 'risk_a']],
    ['status=closed', []],
  ])('is filtered by %p', async (question, expected) => {
    expect(await keys(`risks?${question}`)).toEqual(expected);
    const { body } = await get(`risks?${question}&count=true&limit=1`);
    expect([body.total, body.rows.length]).toEqual([expected.length, Math.min(1, expected.length)]);
  });

  it.each([
    ['contracts?q=advisory', ['CON_22889']],
    ['contracts?q=medway', ['CON_22889']],
    ['contracts?q=portsmouth', ['CON_1']],
    ['contracts?q=advi%20portsmouth', ['CON_1']],
    ['contracts?areas=887&areas=931', ['CON_22889']],
    ['contracts?region=London', ['CON_1']],
    ['local-areas?q=oxf', ['931']],
    ['local-areas?region=London', ['851']],
    ['requirements?areas=851&definition=quality-approach&overdue=false', ['quality_approach~CON_1~2023_10_12']],
  ])('finds titles, areas and regions: %p', async (path, expected) => expect(await keys(path)).toEqual(expected));

  it('comes page by page, each row once, and says how many there are', async () => {
    const first = await get('risks?limit=2&count=true');
    const second = await get(`risks?limit=2&cursor=${first.body.nextCursor}`);
    expect([first.body.total, first.body.rows.length, second.body.rows.length]).toEqual([3, 2, 1]);
    expect(second.body).not.toHaveProperty('nextCursor');
    expect(second.body).not.toHaveProperty('total');
    expectProblem(await get(`risks?limit=2&area=931&cursor=${first.body.nextCursor}`), { status: 400, code: 'cursor-refused' });
  });

  it.each([
    ['risks?count=yes', 'count'],
    ['risks?overdue=1', 'overdue'],
    ['risks?overdue=true&overdue=true', 'overdue'],
    ['risks?q=', 'q'],
    ['risks?q=--', 'q'],
    ['risks?q=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k', 'q'],
    ['risks?status=opne', 'status'],
    ['risks?raisedOn=13.10.2023', 'raisedOn'],
    ['risks?ownerFrom=a', 'ownerFrom'],
    ['contracts?areasFrom=1', 'areasFrom'],
    ['contracts?sort=areas', 'sort'],
    ['contracts?overdue=true', 'overdue'],
    ['timeline?q=a', 'q'],
    ['ledgers?region=London', 'region'],
  ])('refuses %p', async (path, field) => {
    const answer = await get(path);
    expectProblem(answer, { status: 400, code: 'query-invalid' });
    expect(answer.body.field).toBe(field);
  });

  describe('as CSV', () => {
    it('holds what the JSON holds, and takes no formula from what people wrote', async () => {
      const csv = await get('risks?area=931', undefined, 'text/csv');
      expect([csv.status, csv.headers['content-type'], csv.headers['vary']]).toEqual([
        200,
        'text/csv; charset=utf-8; header=present',
        'accept',
      ]);
      expect(csv.headers['content-disposition']).toBe('attachment; filename="risks-2023-10-13.csv"');
      expect(csv.headers['casework-position']).toMatch(/^[0-9~]{20,64}$/);
      const [head, ...rows] = csv.text.split('\r\n');
      expect(head).toBe(
        'key,area,outcome,contract,grant,status,raisedOn,likelihood,impact,score,owner,nextReviewOn,summary,needs,closedOn,mitigations,assessments,redacted',
      );
      expect(rows).toEqual([
        `risk_a,931,,,,open,2023-10-13,5,5,25,u-case-lead,2024-01-10,"'=HYPERLINK(""x"")",,,[],"[{""on"":""2023-10-13"",""likelihood"":5,""impact"":5,""score"":25}]",`,
        '',
      ]);
    });

    it('holds every row, however many pages they fill, in the order that is asked', async () => {
      for (let number = 0; number < MANY; number += 1) {
        const issue = `i${String(number).padStart(3, '0')}`;
        await command('contracts/CON_22889/raise-issue', { issue, area: '931', raisedOn: '2023-10-13', what: 'w' }, 'contract-manager');
      }
      const csv = await get('issues?contract=CON_22889&sort=-raisedOn', undefined, 'text/csv');
      const listed = csv.text.trimEnd().split('\r\n').slice(1);
      expect(listed).toHaveLength(MANY);
      expect(new Set(listed).size).toBe(MANY);
      expect(listed[0]).toMatch(/^CON_22889~i259,/);
    });

    it.each([
      ['text/csv;q=0.4, application/json;q=0.5', 'application/json; charset=utf-8'],
      ['text/csv;q=0.5, application/json;q=0.4', 'text/csv; charset=utf-8; header=present'],
      ['text/html, */*', 'application/json; charset=utf-8'],
    ])('comes where %p likes it best', async (accept, type) => {
      const answer = await get('risks?limit=1', undefined, accept);
      if (type.startsWith('text/csv')) expectProblem(answer, { status: 400, code: 'query-invalid' });
      expect((await get('risks?area=931', undefined, accept)).headers['content-type']).toBe(type);
    });

    it('is refused before anything is sent, and not offered of one row', async () => {
      for (const question of ['limit=1', 'cursor=x', 'count=true', 'nothing=1'])
        expectProblem(await get(`risks?${question}`, undefined, 'text/csv'), { status: 400, code: 'query-invalid' });
      expectProblem(await get('risks/risk_a', undefined, 'text/csv'), { status: 406, code: 'not-acceptable' });
      expectProblem(await get('risks', undefined, 'application/xml'), { status: 406, code: 'not-acceptable' });
    });
  });

  describe('of own records (P4)', () => {
    it.each([
      ['contracts', 'CON_22889', 'CON_1'],
      ['local-areas', '931', '851'],
      ['risks', 'risk_a', 'risk_c'],
      ['requirements', 'quality_approach~CON_22889~2023_10_12', 'quality_approach~CON_1~2023_10_12'],
    ])('an adviser reads the contract whose named professional they are, and its areas: %s', async (path, own, others) => {
      const all = await keys(`${path}?limit=1000`);
      expect(all).toEqual(expect.arrayContaining([own, others]));
      const read = await keys(`${path}?limit=1000`, adviser);
      expect(read).toContain(own);
      expect(read).not.toContain(others);
      expect((await get(`${path}/${own}`, adviser)).status).toBe(200);
      expectProblem(await get(`${path}/${others}`, adviser), { status: 404, code: 'not-found' });
      const { body } = await get(`${path}?count=true&limit=1`, adviser);
      expect(body.total).toBe(read.length);
      const csv = await get(path, adviser, 'text/csv');
      expect(csv.text).toContain(`\r\n${own},`);
      expect(csv.text).not.toContain(`\r\n${others},`);
      for (const nobody of [{ role: 'adviser' }, { role: 'adviser', subject: 's_nobody' }] as TokenClaims[])
        expect(await keys(path, nobody)).toEqual([]);
    });

    it('an adviser reads the duties of an own area whatever they stand on, a grant too, as on its page; the grant itself is not theirs', async () => {
      const work = { pence: 100_000, from: '2023-10-02', until: '2023-12-31', engagedOn: '2023-10-02', reportsAgreed: true, reason: 'r' };
      for (const area of ['931', '851']) {
        await command(`partners/${area}~project_5369~d/engage-at-discretion`, { area, ...work }, 'grant-manager');
      }
      await installation.automation.settled();
      const duties = 'requirements?definition=quarterly-report&limit=1000';
      const concerning = async (claims?: TokenClaims) =>
        (await get(duties, claims)).body.rows.map(({ data, redacted }: { data: { what: string }; redacted: object[] }) => [
          data.what,
          redacted,
        ]);
      expect(await concerning()).toEqual([
        ['partner-851~project_5369~d', []],
        ['partner-931~project_5369~d', []],
      ]);
      expect(await concerning(adviser)).toEqual([['partner-931~project_5369~d', []]]);
      const page = (await get('local-areas/931', adviser)).body.data;
      expect(page.grants).toMatchObject([{ grant: '931~project_5369~d' }]);
      expect(page.requirements.open.map(({ what }: { what: string }) => what)).toContain('partner-931~project_5369~d');
      for (const path of ['partners', 'packages', 'applications', 'ledgers', 'escalations', 'timeline'])
        expectProblem(await get(path, adviser), { status: 403, code: 'role-not-allowed' });
      expectProblem(await get('events/partner-931~project_5369~d', adviser), { status: 403, code: 'role-not-allowed' });
    });

    it('an LA contact reads the applications of the own local area', async () => {
      const contact = { role: 'la-contact', areas: ['851'] } as TokenClaims;
      expect(await keys('applications')).toEqual(['app_851', 'app_887']);
      expect(await keys('applications', contact)).toEqual(['app_851']);
      expect((await get('applications/app_851', contact)).status).toBe(200);
      expectProblem(await get('applications/app_887', contact), { status: 404, code: 'not-found' });
      expect(await keys('applications', { role: 'la-contact' } as TokenClaims)).toEqual([]);
      const then = encodeURIComponent(installation.runtime.clock.now());
      expect(await keys(`applications?others=931&recordedAt=${then}`, contact)).toEqual(['app_851']);
      expect(await keys(`applications?others=931&recordedAt=2021-09-02`, contact)).toEqual([]);
      expect(await keys(`applications?lead=887&recordedAt=${then}`, contact)).toEqual([]);
      for (const path of ['contracts', 'local-areas', 'requirements', 'ledgers', 'escalations'])
        expectProblem(await get(path, contact), { status: 403, code: 'role-not-allowed' });
    });

    it('what is not their own is not there for them at any moment of the past either', async () => {
      const then = encodeURIComponent(installation.runtime.clock.now());
      expect((await get(`contracts/CON_22889?recordedAt=${then}`, adviser)).status).toBe(200);
      expectProblem(await get(`contracts/CON_1?recordedAt=${then}`, adviser), { status: 404, code: 'not-found' });
      expect(await keys(`contracts?areas=931&recordedAt=${then}`, adviser)).toEqual(['CON_22889']);
      expect(await keys(`contracts?areas=851&recordedAt=${then}`, adviser)).toEqual([]);
      expect(await keys(`contracts?areas=851&recordedAt=${then}`)).toEqual(['CON_1']);
      const { body } = await get(`requirements?what=contract-CON_1&count=true&recordedAt=${then}`, adviser);
      expect([body.rows, body.total]).toEqual([[], 0]);
      const file = await get(`contracts?areas=851&recordedAt=${then}`, adviser, 'text/csv');
      expect(file.text.trim().split('\r\n')).toHaveLength(1);
    });

    it('whoever is named in their place reads in their place', async () => {
      const before = encodeURIComponent(installation.runtime.clock.now());
      const replacement = { subject: 's_new', name: 'Illustrative Successor', from: '2023-10-13', reason: 'Illustration' };
      await command('contracts/CON_22889/replace-professional', replacement, 'contract-manager');
      expect(await keys('contracts', adviser)).toEqual([]);
      const successor = { role: 'adviser', subject: 's_new' } as TokenClaims;
      expect(await keys('contracts', successor)).toEqual(['CON_22889']);
      expect(await keys(`contracts?areas=931&recordedAt=${before}`, adviser)).toEqual([]);
      expect(await keys(`contracts?areas=931&recordedAt=${before}`, successor)).toEqual(['CON_22889']);
    });
  });

  it('knows what is overdue by the day of the domain clock, on both sides of it', async () => {
    await clockTo('2024-01-10T12:00:00.000Z');
    expect(await keys('risks?overdue=true')).toEqual([]);
    await clockTo('2024-01-11T12:00:00.000Z');
    expect(await keys('risks?overdue=true&scoreFrom=9')).toEqual(['risk_a']);
    expect(await keys('risks?overdue=false&scoreFrom=9')).toEqual(['risk_b', 'risk_c']);
    expect(await keys('requirements?overdue=true&definition=quality-approach&areas=851')).toEqual(['quality_approach~CON_1~2023_10_12']);
  });
});
