import type { EventMetadata, Projection } from '@app/event-sourcing';
import { comparePositions, type RecordedEvent } from '@app/event-store';
import { AsOf, boundOf, type Moment } from '@app/nest';
import { replay, type Log } from '@app/read-store';
import { readModels } from '@app/reporting';
import { catalogue } from '../../apps/casework/src/runtime';
import type { Installation } from '../e2e/installation';

/** Milliseconds for a test that folds the example again and again. */
const PATIENCE = 60_000;
/** Values of one filter that are asked for. */
const MOST_VALUES = 12;

const order = {
  number: 'CON_2',
  references: ['Project_2'],
  title: 'Advice that goes on',
  invoiceAddress: 'As in the order',
  supplier: 'An illustrative supplier Ltd',
  orderedOn: '2025-04-01',
  commencesOn: '2025-04-01',
  completesOn: '2026-03-31',
  maximumPence: 3_900_000,
  areas: ['931'],
};
const on = '2025-04-01';
const meeting = { meeting: 'review_2', kind: 'formal-review', area: '931', on, means: 'video', expected: ['supplier', 'case-lead'] };
const contact = { contact: 'contact_2', heldOn: on, means: 'video', dfeAdviser: 's_one', nhsAdviser: 's_two', summary: 'An illustration' };

/** What the example lacks: a line in every list. */
const LATER: readonly [string, object, string?][] = [
  ['contracts/CON_2/place-order', order],
  ['contracts/CON_2/accept-order', { party: 'buyer', acceptedOn: on }],
  ['contracts/CON_2/accept-order', { party: 'supplier', acceptedOn: on }],
  ['contracts/CON_2/raise-issue', { issue: 'issue_2', area: '931', raisedOn: on, what: 'An illustration' }],
  ['contracts/CON_2/answer-issue', { issue: 'issue_2', answeredOn: on, answer: 'An illustration' }],
  [
    'contracts/CON_2/request-management-information',
    { request: 'kpi_2', area: '931', requestedOn: on, dueOn: '2025-04-22', indicators: 'An illustration' },
  ],
  ['contracts/CON_2/schedule-meeting', meeting],
  ['contracts/CON_2/hold-meeting', { meeting: 'review_2', heldOn: on, means: 'video', represented: ['supplier'] }],
  [
    'improvement-cases/931~inspection/hold-formal-review',
    { review: 'review_2', heldOn: on, contract: 'CON_2', summary: 'An illustration' },
    'case-lead',
  ],
  [
    'contracts/CON_2/recommend-progress',
    { review: 'review_2', area: '931', recommendedOn: on, sufficient: true, reason: 'An illustration' },
  ],
  ['improvement-cases/931~inspection/record-health-adviser-contact', contact, 'case-lead'],
];

type Row = Readonly<Record<string, unknown>>;

const metaOf = ({ metadata }: RecordedEvent): EventMetadata => metadata as unknown as EventMetadata;

const logOf = (events: readonly RecordedEvent[]): Log => ({
  readAll: async ({ from, limit }) => events.filter(({ position }) => comparePositions(position, from) >= 0).slice(0, limit),
});

const valuesIn = (row: Row, column: string): string[] => [row[column]].flat().filter((value): value is string => typeof value === 'string');

/** So many of them, from the first to the last. */
const some = <T>(all: readonly T[]): T[] => all.filter((_one, index) => index % Math.ceil(all.length / MOST_VALUES) === 0);

/** Lists narrowed to one case, area, contract or partner, at any moment of the example (P6). */
export function pastListsSuite(theExample: () => Installation): void {
  const bounded = readModels.flatMap((model) => Object.keys(model.within ?? {}).map((name) => [model.path, name, model] as const));
  const ask = (path: string, role = 'auditor', accept?: string) =>
    theExample().get(`/v1/${path}`, { role }, accept === undefined ? {} : { accept });
  const listed = async (question: string, role?: string) => {
    const { status, body } = await ask(question, role);
    expect([question, status, body.title]).toEqual([question, 200, undefined]);
    return body;
  };
  let asOf: AsOf;
  let now: string;
  let events: RecordedEvent[];

  beforeAll(async () => {
    for (const [path, body, role = 'contract-manager'] of LATER) {
      const answer = await theExample().post(`/v1/${path}`, body, { role });
      expect([path, answer.status, answer.body.title]).toEqual([path, 200, undefined]);
    }
    await theExample().automation.settled();
    asOf = theExample().app.get(AsOf);
    events = await theExample().runtime.store.readAll({ limit: 100_000 });
    expect(await theExample().runtime.foldRunner.caughtUp()).toBe(true);
    now = asOf.now();
  });

  const rowsOf = async (projection: Projection, known: readonly RecordedEvent[]): Promise<[string, Row][]> =>
    [...(await replay(projection, catalogue, logOf(known))).rows].map(([key, row]) => [key, JSON.parse(row) as Row]);

  /** Values of a filter among the rows of a replay of everything. */
  const valuesOf = async (projection: Projection, name: string): Promise<string[]> =>
    some([...new Set((await rowsOf(projection, events)).flatMap(([, row]) => valuesIn(row, name)))].sort());

  describe('lists as of a moment of the example (P6)', () => {
    it.each(bounded)(
      'of %s by %s are now those that serve: page, count, order and file',
      async (path, name, { projection }) => {
        const values = await valuesOf(projection, name);
        expect([path, name, values.length > 0]).toEqual([path, name, name !== 'others']);
        for (const value of values) {
          const question = `${path}?${name}=${encodeURIComponent(value)}`;
          const { asOf: moment, ...past } = await listed(`${question}&recordedAt=${now}&limit=1000&count=true`);
          expect(moment).toEqual({ recordedAt: now });
          expect([question, past]).toEqual([question, await listed(`${question}&limit=1000&count=true`)]);
        }
        const [value] = await valuesOf(projection, name);
        if (value === undefined) return;
        const question = `${path}?${name}=${encodeURIComponent(value)}`;
        const file = await ask(`${question}&recordedAt=${now}`, 'auditor', 'text/csv');
        expect(file.text).toBe((await ask(question, 'auditor', 'text/csv')).text);
      },
      PATIENCE,
    );

    const moments = (): Moment[] => {
      const at = (valueOf: (meta: EventMetadata) => string, part: number): string => {
        const values = [...new Set(events.map((event) => valueOf(metaOf(event))))].sort();
        return values[Math.floor(part * values.length)]!;
      };
      return [
        ...[0.3, 0.6, 0.9].map((part) => ({ recordedAt: at((meta) => meta.recordedAt, part) })),
        ...[0.4, 0.8].map((part) => ({ effectiveAt: at((meta) => meta.effectiveOn, part) })),
      ];
    };
    const isBy = ({ recordedAt, effectiveAt }: Moment, event: RecordedEvent): boolean =>
      recordedAt === undefined ? metaOf(event).effectiveOn <= effectiveAt! : metaOf(event).recordedAt <= recordedAt;

    it.each(bounded)(
      'of %s by %s are those of a replay that stops there, byte for byte',
      async (_path, name, model) => {
        const values = await valuesOf(model.projection, name);
        for (const moment of moments()) {
          const then = await rowsOf(
            model.projection,
            events.filter((event) => isBy(moment, event)),
          );
          for (const value of values) {
            const { sources, keys } = boundOf(model, { [name]: value }, 'recordedAt');
            const past = await asOf.past(sources, moment);
            const rows = (await asOf.folded(model.projection, past.events, keys)).rows();
            const found = rows.filter(({ row }) => valuesIn(row as Row, name).includes(value));
            const identified = found.map(({ key, row }) => [key, row]).sort();
            const expected = then.filter(([, row]) => valuesIn(row, name).includes(value)).sort();
            expect([moment, name, value, JSON.stringify(identified)]).toEqual([moment, name, value, JSON.stringify(expected)]);
          }
        }
      },
      PATIENCE,
    );
  });

  describe("Oxfordshire's duties as of a day (P6, E2, the vectors)", () => {
    const stocktake = 'stocktake~931~inspection~2023_10_12';
    const keysOf = async (question: string): Promise<string[]> => (await listed(question)).rows.map(({ key }: { key: string }) => key);

    it.each([
      ['2024-04-11', 'open'],
      ['2024-04-12', 'open'],
      ['2024-04-12T23:00:30Z', 'open'],
      ['2024-04-13', 'lapsed'],
      ['2024-04-13T22:59:00Z', 'lapsed'],
    ])('as was known on %s the first stocktake, due on 12 April, was %s', async (recordedAt, status) => {
      for (const bound of ['areas=931', 'what=improvementCase-931~inspection']) {
        const { rows } = await listed(`requirements?${bound}&recordedAt=${recordedAt}&limit=1000`);
        expect(rows.find(({ key }: { key: string }) => key === stocktake).data).toMatchObject({ due: '2024-04-12', status });
        const other = status === 'open' ? 'lapsed' : 'open';
        expect(await keysOf(`requirements?${bound}&recordedAt=${recordedAt}&status=${status}`)).toContain(stocktake);
        expect(await keysOf(`requirements?${bound}&recordedAt=${recordedAt}&status=${other}`)).not.toContain(stocktake);
      }
    });

    it('what is overdue is so by the day that is asked for, lapsed or not yet', async () => {
      const overdue = (moment: string) => keysOf(`requirements?areas=931&overdue=true&${moment}`);
      expect(await overdue('recordedAt=2024-04-12')).toEqual([]);
      expect(await overdue('recordedAt=2024-04-12T23:00:30Z')).toEqual([stocktake]);
      expect(await overdue('recordedAt=2024-04-13')).toEqual([stocktake]);
      expect(await overdue('recordedAt=2025-03-31&effectiveAt=2024-04-12')).toEqual([]);
      expect(await overdue('recordedAt=2025-03-31&effectiveAt=2024-04-13')).toEqual([stocktake]);
      expect(await overdue('recordedAt=2024-04-12&effectiveAt=2024-04-13')).toEqual([stocktake]);
    });

    it('are sorted, counted, paged and filtered like those of today, and come as a file that says its day', async () => {
      const at = 'requirements?areas=931&recordedAt=2024-04-13';
      const whole = await listed(`${at}&sort=-due&count=true`);
      expect(whole.total).toBe(whole.rows.length);
      const due = whole.rows.map(({ data }: { data: { due: string } }) => data.due);
      expect(due).toEqual([...due].sort().reverse());
      const paged: unknown[] = [];
      let next: string | undefined;
      do {
        const page = await listed(`${at}&sort=-due&limit=5${next === undefined ? '' : `&cursor=${next}`}`);
        paged.push(...page.rows);
        next = page.nextCursor;
      } while (next !== undefined);
      expect(paged).toEqual(whole.rows);
      expect(await keysOf(`${at}&dueFrom=2024-04-12&dueTo=2024-04-12&definition=stocktake`)).toEqual([stocktake]);
      const file = await ask(at, 'auditor', 'text/csv');
      expect(file.headers['content-disposition']).toContain('requirements-as-of-2024-04-13.csv');
      expect(file.text.trim().split('\r\n')).toHaveLength(1 + whole.total);
      expect(file.text).toMatch(new RegExp(`\r\n${stocktake},.*,lapsed,`));
    });

    it('are found by words, as they were told then', async () => {
      const found = (day: string) => keysOf(`escalations?areas=931&q=stocktake&recordedAt=${day}`);
      expect(await found('2024-04-12')).toEqual([]);
      expect(await found('2024-04-13')).toEqual([stocktake]);
      expect(await keysOf('escalations?areas=931&q=oxford&recordedAt=2024-04-13')).toContain(stocktake);
    });

    it('a page of one moment is not gone on with at another', async () => {
      const { nextCursor } = await listed('requirements?areas=931&recordedAt=2024-04-13&limit=5');
      for (const question of ['areas=931&recordedAt=2024-04-12&limit=5', 'areas=931&limit=5']) {
        const { status, body } = await ask(`requirements?${question}&cursor=${nextCursor}`);
        expect([question, status, body.field]).toEqual([question, 400, 'cursor']);
      }
    });

    it('before there was anything there are none', async () => {
      const { rows, total } = await listed('requirements?areas=931&recordedAt=2021-09-02&count=true');
      expect([rows, total]).toEqual([[], 0]);
    });
  });

  describe('the timeline as of a day (P6, P5)', () => {
    it('takes recordedAt as the moment, and bounds of the column besides', async () => {
      const subject = 'timeline?subjects=improvementCase-931~inspection&type=ActionPlanSubmitted';
      expect((await listed(`${subject}&recordedAt=2023-10-23`)).rows).toEqual([]);
      const { rows, asOf: moment } = await listed(`${subject}&recordedAt=2023-10-24`);
      expect(rows.map(({ data }: { data: { revision: number } }) => data.revision)).toEqual([12]);
      expect(moment).toEqual({ recordedAt: '2023-10-24T22:59:59.999Z' });
      expect((await listed(`${subject}&recordedAt=2023-10-24&recordedAtTo=2023-10-23`)).rows).toEqual([]);
      expect((await listed(`${subject}&recordedAtFrom=2023-10-24&recordedAtTo=2023-10-24`)).rows).toEqual(rows);
    });
  });

  describe('what cannot be told as of a moment', () => {
    it.each([
      ['requirements?recordedAt=2024-04-13', 'what or areas'],
      ['requirements?status=open&effectiveAt=2024-04-13', 'what or areas'],
      ['requirements?areas=931&areas=887&recordedAt=2024-04-13', 'what or areas'],
      ['contracts?recordedAt=2024-04-13', 'areas'],
      ['packages?recordedAt=2024-04-13', 'partner or partnerArea'],
      ['timeline?recordedAt=2024-04-13', 'subjects'],
      ['local-areas?recordedAt=2024-04-13', '/v1/local-areas/'],
      ['ledgers?recordedAt=2024-04-13', '/v1/ledgers/'],
    ])('%s is refused, and says what would do', async (question, says) => {
      for (const accept of [undefined, 'text/csv']) {
        const { status, body } = await ask(question, 'auditor', accept);
        expect([question, status, body.code, body.field]).toEqual([
          question,
          400,
          'as-of-unbounded',
          /recordedAt|effectiveAt/.exec(question)![0],
        ]);
        expect(body.title).toContain(says);
      }
    });

    it.each([
      ['requirements?areas=931&recordedAt=2099-01-01', 'moment-in-future', 'recordedAt'],
      ['requirements?areas=931&effectiveAt=yesterday', 'moment-invalid', 'effectiveAt'],
      ['requirements?areas=931&recordedAt=2024-04-13&recordedAt=2024-04-12', 'query-invalid', 'recordedAt'],
      ['requirements?areas=931&recordedAt=2024-04-13&since=2024', 'query-invalid', 'since'],
      ['requirements?areas=931&recordedAt=2024-04-13&limit=0', 'query-refused', 'limit'],
      ['requirements?areas=%00&recordedAt=2024-04-13', 'query-refused', 'areas'],
      ['requirements/live?areas=931&recordedAt=2024-04-13', 'query-invalid', 'recordedAt'],
    ])('%s is refused as %s of %s', async (question, code, field) => {
      const { status, body } = await ask(question);
      expect([status, body.code, body.field]).toEqual([400, code, field]);
    });

    it.each([
      ['partners', 'area'],
      ['packages', 'partnerArea'],
      ['applications', 'lead'],
    ])('is withheld as it is today from whoever reads the own area alone: %s', async (path, name) => {
      const [area] = await valuesOf(readModels.find((model) => model.path === path)!.projection, name);
      const question = `/v1/${path}?${name}=${area}&count=true`;
      const read = async (moment: string, own: string) =>
        (await theExample().get(`${question}${moment}`, { role: 'la-contact', areas: [own] })).body;
      const live = await read('', area!);
      expect(live.total).toBeGreaterThan(0);
      expect(await read(`&recordedAt=${now}`, area!)).toEqual({ ...live, asOf: { recordedAt: now } });
      expect(await read(`&recordedAt=${now}`, '001')).toEqual({ rows: [], total: 0, asOf: { recordedAt: now } });
    });

    it('is refused to whoever may not read it now', async () => {
      expect((await ask('requirements?areas=931&recordedAt=2024-04-13', 'dashboard-reader')).status).toBe(403);
    });
  });
}
