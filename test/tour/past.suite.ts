import type { EventMetadata, Projection } from '@app/event-sourcing';
import { comparePositions, type RecordedEvent } from '@app/event-store';
import { AsOf, Comparer, sourcesOf, type Moment } from '@app/nest';
import { replay, type Log } from '@app/read-store';
import { readModels } from '@app/reporting';
import type { TimelineEntry } from '@app/reporting/timeline/timeline.view';
import { catalogue } from '../../apps/casework/src/runtime';
import type { Installation } from '../e2e/installation';

/** Milliseconds for a test that folds the example again and again. */
const PATIENCE = 60_000;

const metaOf = ({ metadata }: RecordedEvent): EventMetadata => metadata as unknown as EventMetadata;

/** The log with some of its events only. */
const logOf = (events: readonly RecordedEvent[]): Log => ({
  readAll: async ({ from, limit }) => events.filter(({ position }) => comparePositions(position, from) >= 0).slice(0, limit),
});

/** Rows of a read model under every key that there ever was, as of a moment; keys of the same sources are folded together. */
async function rowsAt(asOf: AsOf, model: (typeof readModels)[number], keys: readonly string[], moment: Moment) {
  const rows: Record<string, unknown> = {};
  const together = new Map<string, string[]>();
  for (const key of keys) {
    const sources = JSON.stringify(sourcesOf(model, key));
    together.set(sources, [...(together.get(sources) ?? []), key]);
  }
  for (const [sources, own] of together) {
    const { events } = await asOf.past(JSON.parse(sources), moment);
    const aside = await asOf.folded(model.projection, events, own);
    for (const { key, row } of aside.rows()) rows[key] = JSON.stringify(row);
  }
  return rows;
}

/** Under which keys these rows are folded: an entry under each that it concerns. */
function keysIn({ rows: kind }: Projection, rows: Readonly<Record<string, string>>): string[] {
  if (kind !== 'entry') return Object.keys(rows);
  return [...new Set(Object.values(rows).flatMap((row) => (JSON.parse(row) as TimelineEntry).subjects))];
}

async function liveRows(installation: Installation, projection: Projection): Promise<Record<string, string>> {
  const rows: Record<string, string> = {};
  let cursor: string | undefined;
  do {
    const page = await installation.runtime.readStore.find(projection, { limit: 1_000, ...(cursor !== undefined && { cursor }) });
    for (const { key, row } of page.rows) rows[key] = JSON.stringify(row);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return rows;
}

const replayed = async (projection: Projection, events: readonly RecordedEvent[]): Promise<Record<string, string>> =>
  Object.fromEntries((await replay(projection, catalogue, logOf(events))).rows);

/** What stood at any moment of the example, against the read models as they are and against replays of the whole log (P6). */
export function pastSuite(theExample: () => Installation): void {
  const told = readModels.filter(({ sources }) => sources);
  const ask = (path: string, role = 'auditor') => theExample().get(path, { role });
  let asOf: AsOf;
  let events: RecordedEvent[];
  const keys = new Map<string, string[]>();

  beforeAll(async () => {
    const installation = theExample();
    asOf = installation.app.get(AsOf);
    events = await installation.runtime.store.readAll({ limit: 100_000 });
    expect(await installation.runtime.foldRunner.caughtUp()).toBe(true);
    for (const { projection } of told) keys.set(projection.name, keysIn(projection, await liveRows(installation, projection)));
  });

  describe('rows as of a moment of the example (P6)', () => {
    it('are told of every read model', () => expect(told).toHaveLength(readModels.length));

    it.each(told.map((model) => [model.path, model] as const))(
      'of %s are now those that serve, byte for byte',
      async (_path, model) => {
        const live = await liveRows(theExample(), model.projection);
        expect(await rowsAt(asOf, model, keysIn(model.projection, live), { recordedAt: asOf.now() })).toEqual(live);
      },
      PATIENCE,
    );

    const moments = (valueOf: (meta: EventMetadata) => string): string[] => {
      const values = [...new Set(events.map((event) => valueOf(metaOf(event))))].sort();
      return [0.02, 0.3, 0.6, 0.97].map((part) => values[Math.floor(part * values.length)]!);
    };

    it.each(told.map((model) => [model.path, model] as const))(
      'of %s are what was known then: those of a replay that stops there',
      async (_path, model) => {
        for (const recordedAt of moments((meta) => meta.recordedAt)) {
          const until = events.findLast((event) => metaOf(event).recordedAt <= recordedAt)!;
          const known = Object.fromEntries((await replay(model.projection, catalogue, logOf(events), { upTo: until.position })).rows);
          const all = [...new Set([...keys.get(model.projection.name)!, ...keysIn(model.projection, known)])];
          expect(await rowsAt(asOf, model, all, { recordedAt })).toEqual(known);
        }
      },
      PATIENCE,
    );

    it.each(told.map((model) => [model.path, model] as const))(
      'of %s are what was true then: those of a replay without what is true from a later day on',
      async (_path, model) => {
        for (const effectiveAt of moments((meta) => meta.effectiveOn)) {
          const true_ = await replayed(
            model.projection,
            events.filter((event) => metaOf(event).effectiveOn <= effectiveAt),
          );
          const all = [...new Set([...keys.get(model.projection.name)!, ...keysIn(model.projection, true_)])];
          expect(await rowsAt(asOf, model, all, { effectiveAt })).toEqual(true_);
        }
      },
      PATIENCE,
    );
  });

  describe('Oxfordshire as of a day (P6, the vectors)', () => {
    const plansAt = async (question: string): Promise<unknown> => {
      const { body } = await ask(`/v1/local-areas/931?${question}`);
      return body.data.cases.find((one: { case: string }) => one.case === '931~inspection').plans[0];
    };
    it.each([
      ['2023-10-23', 'not in'],
      ['2023-10-24', 'submitted'],
      ['2023-12-11', 'submitted'],
      ['2023-12-12', 'accepted'],
      ['2023-12-17', 'accepted'],
      ['2023-12-18', 'published'],
    ])('on %s its action plan is %s', async (day, status) => {
      expect(((await plansAt(`effectiveAt=${day}`)) as { status?: string } | undefined)?.status ?? 'not in').toBe(status);
      const journey = await ask(`/v1/local-areas/931/journey?effectiveAt=${day}&limit=1000`);
      expect(journey.body.asOf).toEqual({ effectiveAt: day });
      const types = journey.body.entries.map(({ type }: { type: string }) => type);
      expect(types.includes('ActionPlanSubmitted')).toBe(status !== 'not in');
      expect(types.includes('ActionPlanAccepted')).toBe(status === 'accepted' || status === 'published');
      expect(types.includes('ActionPlanPublished')).toBe(status === 'published');
      expect(journey.body.entries.every(({ effectiveOn }: { effectiveOn: string }) => effectiveOn <= day)).toBe(true);
    });

    it('until a second before it was recorded nobody knew of the plan', async () => {
      const submitted = events.find(({ type, stream }) => type === 'ActionPlanSubmitted' && stream === 'improvementCase-931~inspection')!;
      const { recordedAt } = metaOf(submitted);
      const before = new Date(Date.parse(recordedAt) - 1).toISOString();
      expect(await plansAt(`recordedAt=${before}`)).toBeUndefined();
      expect(await plansAt(`recordedAt=${recordedAt}`)).toMatchObject({ status: 'submitted', submittedOn: '2023-10-24' });
      expect(await plansAt(`recordedAt=${recordedAt}&effectiveAt=2023-10-23`)).toBeUndefined();
      expect((await ask(`/v1/local-areas/931?recordedAt=2023-10-24`)).body.asOf).toEqual({ recordedAt: '2023-10-24T22:59:59.999Z' });
    });
  });
  describe('the journey of Oxfordshire (J9)', () => {
    const journey = async (question = '') => (await ask(`/v1/local-areas/931/journey?limit=1000${question}`)).body;

    it.each([
      ['as it stands', ''],
      ['as of the end of the example', '&recordedAt=2025-04-01'],
    ])('says of each entry %s what caused it, with a link', async (_when, question) => {
      const { entries } = await journey(question);
      const met = entries.find(({ link }: { link: string }) => link === '/v1/events/requirement-action_plan~931~inspection~2023/1');
      expect(met).toMatchObject({ type: 'RequirementMet', who: 'process:requirements' });
      expect(met.causedBy).toEqual({
        type: 'ActionPlanSubmitted',
        says: 'Priority action plan submitted on 2023-10-24 to Ofsted and the Care Quality Commission',
        link: '/v1/events/improvementCase-931~inspection/12',
      });
      const submitted = entries.find(({ link }: { link: string }) => link === met.causedBy.link);
      expect(submitted).not.toHaveProperty('causedBy');
      for (const entry of entries)
        expect(entry).toMatchObject({ says: expect.any(String), who: expect.any(String), role: expect.any(String) });
    });

    it('shows what is overdue apart from what is due next, on the day that is asked for', async () => {
      const then = await journey('&recordedAt=2024-05-01');
      expect(then.overdue.map(({ definition }: { definition: string }) => definition)).toContain('stocktake');
      expect(then.overdue.every(({ due, status }: { due: string; status: string }) => status === 'lapsed' && due < '2024-05-01')).toBe(
        true,
      );
      const due = then.dueNext.map((one: { due: string }) => one.due);
      expect(due.length).toBeGreaterThan(0);
      expect(due).toEqual([...due].sort());
      expect((await journey()).overdue).toEqual([]);
    });

    it("holds timeliness against England's, and DSG as far as England's is known", async () => {
      const { timelinessAgainstEngland: years, dsgAgainstEngland: dsg } = await journey();
      const of2022 = years.filter(({ year }: { year: string }) => year === '2022');
      expect(of2022).toContainEqual(expect.objectContaining({ area: '4.0', england: '49.2', points: '-45.2' }));
      expect(dsg.every(({ area }: { area: string }) => /^-?\d+\.\d+$/.test(area))).toBe(true);
    });
  });

  describe('a moment', () => {
    it.each([
      ['recordedAt=yesterday', 'moment-invalid'],
      ['recordedAt=2023-02-30', 'moment-invalid'],
      ['recordedAt=2023-02-30T10:00:00Z', 'moment-invalid'],
      ['recordedAt=2023-10-23T24:01:00Z', 'moment-invalid'],
      ['recordedAt=2023-10-23T10:00:00', 'moment-invalid'],
      ['recordedAt=', 'moment-invalid'],
      ['recordedAt=2099-01-01', 'moment-in-future'],
      ['recordedAt=2099-01-01T00:00:00Z', 'moment-in-future'],
      ['effectiveAt=2023-10-23T10:00:00Z', 'moment-invalid'],
      ['effectiveAt=2023-13-01', 'moment-invalid'],
      ['effectiveAt=2099-01-01', 'moment-in-future'],
      ['recordedAt=2023-10-23&recordedAt=2023-10-24', 'query-invalid'],
      ['asAt=2023-10-23', 'query-invalid'],
    ])('%s is refused as %s', async (question, code) => {
      for (const path of ['local-areas/931', 'local-areas/931/journey', 'contracts/CON_22889', 'requirements/none']) {
        const { status, body } = await ask(`/v1/${path}?${question}`);
        expect([path, status, body.code, body.field]).toEqual([path, 400, code, question.split('=', 1)[0]]);
      }
    });

    it('before there was anything, or of what never was, has nothing to show, and says so', async () => {
      for (const [path, day] of [
        ['contracts/CON_22889', '2023-10-01'],
        ['local-areas/931', '2021-09-01'],
        ['local-areas/931/journey', '2021-09-01'],
        ['contracts/CON_1', '2024-10-01'],
        ['requirements/a%20b', '2024-10-01'],
      ]) {
        const { status, body } = await ask(`/v1/${path}?recordedAt=${day}`);
        expect([path, status, body.code]).toEqual([path, 404, 'not-found']);
        expect(body.title).toMatch(/^There is no .* by what was recorded until 20\d\d-\d\d-\d\dT.*Z\.$/);
      }
    });

    it('is taken in any offset, and told as it is', async () => {
      const { body } = await ask('/v1/contracts/CON_22889?recordedAt=2023-10-23T17:00:00%2B01:00&effectiveAt=2023-10-23');
      expect(body.asOf).toEqual({ recordedAt: '2023-10-23T16:00:00.000Z', effectiveAt: '2023-10-23' });
    });

    it('is for whoever may read what is now', async () => {
      expect((await ask('/v1/contracts/CON_22889?recordedAt=2024-01-01', 'dashboard-reader')).status).toBe(403);
      expect((await ask('/v1/figures/931?recordedAt=2024-01-01', 'dashboard-reader')).status).toBe(200);
    });

    it('pages through a journey as it was, each entry once', async () => {
      const at = '/v1/local-areas/931/journey?recordedAt=2024-03-31';
      const whole = (await ask(`${at}&limit=1000`)).body.entries;
      const paged: unknown[] = [];
      let next: string | undefined;
      do {
        const { body } = await ask(`${at}&limit=7${next === undefined ? '' : `&cursor=${next}`}`);
        paged.push(...body.entries);
        next = body.nextCursor;
      } while (next !== undefined);
      expect(paged).toEqual(whole);
      const first = (await ask(`${at}&limit=7`)).body.nextCursor;
      expect((await ask(`/v1/local-areas/931/journey?recordedAt=2024-03-30&limit=7&cursor=${first}`)).status).toBe(400);
    });
  });
  describe('a comparison of two moments (P6)', () => {
    const compare = (path: string, question: string, role?: string) => ask(`/v1/${path}/compare?${question}`, role);
    const plan = 'cases[931~inspection].plans[2023]';

    it('says that the action plan came in, and which event did it, who recorded it and when', async () => {
      const { body } = await compare('local-areas/931', 'from=2023-10-23&to=2023-10-24&by=effective');
      expect([body.key, body.from, body.to]).toEqual(['931', { effectiveAt: '2023-10-23' }, { effectiveAt: '2023-10-24' }]);
      const change = body.changes.find(({ path }: { path: string }) => path === plan);
      expect(change).not.toHaveProperty('before');
      expect(change.after).toMatchObject({ status: 'submitted', submittedOn: '2023-10-24' });
      expect(change.redacted).toEqual([]);
      const [event] = change.events.map((place: number) => body.events[place]);
      expect(event).toMatchObject({
        type: 'ActionPlanSubmitted',
        who: 'case-lead',
        role: 'case-lead',
        effectiveOn: '2023-10-24',
        link: '/v1/events/improvementCase-931~inspection/12',
      });
      expect((await ask(event.link)).body.type).toBe('ActionPlanSubmitted');
      expect((await compare('local-areas/931/journey', 'from=2023-10-23&to=2023-10-24&by=effective')).body).toEqual(body);
    });

    it('tells a field that changed, before and after', async () => {
      const { body } = await compare('local-areas/931', 'from=2023-12-11&to=2023-12-12&by=effective');
      const status = body.changes.find(({ path }: { path: string }) => path === `${plan}.status`);
      expect(status).toMatchObject({ before: 'submitted', after: 'accepted', redacted: [] });
      expect(status.events.map((place: number) => body.events[place].type)).toEqual(['ActionPlanAccepted']);
    });

    it('of every read model over all the time is what it came to, each change with the events that did it', async () => {
      for (const { path, projection } of told) {
        const key = keys.get(projection.name)![0];
        if (key === undefined || projection.rows === 'entry') continue;
        const { body } = await compare(`${path}/${encodeURIComponent(key)}`, `from=2021-09-01&to=${asOf.now()}`);
        const row = (await ask(`/v1/${path}/${encodeURIComponent(key)}`)).body.data;
        const after = Object.fromEntries(body.changes.map((change: { path: string; after: unknown }) => [change.path, change.after]));
        expect([path, after]).toEqual([path, row]);
        for (const { path: changed, events: by } of body.changes) expect([path, changed, by.length > 0]).toEqual([path, changed, true]);
      }
    });

    it('of the timeline is what was recorded, or true, in between', async () => {
      const { body } = await compare('timeline/contract-CON_22889', 'from=2024-01-31&to=2024-02-29');
      const between = events.filter((event) => {
        const { recordedAt } = metaOf(event);
        return event.stream === 'contract-CON_22889' && recordedAt >= '2024-02-01' && recordedAt < '2024-03-01';
      });
      const own = body.events.filter(({ link }: { link: string }) => link.includes('contract-CON_22889'));
      expect(own.map(({ type }: { type: string }) => type)).toEqual(between.map(({ type }) => type));
      expect(body.changes).toHaveLength(body.events.length);
    });

    it('withholds from whoever lacks the clearance today, and says so', async () => {
      const model = readModels.find(({ path }) => path === 'local-areas')!;
      const question = { from: '2024-03-26', to: '2024-03-27', by: 'effective' };
      const compared = async (role: string) =>
        (await theExample().app.get(Comparer).compare(model, '931', question, { who: 'u', role })).answer.changes.find(({ path }) =>
          path.includes('.ratings['),
        )!;
      const [open, closed] = [await compared('auditor'), await compared('administrator')];
      expect([(open.after as { rating: unknown }).rating, open.redacted]).toEqual([expect.any(String), []]);
      expect((closed.after as { rating: unknown }).rating).toBeNull();
      expect(closed.redacted).toContainEqual({ field: 'rating', category: 'management-information' });
    });

    it.each([
      ['to=2023-10-24', 'query-invalid', 'from'],
      ['from=2023-10-24', 'query-invalid', 'to'],
      ['from=2023-10-24&to=2023-10-23', 'moments-reversed', 'from'],
      ['from=2023-10-24&to=2099-10-23', 'moment-in-future', 'to'],
      ['from=x&to=2023-10-23', 'moment-invalid', 'from'],
      ['from=2023-10-23T10:00:00Z&to=2023-10-24&by=effective', 'moment-invalid', 'from'],
      ['from=2023-10-23&to=2023-10-24&by=both', 'query-invalid', 'by'],
      ['from=2023-10-23&to=2023-10-24&recordedAt=2023-10-24', 'query-invalid', 'recordedAt'],
      ['from=2023-10-23&to=2023-10-24&since=2023-10-24', 'query-invalid', 'since'],
    ])('%s is refused as %s of %s', async (question, code, field) => {
      const { status, body } = await compare('contracts/CON_22889', question);
      expect([status, body.code, body.field]).toEqual([400, code, field]);
    });

    it('is of what there was at one of them, and for whoever may read events', async () => {
      const { status, body } = await compare('contracts/CON_22889', 'from=2023-01-01&to=2023-10-01');
      expect([status, body.code]).toEqual([404, 'not-found']);
      const [{ key: entry }] = (await ask('/v1/timeline?subjects=contract-CON_22889&limit=1')).body.rows;
      for (const subject of [entry, 'contract-CON_1', 'nobody']) {
        const none = await compare(`timeline/${subject}`, 'from=2023-10-24&to=2024-10-24');
        expect([none.status, none.body.code]).toEqual([404, 'not-found']);
      }
      expect((await compare('figures/931', 'from=2023-01-01&to=2023-10-01', 'dashboard-reader')).status).toBe(403);
      expect((await compare('figures/931', 'from=2023-01-01&to=2023-10-01')).status).toBe(200);
    });
  });
}
