import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { TokenClaims } from '@app/access';
import type { RecordedEvent } from '@app/event-store';
import { receiveFile } from '../../apps/casework/src/api/imports/received-file';
import { startInstallation, type Answer, type Installation } from '../e2e/installation';

const root = join(__dirname, '../..');
const fileOf = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
const sen2 = fileOf('sen2.csv');
const dsg = fileOf('dsg-cumulative-balance.csv');
const inspections = fileOf('area-send-inspections-2016-2022.csv');
const [sen2Heading, ...sen2Rows] = sen2.trim().split('\n') as [string, ...string[]];
/** A third of the rows, which is enough for most. */
const someYears = [sen2Heading, ...sen2Rows.slice(0, 63)].join('\n');
const [dsgHeading] = dsg.split('\n') as [string];

const caseOfficer: TokenClaims = { role: 'case-lead', who: 'u-case-officer' };
const grantOfficer: TokenClaims = { role: 'grant-manager', who: 'u-grant-officer' };

interface Reported {
  readonly line: number;
  readonly area?: string;
  readonly what: string;
  readonly outcome: string;
  readonly column?: string;
  readonly because?: string;
  readonly record?: string;
  readonly events?: readonly string[];
}

jest.setTimeout(60_000);

describe('an import of a published file', () => {
  let installation: Installation;
  const fresh = async (): Promise<void> => {
    installation = await startInstallation();
    await installation.runtime.movable!.moveTo('2023-10-02T09:00:00.000Z');
  };

  const send = (kind: string, body: string | Buffer, question = '', claims = grantOfficer, type = 'text/csv'): Promise<Answer> =>
    installation.ask({ method: 'POST', path: `/v1/imports/${kind}?${question}`, body, claims, headers: { 'content-type': type } });
  const lines = ({ text }: Answer): Record<string, any>[] =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, any>);
  const rowsIn = (answer: Answer): Reported[] => lines(answer).flatMap(({ row }) => (row === undefined ? [] : [row as Reported]));
  const summaryOf = (answer: Answer): object => lines(answer).at(-1)!.summary as object;
  const log = (): Promise<RecordedEvent[]> => installation.runtime.store.readAll({ limit: 10_000 });
  const byPeople = async (): Promise<number> => (await log()).filter(({ metadata }) => metadata.role !== 'system').length;
  const registered = (): Promise<Answer> => send('sen2', [sen2Heading, ...sen2Rows.slice(0, 19)].join('\n'), 'registerAreas=true');
  const settled = (): Promise<void> => installation.automation.settled();

  describe('on an installation of its own', () => {
    beforeEach(fresh);
    afterEach(() => installation.clear());

    it('rehearses what it would record and records nothing; then records just that, as who asked, with source and hash', async () => {
      const rehearsed = await send('sen2', someYears, 'dryRun=true&registerAreas=true&publishedOn=2023-06-08');
      expect((await log()).map(({ type }) => type)).toEqual(['InstallationFounded']);
      const recorded = await send('sen2', someYears, 'registerAreas=true&publishedOn=2023-06-08', caseOfficer);
      expect(rowsIn(recorded)).toEqual(rowsIn(rehearsed));
      expect(summaryOf(recorded)).toEqual({
        rows: 63,
        taken: 130,
        skipped: 8,
        refused: 0,
        events: { LocalAreaRegistered: 19, LocalAreaRecoded: 1, TimelinessRecorded: 110 },
      });
      const hash = createHash('sha256').update(someYears).digest('hex');
      const facts = (await log()).filter(({ metadata }) => metadata.who === 'u-case-officer');
      expect(facts).toHaveLength(130);
      for (const { data, metadata } of facts) {
        expect(metadata).toMatchObject({ role: 'case-lead', $correlationId: facts[0]!.metadata.$correlationId });
        expect(data.source).toMatchObject({
          publisher: 'Department for Education',
          title: expect.stringMatching(new RegExp(`sha256:${hash}$`)),
        });
      }
    });

    it('records nothing twice, whoever imports it again and from whatever day', async () => {
      await registered();
      await settled();
      await send('dsg', dsg, 'publishedOn=2022-09-29');
      await send('inspections', inspections);
      const before = await byPeople();
      const again = [
        await send('sen2', [sen2Heading, ...sen2Rows.slice(0, 19)].join('\n'), 'registerAreas=true', caseOfficer),
        await send('dsg', dsg, 'publishedOn=2022-10-01', caseOfficer),
        await send('inspections', inspections, '', caseOfficer),
      ];
      expect(again.map(summaryOf)).toMatchObject([
        { taken: 0, refused: 0 },
        { taken: 0, refused: 0 },
        { taken: 0, refused: 0 },
      ]);
      expect(new Set(again.flatMap(rowsIn).map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
      expect(await byPeople()).toBe(before);
    });

    it('goes on after it was broken off', async () => {
      await brokenOff('/v1/imports/sen2?registerAreas=true', someYears);
      const { recorded } = await counted();
      await settled();
      const rest = await send('sen2', someYears, 'registerAreas=true');
      expect(recorded).toBeLessThan(130);
      expect(summaryOf(rest)).toMatchObject({ rows: 63, refused: 0 });
      const { recorded: all, ids } = await counted();
      expect(all).toBe(130);
      expect(ids).toBe(130);
    });

    /** Reads the beginning of the answer and hangs up. */
    const brokenOff = async (path: string, body: string): Promise<void> => {
      const token = await installation.token(grantOfficer);
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
      await new Promise<void>((resolve, reject) => {
        const sending = request({ host: '127.0.0.1', port: installation.port, method: 'POST', path, headers }, (response) => {
          response.once('data', () => {
            response.destroy();
            resolve();
          });
        });
        sending.once('error', reject);
        sending.end(body);
      });
      let before = -1;
      for (let now = (await log()).length; now !== before; now = (await log()).length) {
        before = now;
        await installation.runtime.decider.idle();
        await installation.automation.settled();
      }
    };
    const counted = async (): Promise<{ recorded: number; ids: number }> => {
      const facts = (await log()).filter(({ metadata }) => metadata.who === 'u-grant-officer');
      return { recorded: facts.length, ids: new Set(facts.map(({ metadata }) => metadata.commandId)).size };
    };

    it('of a revised file records revisions and corrections; what was said before stays', async () => {
      await registered();
      await settled();
      await send('dsg', dsg, 'publishedOn=2022-09-29');
      const columns = sen2Heading.split(',');
      const row = sen2Rows[0]!.split(',');
      row[columns.indexOf('no_exc_20week_ehc')] = '6';
      const revisedFigures = await send('sen2', [sen2Heading, row.join(',')].join('\n'), 'publishedOn=2023-10-02');
      expect(rowsIn(revisedFigures)).toMatchObject([
        {
          area: '825',
          what: 'timeliness 2014, no-exceptions',
          outcome: 'taken',
          events: ['TimelinessRevised'],
          record: 'timeliness-825~2014@2',
        },
        { what: 'timeliness 2014, with-exceptions', outcome: 'skipped', because: 'Already so: timeliness-825~2014@1.' },
      ]);
      const revisedDsg = await send(
        'dsg',
        `${dsgHeading}\n202122,Local authority,South East,Oxfordshire,4.27,-4.27,2021-22`,
        'publishedOn=2023-10-01',
      );
      const [{ record } = { record: '' }] = rowsIn(revisedDsg);
      expect(rowsIn(revisedDsg)).toMatchObject([{ outcome: 'taken', events: ['DsgPositionCorrected', 'DsgPositionPublished'] }]);
      const [stream, revision] = record!.split('@') as [string, string];
      const corrected = await installation.get(`/v1/events/${stream}/${Number(revision) - 1}`, grantOfficer);
      expect(corrected.body.data).toMatchObject({
        balance: '-4.27',
        reason: expect.stringMatching(
          /^Published otherwise in a file of 2023-10-01: -4\.27 per cent of income instead of what record \d+ says$/,
        ),
        source: { title: expect.stringMatching(/sha256:[0-9a-f]{64}$/) },
      });
      expect((await log()).filter(({ type }) => type === 'TimelinessRecorded' || type === 'DsgPositionRecorded').length).toBe(38 + 57);
    });

    it('tells of each row that is refused the line, the column and the reason, and takes the others', async () => {
      await registered();
      await settled();
      const file = [
        `\uFEFF${dsgHeading}`,
        '202122,Local authority,South East,Oxfordshire,4.26,-4.26,2021-22',
        '202122,Local authority,South East,"Oxford\nshire",4.26,-4.26,2021-22',
        '202122,Local authority,South East,Medway,8.6,8.6,2021-22',
        '202122,Local authority,South East,Kent',
        '202122,Local authority,South East,Oxfordshire,4.26,-4.26,2021-22',
        '202122,Local authority,South East,Oxfordshire,4.27,-4.27,2021-22',
        '202526,Local authority,South East,Kent,1,-1,2025-26',
        '202021,Local authority,South East,KENT,3.9,-3.90,2020-21',
        '',
      ].join('\r\n');
      expect(rowsIn(await send('dsg', file, 'publishedOn=2022-09-29'))).toEqual([
        expect.objectContaining({ line: 2, area: '931', outcome: 'taken' }),
        {
          line: 3,
          what: 'row',
          outcome: 'refused',
          column: 'la_name',
          because: expect.stringContaining('is no registered local area, nor an alias of one'),
        },
        expect.objectContaining({ line: 5, outcome: 'refused', column: 'deficit' }),
        { line: 6, what: 'row', outcome: 'refused', because: 'The row has 4 cells where there are 7 headings.' },
        expect.objectContaining({ line: 7, outcome: 'skipped', because: 'Line 2 says the same.' }),
        expect.objectContaining({ line: 8, outcome: 'refused', because: 'Line 2 says otherwise, and was taken.' }),
        expect.objectContaining({
          line: 9,
          outcome: 'refused',
          column: 'financial_year',
          because: 'The financial year 2025-26 ends on 2026-03-31: it has no balance before.',
        }),
        expect.objectContaining({ line: 10, area: '886', outcome: 'taken' }),
      ]);
    });

    it("records England's balances of a file of DSG once, and corrects one that is published anew (J9)", async () => {
      await registered();
      await settled();
      const england = async () => (await installation.get('/v1/figures/england', { role: 'dashboard-reader' })).body.data.dsg as object[];
      const first = rowsIn(await send('dsg', dsg, 'publishedOn=2022-09-29')).filter(({ area }) => area === 'england');
      expect(first).toEqual(
        [
          ['2019-20', '2019_20', 2],
          ['2020-21', '2020_21', 3],
          ['2021-22', '2021_22', 4],
        ].map(([year, id, line]) => ({
          line,
          area: 'england',
          what: `DSG balance ${year}`,
          outcome: 'taken',
          events: ['NationalDsgRecorded'],
          record: `nationalDsg-${id}@0`,
        })),
      );
      await settled();
      const asPublished = { publisher: 'Department for Education', publishedOn: '2022-09-29', preferred: true };
      expect(await england()).toMatchObject([
        { ...asPublished, year: '2019-20', balance: '-1.08' },
        { ...asPublished, year: '2020-21', balance: '-1.69' },
        { ...asPublished, year: '2021-22', balance: '-2.26' },
      ]);
      const again = rowsIn(await send('dsg', dsg, 'publishedOn=2022-10-01', caseOfficer)).filter(({ area }) => area === 'england');
      expect(again.map(({ outcome, because }) => [outcome, because])).toEqual(
        Array.from({ length: 3 }, () => ['skipped', 'Recorded from this very file before.']),
      );
      const anew = rowsIn(await send('dsg', `${dsgHeading}\n202122,National,England,,2.30,-2.30,2021-22`, 'publishedOn=2022-12-15'));
      expect(anew).toMatchObject([{ outcome: 'taken', events: ['NationalDsgCorrected'], record: 'nationalDsg-2021_22@1' }]);
      await settled();
      expect(await england()).toContainEqual(expect.objectContaining({ year: '2021-22', balance: '-2.30', publishedOn: '2022-12-15' }));
      const { body } = await installation.get('/v1/local-areas/931/journey', { role: 'case-lead' });
      expect(body.dsgAgainstEngland).toEqual([
        { year: '2019-20', area: '-1.69', england: '-1.08', points: '-0.61' },
        { year: '2020-21', area: '-3.32', england: '-1.69', points: '-1.63' },
        { year: '2021-22', area: '-4.26', england: '-2.30', points: '-1.96' },
      ]);
      const before = await installation.get('/v1/local-areas/931/journey?effectiveAt=2022-03-30', { role: 'case-lead' });
      expect(before.body.dsgAgainstEngland).toEqual([]);
    });

    it('keeps a marker in the place of a balance, and the number when it is published (J7)', async () => {
      await registered();
      await settled();
      const row = (deficit: string, balance: string) =>
        `${dsgHeading}\n202122,Local authority,South East,Kent,${deficit},${balance},2021-22`;
      expect(rowsIn(await send('dsg', row('x', 'x'), 'publishedOn=2022-09-29'))).toEqual([
        expect.objectContaining({ area: '886', outcome: 'taken', events: ['DsgPositionRecorded', 'DsgPositionPublished'] }),
      ]);
      await settled();
      const shown = async () => (await installation.get('/v1/figures/886', { role: 'dashboard-reader' })).body.data.dsg as object[];
      expect(await shown()).toMatchObject([{ year: '2021-22', balance: 'x', publishedOn: '2022-09-29' }]);
      const feed = await installation.get('/feed/bi_published_dsg_v1', { role: 'dashboard-reader' });
      const kent = feed.body.changes.find(({ key }: { key: string }) => key === '886');
      expect(kent.lines).toMatchObject([{ year: '2021-22', balance: null, balance_marker: 'x' }]);
      expect(rowsIn(await send('dsg', row('6.83', '-6.83'), 'publishedOn=2022-12-15'))).toEqual([
        expect.objectContaining({ area: '886', outcome: 'taken', events: ['DsgPositionCorrected', 'DsgPositionPublished'] }),
      ]);
      await settled();
      expect(await shown()).toMatchObject([{ year: '2021-22', balance: '-6.83', publishedOn: '2022-12-15' }]);
    });

    it('by the CLI rehearses, and records when that is confirmed', async () => {
      const path = join(installation.folder, 'published.csv');
      writeFileSync(path, [sen2Heading, ...sen2Rows.slice(0, 2), sen2Rows[2]!.replace('E10000014', '')].join('\n'));
      const env = { ...process.env, CASEWORK_DATA: installation.folder, CASEWORK_URL: `http://127.0.0.1:${installation.port}` };
      const run = (...options: string[]): Promise<{ stdout: string; code: number }> =>
        promisify(execFile)(
          process.execPath,
          [
            '-r',
            './test/from-sources.cjs',
            'apps/cli/src/main.ts',
            'import',
            'sen2',
            path,
            '--published-on',
            '2023-06-08',
            '--register-areas',
            ...options,
          ],
          { cwd: root, env },
        ).then(
          ({ stdout }) => ({ stdout, code: 0 }),
          (error: { stdout: string; code: number }) => ({ stdout: error.stdout, code: error.code }),
        );
      const unconfirmed = await run();
      expect(unconfirmed.code).toBe(2);
      expect(unconfirmed.stdout.split('\n')).toEqual([
        'refused  line 4, new_la_code: row. The cell is empty.',
        expect.stringMatching(/^3 rows of sen2, sha256 [0-9a-f]{64}$/),
        'Published on 2023-06-08',
        '6 would be recorded, 0 skipped, 1 refused',
        'Would record 2 LocalAreaRegistered, 4 TimelinessRecorded',
        'Nothing was recorded. With --yes it is recorded without asking.',
        '',
      ]);
      expect(await log()).toHaveLength(1);
      expect((await run('--yes', '--who', 'u-grant-officer')).stdout).toContain(
        'taken    line 2: 825 timeliness 2014, no-exceptions → timeliness-825~2014@0\n',
      );
      expect((await log()).filter(({ metadata }) => metadata.who === 'u-grant-officer')).toHaveLength(6);
      expect((await run('--yes')).stdout).toContain('0 would be recorded, 4 skipped, 1 refused\nNothing to record\n');
    });
  });

  describe('that cannot be taken', () => {
    beforeAll(fresh);
    afterAll(() => installation.clear());

    it.each<[string, string, string | Buffer, string, number, string]>([
      ['headings that are none', 'sen2', 'a,b\n1,2', '', 422, 'layout-unknown'],
      ['the wrong kind', 'sen2', dsg, '', 422, 'layout-unknown'],
      ['a kind that is none', 'census', dsg, '', 404, 'not-found'],
      ['nothing', 'dsg', '', '', 400, 'file-empty'],
      ['Latin 1', 'dsg', Buffer.from([0x41, 0xe9, 0x0a]), '', 400, 'file-not-text'],
      ['U+0000', 'dsg', 'a,b\u0000\n', '', 400, 'file-not-text'],
      ['an open quote', 'dsg', '"a,b\n1,2', '', 422, 'file-not-csv'],
      ['a day that is none', 'dsg', dsg, 'publishedOn=2022-02-30', 400, 'query-invalid'],
      ['a day that lies ahead', 'dsg', dsg, 'publishedOn=2023-10-03', 400, 'query-invalid'],
      ['a question that is none', 'dsg', dsg, 'force=true', 400, 'query-invalid'],
      ['areas that it cannot register', 'dsg', dsg, 'registerAreas=true', 422, 'layout-without-codes'],
    ])('refuses %s before the first row', async (_what, kind, body, question, status, code) => {
      const answer = await send(kind, body, question);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('takes text/csv alone, and JSON routes take none (P4: grant and case officers)', async () => {
      expect((await send('dsg', '{}', '', grantOfficer, 'application/json')).body).toMatchObject({ code: 'media-type-not-supported' });
      const elsewhere = {
        method: 'POST',
        path: '/v1/local-areas/931/withdraw-fact',
        body: dsg,
        headers: { 'content-type': 'text/csv' },
      } as const;
      expect((await installation.ask(elsewhere)).body).toMatchObject({ status: 415, code: 'media-type-not-supported' });
      for (const role of ['administrator', 'auditor', 'dashboard-reader', 'la-contact']) {
        expect((await send('dsg', dsg, '', { role })).body).toMatchObject({ status: 403, code: 'role-not-allowed' });
      }
    });

    it('takes a file piece by piece and no larger than it may be', async () => {
      await expect(receiveFile(Readable.from([Buffer.alloc(60, 'a'), Buffer.alloc(41, 'a')]), 100)).rejects.toMatchObject({
        status: 413,
        code: 'file-too-large',
      });
      const file = await receiveFile(Readable.from([Buffer.alloc(60, 'a'), Buffer.alloc(40, 'a')]), 100);
      expect([file.bytes, file.sha256]).toEqual([100, createHash('sha256').update('a'.repeat(100)).digest('hex')]);
      await file.throwAway();
    });
  });
});
