import type { EventMetadata } from '@app/event-sourcing';
import { comparePositions, type RecordedEvent } from '@app/event-store';
import { AsOf, ListComparer } from '@app/nest';
import { readModels } from '@app/reporting';
import fc from 'fast-check';
import type { Installation } from '../e2e/installation';
import { expectProblem } from '../e2e/problems';

type Row = Readonly<Record<string, unknown>>;
interface Shown {
  readonly key: string;
  readonly data: Row;
}
interface Compared {
  readonly key: string;
  readonly is: 'added' | 'removed' | 'changed';
  readonly data?: Row;
  readonly redacted: readonly unknown[];
  readonly changes: readonly { path: string; before?: unknown; after?: unknown; events: readonly number[] }[];
  readonly events: readonly number[];
}

const bounded = readModels.flatMap((model) => Object.keys(model.within ?? {}).map((name) => [model.path, name, model] as const));

/** Lists narrowed to one case, area, contract or partner, at two moments of the example (P6). */
export function comparedListsSuite(theExample: () => Installation): void {
  const ask = (path: string, role = 'auditor') => theExample().get(`/v1/${path}`, { role });
  const answered = async (path: string): Promise<any> => {
    const { status, body } = await ask(path);
    expect([path, status, body.title]).toEqual([path, 200, undefined]);
    return body;
  };
  /** Every page of a list or a comparison, put together. */
  const all = async (path: string): Promise<{ rows: any[]; events: any[][] }> => {
    const [rows, events]: [any[], any[][]] = [[], []];
    let next: string | undefined;
    do {
      const page = await answered(next === undefined ? path : `${path}&cursor=${encodeURIComponent(next)}`);
      for (const row of page.rows) {
        rows.push(row);
        events.push(page.events);
      }
      next = page.nextCursor;
    } while (next !== undefined);
    return { rows, events };
  };
  let events: RecordedEvent[];
  let now: string;

  beforeAll(async () => {
    events = await theExample().runtime.store.readAll({ limit: 100_000 });
    now = theExample().app.get(AsOf).now();
  });

  const metaOf = ({ metadata }: RecordedEvent): EventMetadata => metadata as unknown as EventMetadata;

  describe('a comparison of two lists (P6)', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const question = fc.record({
      bound: fc.constantFrom(...bounded),
      value: part,
      parts: fc.tuple(part, part),
      by: fc.constantFrom('recorded' as const, 'effective' as const),
      narrowed: fc.boolean(),
      limit: fc.integer({ min: 1, max: 40 }),
    });

    it('is the difference of the two lists as of those moments, and every row says which events did it', async () => {
      const values = new Map<string, string[]>();
      for (const [path, name] of bounded) {
        const { rows } =
          path === 'timeline' ? { rows: [{ data: { subjects: 'improvementCase-931~inspection' } }] } : await all(`${path}?limit=1000`);
        const found = (rows as { data: Row }[]).flatMap(({ data }) => [data[name]].flat()).filter((one) => typeof one === 'string');
        values.set(`${path} ${name}`, [...new Set(found as string[])].sort());
      }
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(question, async ({ bound: [path, name, model], value, parts, by, narrowed, limit }) => {
          const known = values.get(`${path} ${name}`)!;
          const chosen = known[Math.min(Math.floor(value * known.length), known.length - 1)];
          if (chosen === undefined) return;
          const days = [
            ...new Set(events.map((event) => (by === 'recorded' ? metaOf(event).recordedAt : metaOf(event).effectiveOn))),
          ].sort();
          const [from, to] = parts.map((one) => days[Math.min(Math.floor(one * days.length), days.length - 1)]!).sort() as [string, string];
          const dimension = by === 'recorded' ? 'recordedAt' : 'effectiveAt';
          const statuses = (model.projection.columns as Record<string, unknown>).status;
          const status = narrowed && Array.isArray(statuses) ? `&status=${statuses[0]}` : '';
          const list = `${name}=${encodeURIComponent(chosen)}${status}`;
          const [before, after] = await Promise.all(
            [from, to].map(async (moment) => (await all(`${path}?${list}&${dimension}=${moment}&limit=1000`)).rows as Shown[]),
          );
          const { rows, events: told } = await all(`${path}/compare?${list}&from=${from}&to=${to}&by=${by}&limit=${limit}`);
          const was = new Map(before!.map((row) => [row.key, row.data]));
          const is = new Map(after!.map((row) => [row.key, row.data]));
          const expected = [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id) => {
            if (!was.has(id)) return [[id, 'added', is.get(id)]];
            if (!is.has(id)) return [[id, 'removed', was.get(id)]];
            return JSON.stringify(was.get(id)) === JSON.stringify(is.get(id)) ? [] : [[id, 'changed', undefined]];
          });
          expect([list, from, to, (rows as Compared[]).map((row) => [row.key, row.is, row.data])]).toEqual([list, from, to, expected]);
          (rows as Compared[]).forEach((row, index) => {
            compared += 1;
            expect([row.key, row.events.length > 0]).toEqual([row.key, true]);
            for (const place of [...row.events, ...row.changes.flatMap((change) => change.events)]) {
              const { recordedAt, effectiveOn } = told[index]![place];
              const at = by === 'recorded' ? recordedAt : effectiveOn;
              expect([row.key, at > from, at <= to]).toEqual([row.key, true, true]);
            }
            if (row.is !== 'changed') return;
            for (const { path: field, before: old, after: young } of row.changes) {
              if (field.includes('.') || field.includes('[')) continue;
              expect([field, old, young]).toEqual([field, was.get(row.key)![field], is.get(row.key)![field]]);
            }
            expect(row.changes.length).toBeGreaterThan(0);
          });
        }),
        { numRuns: 40, seed: 26 },
      );
      expect(compared).toBeGreaterThan(20);
    }, 120_000);

    it.each(bounded)('of %s by %s over all the time is what the list came to', async (path, name) => {
      const live = path === 'timeline' ? [] : ((await answered(`${path}?limit=1000`)).rows as Shown[]);
      const values = live.flatMap(({ data }) => [data[name]].flat()).filter((one): one is string => typeof one === 'string');
      const value = path === 'timeline' ? 'contract-CON_22889' : values[0];
      if (value === undefined) return;
      const list = `${name}=${encodeURIComponent(value)}`;
      const { rows } = await all(`${path}/compare?${list}&from=2021-09-01&to=${now}&limit=200`);
      const there = (await all(`${path}?${list}&limit=1000`)).rows as Shown[];
      expect((rows as Compared[]).map(({ key, is, data }) => [key, is, data])).toEqual(
        there.map((row) => [row.key, 'added', row.data]).sort(([one], [other]) => (one! < other! ? -1 : 1)),
      );
    });

    it("says of Oxfordshire's duties which one lapsed overnight, and what did it", async () => {
      const { rows, events: by } = await answered('requirements/compare?areas=931&from=2024-04-12&to=2024-04-13');
      const stocktake = rows.find(({ key }: Compared) => key === 'stocktake~931~inspection~2023_10_12') as Compared;
      expect(stocktake).toMatchObject({ is: 'changed', redacted: [] });
      expect(stocktake.changes.map(({ path, before, after }) => [path, before, after])).toEqual([
        ['status', 'open', 'lapsed'],
        ['lapsedAt', undefined, expect.stringMatching(/^2024-04-12T23:00:/)],
      ]);
      expect(stocktake.changes[0]!.events.map((place) => by[place].type)).toEqual(['RequirementLapsed']);
      const open = await answered('requirements/compare?areas=931&status=open&from=2024-04-12&to=2024-04-13');
      expect(open.rows.find(({ key }: Compared) => key === stocktake.key)).toMatchObject({
        is: 'removed',
        data: { status: 'open', due: '2024-04-12' },
        changes: [{ path: 'status', before: 'open', after: 'lapsed' }, { path: 'lapsedAt' }],
      });
      const raised = await answered('escalations/compare?areas=931&from=2024-04-12&to=2024-04-13');
      expect(raised.rows.map(({ key, is }: Compared) => [key, is])).toEqual([[stocktake.key, 'added']]);
    });

    it('judges what is overdue by the day of each moment', async () => {
      const { rows } = await answered('requirements/compare?areas=931&overdue=true&from=2024-04-12&to=2024-04-13');
      expect(rows.map(({ key, is }: Compared) => [key, is])).toEqual([['stocktake~931~inspection~2023_10_12', 'added']]);
    });

    it('is the same in pages, and a page of one question is not gone on with at another', async () => {
      const list = 'requirements/compare?areas=931&from=2023-10-12&to=2024-04-13';
      const whole = await all(`${list}&limit=200`);
      const paged = await all(`${list}&limit=3`);
      const steady = ({ events: _events, changes, ...row }: Compared) => ({
        ...row,
        changes: changes.map(({ events: _by, ...one }) => one),
      });
      expect(paged.rows.map(steady)).toEqual(whole.rows.map(steady));
      const { nextCursor } = await answered(`${list}&limit=3`);
      const other = `requirements/compare?areas=931&from=2023-10-13&to=2024-04-13&cursor=${nextCursor}`;
      expectProblem(await ask(other), { status: 400, code: 'cursor-refused' });
      expect((await ask(`requirements/compare?to=2024-04-13&areas=931&from=2023-10-12&cursor=${nextCursor}`)).status).toBe(200);
    });

    it('withholds from whoever lacks the clearance today, and says so (P2)', async () => {
      const model = readModels.find(({ path }) => path === 'outcomes')!;
      const asked = { area: '931', from: '2024-03-26', to: '2024-03-27', by: 'effective' };
      const comparer = theExample().app.get(ListComparer);
      const compared = async (role: string) => (await comparer.compare(model, asked, { who: 'u', role })).answer;
      const [open, closed] = [await compared('auditor'), await compared('administrator')];
      expect(closed.rows.map(({ key }) => key)).toEqual(open.rows.map(({ key }) => key));
      const ratings = ({ rows }: typeof open) => rows.flatMap(({ changes }) => changes.filter(({ path }) => path === 'rating'));
      expect(ratings(open).map(({ after }) => typeof after)).toContain('string');
      for (const { after, redacted } of ratings(closed)) {
        expect([after, redacted]).toEqual([null, [{ field: '', category: 'management-information' }]]);
      }
      await expect(comparer.compare(model, { ...asked, rating: 'on-track' }, { who: 'u', role: 'administrator' })).rejects.toMatchObject({
        code: 'query-closed',
      });
    });

    it.each([
      ['requirements/compare?from=2024-04-12&to=2024-04-13', 'as-of-unbounded', 'from'],
      ['requirements/compare?areas=931&to=2024-04-13', 'query-invalid', 'from'],
      ['requirements/compare?areas=931&from=2024-04-13&to=2024-04-12', 'moments-reversed', 'from'],
      ['requirements/compare?areas=931&from=2024-04-12&to=2099-04-13', 'moment-in-future', 'to'],
      ['requirements/compare?areas=931&from=2024-04-12&to=2024-04-13&recordedAt=2024-04-13', 'query-invalid', 'recordedAt'],
      ['requirements/compare?areas=931&from=2024-04-12&to=2024-04-13&sort=due', 'query-invalid', 'sort'],
      ['requirements/compare?areas=931&from=2024-04-12&to=2024-04-13&count=true', 'query-invalid', 'count'],
      ['requirements/compare?areas=931&from=2024-04-12&to=2024-04-13&limit=0', 'query-invalid', 'limit'],
      ['requirements/compare?areas=931&from=2024-04-12&to=2024-04-13&limit=201', 'query-invalid', 'limit'],
      ['requirements/compare?areas=931&from=2024-04-12&to=2024-04-13&since=1', 'query-invalid', 'since'],
      ['requirements/compare?areas=931&from=2024-04-12&to=2024-04-13&cursor=x', 'cursor-refused', 'cursor'],
    ])('%s is refused as %s of %s', async (path, code, field) => {
      const { status, body } = await ask(path);
      expect([status, body.code, body.field]).toEqual([400, code, field]);
    });

    it('is for whoever may read events (P4)', async () => {
      const path = 'requirements/compare?areas=931&from=2024-04-12&to=2024-04-13';
      for (const role of ['adviser', 'la-contact', 'dashboard-reader', 'administrator'])
        expectProblem(await ask(path, role), { status: 403, code: 'role-not-allowed' });
    });

    it('has events in the order in which they were recorded, row by row', async () => {
      const { rows, events: by } = await answered('requirements/compare?areas=931&from=2023-10-12&to=2024-06-30&limit=200');
      const place = ({ link }: { link: string }) => {
        const [, stream, revision] = /^\/v1\/events\/(.+)\/(\d+)$/.exec(link)!;
        return events.find((event) => event.stream === stream && event.revision === Number(revision))!.position;
      };
      for (const { key, events: places } of rows as Compared[]) {
        const positions = places.map((one) => place(by[one]));
        expect([key, positions]).toEqual([key, [...positions].sort(comparePositions)]);
      }
    });
  });
}
