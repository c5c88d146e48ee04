import type { TokenClaims } from '@app/access';
import { AreaDirectory, ListReader, Presenter, Shares, Summaries, type SummarySectionBody } from '@app/nest';
import { openReadStore } from '@app/read-store';
import { projections } from '@app/reporting';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import { summary } from '@app/reporting/summary';
import { catalogue } from '../../apps/casework/src/runtime';
import type { Installation } from '../e2e/installation';
import { expectProblem } from '../e2e/problems';

const postgres = process.env['CASEWORK_TEST_POSTGRES'];

const adviser = { role: 'adviser', subject: 's_adviser' } as TokenClaims;
const readers: readonly (readonly [string, TokenClaims])[] = [
  ['case-lead', { role: 'case-lead' }],
  ['auditor', { role: 'auditor' }],
  ['adviser', adviser],
  ['adviser of nothing', { role: 'adviser', subject: 's_nobody' } as TokenClaims],
  ['la-contact', { role: 'la-contact', areas: ['851'] } as TokenClaims],
  ['la-contact of nothing', { role: 'la-contact' }],
  ['dashboard-reader', { role: 'dashboard-reader' }],
];

/** The figures of dashboards against the lists that they count (P2, P4). */
export function summarySuite(theExample: () => Installation): void {
  const ask = (path: string, claims: TokenClaims) => theExample().get(path, claims);
  const told = async (question: string, claims: TokenClaims) => {
    const { status, body } = await ask(`/v1/summary${question}`, claims);
    expect([question, status, body.title]).toEqual([question, 200, undefined]);
    return body as {
      today: string;
      soon: string;
      region?: string;
      sections: SummarySectionBody[];
      regions?: { region: string; sections: SummarySectionBody[] }[];
    };
  };
  const countIn = (sections: readonly SummarySectionBody[], section: string, figure: string, of: object = {}) =>
    sections
      .find((one) => one.section === section)
      ?.counts.find((one) => one.figure === figure && JSON.stringify(one.of) === JSON.stringify(of));

  /** Every figure with a list is what that list counts, and its sums are the sums over that list's rows. */
  async function expectCounted(sections: readonly SummarySectionBody[], claims: TokenClaims): Promise<void> {
    for (const { counts } of sections) {
      for (const { figure, list, count, sums } of counts) {
        if (list === undefined) continue;
        const { status, body } = await ask(`${list}${list.includes('?') ? '&' : '?'}count=true&limit=1000`, claims);
        expect([list, figure, status, body.total]).toEqual([list, figure, 200, count]);
        for (const [column, sum] of Object.entries(sums)) {
          const values = body.rows.map(({ data }: { data: Record<string, number | undefined> }) => data[column] ?? 0);
          expect([list, column, values.reduce((one: number, other: number) => one + other, 0)]).toEqual([list, column, sum]);
        }
      }
    }
  }

  beforeAll(async () => {
    const person = { subject: 's_adviser', name: 'Illustrative Adviser', from: '2023-10-12' };
    const named = await theExample().post('/v1/contracts/CON_22889/name-professional', person, { role: 'contract-manager' });
    expect([named.status, named.body.title]).toEqual([200, undefined]);
    await theExample().automation.settled();
    expect(await theExample().runtime.foldRunner.caughtUp()).toBe(true);
  });

  describe('the summary of the example', () => {
    it.each(readers)('counts for the reader %s what their lists count, everywhere and in each region', async (_who, claims) => {
      const { sections, regions = [] } = await told('?perRegion=true', claims);
      const opened = summary.filter(({ model }) => model.roles.includes(claims.role)).map(({ model }) => model.path);
      expect(sections.map(({ section }) => section)).toEqual(opened);
      expect(sections.every(({ redacted }) => redacted.length === 0)).toBe(true);
      await expectCounted(sections, claims);
      expect(regions.map(({ region }) => region)).toEqual(['South East']);
      for (const { region, sections: there } of regions) {
        await expectCounted(there, claims);
        expect((await told(`?region=${encodeURIComponent(region)}`, claims)).sections).toEqual(there);
        expect(there.some(({ section }) => section === 'ledgers')).toBe(false);
      }
    });

    it('says what is owed, who has to act and how much of the money is bound', async () => {
      const { today, soon, sections } = await told('', { role: 'deputy-director' });
      expect([today, soon]).toEqual(['2025-04-01', '2025-04-15']);
      expect(countIn(sections, 'requirements', 'due-soon')!.count).toBeGreaterThan(0);
      expect(countIn(sections, 'contracts', 'by-status', { status: 'completed' })!.sums).toMatchObject({ maximumPence: 5_850_000 });
      expect(countIn(sections, 'ledgers', 'all')!.sums).toMatchObject({ maximumPence: 51_800_000 });
      const { sections: later } = await told('?soonDays=0', { role: 'deputy-director' });
      expect(countIn(later, 'requirements', 'due-soon')!.count).toBeLessThan(countIn(sections, 'requirements', 'due-soon')!.count);
    });

    it('shows a reader of published figures nothing else, and own records alone to whoever reads those (P4)', async () => {
      const everybody = await told('', { role: 'auditor' });
      expect((await told('', { role: 'dashboard-reader' })).sections.map(({ section }) => section)).toEqual(['figures']);
      const own = await told('', adviser);
      const total = (sections: readonly SummarySectionBody[], section: string) =>
        sections.find((one) => one.section === section)!.counts.reduce((sum, { count }) => sum + count, 0);
      expect(total(own.sections, 'contracts')).toBe(1);
      expect(own.sections.some(({ section }) => section === 'escalations')).toBe(false);
      expect(total(own.sections, 'requirements')).toBeLessThanOrEqual(total(everybody.sections, 'requirements'));
      const nobody = await told('', { role: 'adviser', subject: 's_nobody' } as TokenClaims);
      for (const { section, counts } of nobody.sections) expect([section, counts.filter(({ count }) => count > 0)]).toEqual([section, []]);
    });

    it.each([
      ['?region=Nowhere&perRegion=true', 'perRegion'],
      ['?perRegion=1', 'perRegion'],
      ['?soonDays=-1', 'soonDays'],
      ['?soonDays=367', 'soonDays'],
      ['?soonDays=x', 'soonDays'],
      ['?region=a&region=b', 'region'],
      ['?status=open', 'status'],
    ])('is not asked %s', async (question, field) => {
      const answer = await ask(`/v1/summary${question}`, { role: 'auditor' });
      expectProblem(answer, { status: 400, code: 'query-invalid' });
      expect(answer.body.field).toBe(field);
    });

    it('is not for the administrator, who reads no case (P4)', async () =>
      expectProblem(await ask('/v1/summary', { role: 'administrator' }), { status: 403, code: 'role-not-allowed' }));

    it('counts nothing in a region that has no area', async () => {
      const { region, sections } = await told('?region=Nowhere', { role: 'auditor' });
      expect(region).toBe('Nowhere');
      expect(sections.flatMap(({ counts }) => counts.filter(({ count }) => count > 0))).toEqual([]);
    });

    it('is the same word for word on PostgreSQL', async () => {
      if (postgres === undefined) {
        process.stderr.write('HALF NOT RUN: the summary on PostgreSQL (its binaries were not found)\n');
        return;
      }
      const { app, runtime } = theExample();
      const events = await runtime.store.readAll({ limit: 100_000 });
      const there = await openReadStore({ postgres, schema: `summary_${process.pid}_${Date.now()}`, catalogue });
      try {
        await there.prepare(projections);
        const [names, to] = [projections.map(({ name }) => name), events.at(-1)!.position];
        await there.fold(names, events, { from: undefined, to });
        const presenter = app.get(Presenter);
        const areas = new AreaDirectory(there, localAreaJourney);
        const summaries = new Summaries(new ListReader(there, presenter, areas, app.get(Shares), runtime.clock));
        const days = { today: '2025-04-01', soon: '2025-04-15' };
        const sections = summary.map(({ model, figures }) => ({
          model,
          figures: figures.map((figure) => ({ ...figure, question: figure.question?.(days) ?? {} })),
        }));
        for (const region of [undefined, 'South East']) {
          const { sections: counted } = await summaries.of(sections, { who: 'u', role: 'auditor' }, region);
          const question = region === undefined ? '' : `?region=${encodeURIComponent(region)}`;
          expect(JSON.stringify(counted)).toBe(JSON.stringify((await told(question, { role: 'auditor' })).sections));
        }
      } finally {
        await there.close();
      }
    });
  });
}
