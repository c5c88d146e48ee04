import { startInstallation, type Answer, type Installation } from './installation';

const PROGRAMME = '/v1/programmes/project_5369';
const notice = {
  title: 'Sector-Led Improvement Partners for Special Educational Needs and Disability (SEND)',
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
const manager = { role: 'grant-manager' };

describe('two hundred awards at once (G2)', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startInstallation();
    await installation.automation.advanceTo('2021-09-02T12:00:00.000Z');
    expect((await installation.post(`${PROGRAMME}/open-programme`, notice, manager)).status).toBe(200);
  }, 20_000);
  afterAll(() => installation.clear());

  /** Asked again with its key for as long as the stream is too busy to answer in time (503), or still at it (409). */
  async function answered(body: { award: string }): Promise<Answer> {
    const answer = await installation.post(`${PROGRAMME}/allot-discretionary-funding`, body, manager, { 'idempotency-key': body.award });
    return answer.status === 503 || answer.status === 409 ? answered(body) : answer;
  }

  it('never exceed £518,000 by a penny, and fill it as far as it goes', async () => {
    const pence = 600_001;
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_none, index) => {
        const partner = String(100 + index);
        const body = {
          award: `award_${partner}`,
          engagement: `${partner}~project_5369~urgent`,
          partner,
          period: 'initial',
          pence,
          allottedOn: '2021-09-02',
          reason: 'Needed at once',
        };
        return answered(body);
      }),
    );
    const taken = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code} ${body.rule}`))).toEqual(
      new Set(['422 award-over-maximum G2']),
    );
    expect(taken).toHaveLength(Math.floor(notice.maximumPence / pence));
    await installation.automation.settled();
    const { data } = (await installation.get('/v1/ledgers/project_5369', manager)).body;
    expect(data).toMatchObject({ awardedPence: taken.length * pence, remainingPence: notice.maximumPence - taken.length * pence });
    expect(data.remainingPence).toBeGreaterThanOrEqual(0);
    expect(data.remainingPence).toBeLessThan(pence);
  }, 30_000);
});
