import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TokenClaims } from '@app/access';
import { startInstallation, type Answer, type Installation } from '../e2e/installation';
import { areasOf, balancesOf, eligibilityOf, FILES, publishedIn, timelinessOf } from './figures';

/** The whole of England in files of the same layouts and names: set the folder. */
const FOLDER = resolve(process.env.CASEWORK_PUBLISHED ?? __dirname);
const published = publishedIn(FOLDER);

const caseOfficer: TokenClaims = { role: 'case-lead', who: 'u-case-officer' };
const grantOfficer: TokenClaims = { role: 'grant-manager', who: 'u-grant-officer' };

/** Most local areas of one application. */
const TOGETHER = 15;
const REQUIREMENTS = ['G12', 'G13', 'G14', 'G15', 'G22'];

interface Report {
  readonly summary: Readonly<Record<string, number>>;
  readonly refused: readonly { readonly column?: string; readonly because?: string }[];
}

const inGroups = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_none, group) => all.slice(group * size, (group + 1) * size));

describe('after the published files were imported', () => {
  let installation: Installation;
  const reports: Partial<Record<keyof typeof FILES, Report[]>> = {};

  const takeIn = async (file: keyof typeof FILES, kind: string, question: string, claims: TokenClaims): Promise<void> => {
    const body = readFileSync(join(FOLDER, FILES[file]));
    const path = `/v1/imports/${kind}?${question}`;
    const answer = await installation.ask({ method: 'POST', path, body, claims, headers: { 'content-type': 'text/csv' } });
    expect([answer.status, answer.text.slice(0, 12)]).toEqual([200, '{"import":{"']);
    const lines = answer.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, any>);
    const refused = lines.flatMap(({ row }) => (row?.outcome === 'refused' ? [row] : []));
    (reports[file] ??= []).push({ summary: lines.at(-1)!.summary, refused });
  };
  const done = async (answering: Promise<Answer>): Promise<void> => {
    const { status, text } = await answering;
    expect([status, text.slice(0, 500)]).toEqual([200, text.slice(0, 500)]);
  };
  const settled = (): Promise<void> => installation.automation.settled();

  /** Every local area applies, and its eligibility is judged today. */
  const assessed = async (): Promise<Map<string, { inspected: string; deficit: string }>> => {
    for (const group of inGroups([...areasOf(published).keys()], TOGETHER)) {
      await done(installation.post(`/v1/applications/app_${group[0]}/assess-eligibility`, {}, grantOfficer));
    }
    await settled();
    const rows = (await installation.get('/v1/partners?limit=1000', grantOfficer)).body.rows as any[];
    const found = new Map<string, { inspected: string; deficit: string }>();
    for (const { area, rule, result, route } of rows.flatMap(({ data }) => data.eligibility)) {
      const before = found.get(area) ?? { inspected: '', deficit: '' };
      if (rule === 'G12') found.set(area, { ...before, inspected: `${result} by ${route}` });
      if (rule === 'G13-deficit') found.set(area, { ...before, deficit: result });
    }
    return found;
  };

  const apply = async (): Promise<void> => {
    await done(
      installation.post(
        '/v1/programmes/project_5369/open-programme',
        {
          title: 'Sector-Led Improvement Partners for SEND',
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
        },
        grantOfficer,
      ),
    );
    for (const [lead, ...others] of inGroups([...areasOf(published).keys()], TOGETHER)) {
      const send = (command: string, body: object): Promise<void> =>
        done(installation.post(`/v1/applications/app_${lead}/${command}`, body, grantOfficer));
      await send('start-application', { programme: 'project_5369', lead, others });
      await send('evidence-strength', { strength: 's', statement: 'A statement', evidence: 'Its evidence' });
      await send('offer-support-option', { option: 'workforce-development', service: 'send', strengths: ['s'], offer: 'An offer' });
      await send('add-peer-support-example', { example: 'e', time: 'current', support: 'Coaching', impact: 'In time' });
      await send('cost-proposal', { minutesPerDay: 420, days: [{ grade: 'management', days: 40, dayRatePence: 55_000 }], overheads: [] });
      for (const area of [lead!, ...others]) {
        for (const requirement of REQUIREMENTS) await send('declare-eligibility', { area, requirement, evidence: 'Its evidence' });
      }
      await send('submit-application', { quotedReference: 'project_5369', onTemplate: true, receivedAt: '2021-10-29T10:00:00.000Z' });
    }
  };

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.runtime.movable!.moveTo('2022-10-03T09:00:00.000Z');
    await takeIn('sen2', 'sen2', 'registerAreas=true&publishedOn=2022-05-12', caseOfficer);
    await takeIn('inspections2016', 'inspections', '', grantOfficer);
    await takeIn('dsg', 'dsg', 'publishedOn=2022-09-29', grantOfficer);
    await settled();
  }, 300_000);
  afterAll(() => installation.clear());

  it('the partner register says of every local area what the files say, by the rules of 2021 and by those of 2023 (G12, G13)', async () => {
    await apply();
    expect(Object.fromEntries(await assessed())).toEqual(Object.fromEntries(eligibilityOf(published, '2022-10-03')));

    await installation.runtime.movable!.moveTo('2025-07-01T09:00:00.000Z');
    await takeIn('inspections2023', 'inspections', '', grantOfficer);
    await settled();
    expect(Object.fromEntries(await assessed())).toEqual(Object.fromEntries(eligibilityOf(published, '2025-07-01')));
  }, 300_000);

  it('the register of timeliness says of every area, year and basis what the file says (J7)', async () => {
    await takeIn('sen2', 'sen2', 'registerAreas=true&publishedOn=2025-06-26', caseOfficer);
    await settled();
    const rows = (await installation.get('/v1/figures?limit=1000', { role: 'dashboard-reader' })).body.rows as any[];
    const shown = rows.flatMap(({ key, data }) =>
      (data.timeliness as any[]).map(({ year, basis, rate }) => [`${key} ${year} ${basis}`, rate] as const),
    );
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(timelinessOf(published)));
  }, 300_000);

  it('the register of balances says of every area, of England and of every year what the file says (G13, J9)', async () => {
    const rows = (await installation.get('/v1/figures?limit=1000', { role: 'dashboard-reader' })).body.rows as any[];
    const shown = rows.flatMap(({ key, data }) => (data.dsg as any[]).map(({ year, balance }) => [`${key} ${year}`, balance] as const));
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(balancesOf(published)));
    expect(shown.filter(([name]) => name.startsWith('england ')).length).toBe(
      published.dsg.filter(({ geographic_level }) => geographic_level === 'National').length,
    );
  });

  it('every row was taken, or passed over with its reason; what was refused at first was of a year that had not ended', () => {
    const { sen2, inspections2016, inspections2023, dsg } = reports;
    expect([...inspections2016!, ...inspections2023!, ...dsg!].flatMap(({ refused }) => refused)).toEqual([]);
    const [first, second] = sen2!;
    const why = new Set(first!.refused.map(({ column, because }) => `${column}: ${because}`));
    for (const one of why) expect(one).toMatch(/^time_period: The year 20\d\d has not ended: it has no figure before 20\d\d-12-31\.$/);
    expect(why.size).toBe(new Set(published.sen2.map(({ time_period }) => time_period!).filter((year) => year > '2021')).size);
    expect(second!.refused).toEqual([]);
    const passedOver = published.sen2.filter(({ geographic_level }) => geographic_level === 'Regional').length;
    const figures = 2 * (published.sen2.length - passedOver);
    expect(second!.summary).toMatchObject({ rows: published.sen2.length, taken: first!.refused.length, refused: 0 });
    expect(second!.summary.skipped).toBe(passedOver + figures - first!.refused.length);
  });
});
