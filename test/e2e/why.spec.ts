import { newFolder, startInstallation, type Installation } from './installation';

const ID = 'risk_review~r1~r0';

describe('why something is owed and somebody was told, over HTTP (E2, E3, E5, P5)', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await startInstallation({ folder: newFolder() });
    const holder = { level: 2, person: 'u-30', from: '2021-09-02' };
    const house = installation.runtime.installation.id;
    await installation.post(`/v1/installations/${house}/name-level-holder`, holder, { role: 'deputy-director' });
    const risk = {
      area: '931',
      raisedOn: '2021-09-02',
      owner: 'u-1',
      summary: 'Words for those who may read them',
      likelihood: 2,
      impact: 2,
      nextReviewOn: '2021-09-10',
    };
    const answer = await installation.post('/v1/risks/r1/raise-risk', risk);
    expect(answer.status).toBe(200);
    await installation.automation.advanceTo('2021-09-16T09:00:00.000Z');
  }, 60_000);
  afterAll(() => installation.clear());

  it('says of a requirement what imposed it, how the due day was found, and up to where was read when it lapsed', async () => {
    const { status, body } = await installation.get(`/v1/requirements/${ID}/why`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      requirement: ID,
      rule: { id: 'C15' },
      imposedBy: { event: 'risk-r1@0', link: '/v1/events/risk-r1/0', role: 'case-lead' },
      due: { day: '2021-09-10', dueMoment: '2021-09-10T22:59:59.999Z', unit: 'date', skipped: [] },
      settings: [],
      reminders: [],
      wouldBeMetBy: 'a reassessment',
      judged: { at: '2021-09-10T23:00:59.999Z', pastWhenImposed: false },
      escalation: `/v1/escalations/${ID}/why`,
    });
    expect(body.judged.readUpTo).toMatch(/^\d{20}$/);
    expect(body.steps.map(({ event }: { event: string }) => event)).toEqual([`requirement-${ID}@0`, `requirement-${ID}@1`]);
    expect(body.inWords.at(-1)).toContain('nothing that meets it had been recorded by the end of 10 September 2021');
    expect((await installation.get(body.imposedBy.link)).status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('Words for those');
  });

  it('says of an escalation why, whom it went to at each level, and what was sent', async () => {
    const { status, body } = await installation.get(`/v1/escalations/${ID}/why`);
    expect(status).toBe(200);
    expect(body.cause).toMatchObject({ event: `requirement-${ID}@1` });
    expect(body.requirement).toBe(`/v1/requirements/${ID}/why`);
    expect(body.steps).toMatchObject([
      { level: 1, toRole: 'case-lead' },
      { level: 2, toRole: 'team-leader', toPerson: 'u-30' },
    ]);
    for (const { told } of body.steps) expect(told).toMatchObject([{ channel: 'mailbox' }]);
    expect(body.inWords[0]).toBe('The risk is reviewed: nothing was recorded by 2021-09-10.');
  });

  it('is for staff and auditors, and of what there is', async () => {
    for (const path of [`/v1/requirements/${ID}/why`, `/v1/escalations/${ID}/why`]) {
      expect((await installation.get(path, { role: 'auditor' })).status).toBe(200);
      for (const role of ['administrator', 'dashboard-reader', 'adviser', 'la-contact']) {
        expect((await installation.get(path, { role })).status).toBe(403);
      }
    }
    for (const path of ['/v1/requirements/none/why', '/v1/escalations/none/why', '/v1/requirements/a%20b/why']) {
      const { status, body } = await installation.get(path);
      expect([status, body.code]).toEqual([404, 'not-found']);
    }
  });
});
