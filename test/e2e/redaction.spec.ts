import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayRead, openKeys, Sealer } from '@app/access';
import { closedFieldsOf, type ClosedField } from '@app/access/taint';
import { ROLES } from '@app/domain/roles';
import {
  declarationsIn,
  defineEvent,
  EventCatalogue,
  fieldsOf,
  type Actor,
  type ColumnType,
  type Projection,
  type ReadModel,
  type Shape,
} from '@app/event-sourcing';
import type { JsonObject, Position, RecordedEvent } from '@app/event-store';
import {
  AreaDirectory,
  AsOf,
  Authentication,
  Currency,
  ListReader,
  PastLists,
  Presenter,
  ProblemFilter,
  readModelControllers,
  Shares,
  Summaries,
} from '@app/nest';
import { openReadStore, type ReadStore } from '@app/read-store';
import { readModels } from '@app/reporting';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { getMetadataStorage, ValidationTypes } from 'class-validator';

class FilledShape {}
const Filled = defineEvent('Filled', FilledShape, { says: () => 'filled' });

const pathOf = ({ path }: ClosedField): string => path.join('.');
const markerOf = (field: string): string => `marker of ${field}`;

const isList = (shape: Shape, name: string): boolean =>
  getMetadataStorage()
    .getTargetValidationMetadatas(shape, '', false, false)
    .some(({ propertyName, type, each }) => propertyName === name && type === ValidationTypes.NESTED_VALIDATION && each);

/** A part with a marker of its own in every closed field, however deep; a column that is closed has a value that it can hold. */
function filled(shape: Shape, columns: Readonly<Record<string, ColumnType>>, at: readonly string[] = []): JsonObject {
  const data: JsonObject = {};
  for (const [name, { classification, nested }] of fieldsOf(shape)) {
    const column = at.length === 0 ? columns[name] : undefined;
    if (classification?.subject !== undefined) data[classification.subject] = 's_1';
    if (typeof column === 'object') data[name] = column[0]!;
    else if (column === 'flag') data[name] = true;
    else if (classification) data[name] = markerOf([...at, name].join('.'));
    else if (nested) {
      const part = filled(nested(), {}, [...at, name]);
      data[name] = isList(shape, name) ? [part] : part;
    }
  }
  return data;
}

const OWN = 'own';
const OTHERS = 'others';

/** What makes a row somebody's own, or somebody else's. */
function tied({ own }: ReadModel, columns: Readonly<Record<string, ColumnType>>, whose: string): JsonObject {
  const ties = Object.values(own ?? {}).flat();
  return Object.fromEntries(
    ties
      .filter(({ by }) => by !== 'key')
      .map(({ by, of }) => {
        const value = of === 'contractStreams' ? `contract-${whose}` : whose;
        return [by, columns[by] === 'texts' ? [value] : value];
      }),
  );
}

const columnsOf = ({ projection }: ReadModel): Readonly<Record<string, ColumnType>> => projection.columns as never;

/** The read model with two prepared rows: its table, its columns and its view are the real ones. */
const prepared = (model: ReadModel, rows: Readonly<Record<string, JsonObject>>): ReadModel => {
  const { follows: _follows, concerns: _concerns, feed: _feed, ...declared } = model.projection;
  const on: Projection['on'] = { Filled: (_row, _data, { streamId }) => rows[streamId] };
  const projection: Projection = { ...declared, key: (_event, { streamId }) => streamId, on };
  return { ...model, projection };
};

const events: readonly RecordedEvent[] = [OWN, OTHERS].map((whose, index) => ({
  stream: `filled-${whose}`,
  revision: 0,
  id: `event-${index + 1}`,
  type: 'Filled',
  data: {},
  schemaVersion: 1,
  position: String(index + 1).padStart(20, '0') as Position,
  metadata: { who: 'u', role: 'case-lead', recordedAt: '2024-01-01T00:00:00.000Z', effectiveOn: '2024-01-01' },
}));
const placeOf = (whose: string): Position => events.find(({ stream }) => stream === `filled-${whose}`)!.position;

jest.setTimeout(60_000);

describe('what a reader is shown of a read model (P2, P4)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casework-redaction-'));
  const closing: (() => Promise<unknown> | unknown)[] = [];
  let address: string;
  let summaries: Summaries;
  const served = new Map<string, ReadModel>();

  const authentication: Authentication = {
    issuer: 'spec',
    authenticate: async (authorization) => ({ who: 'u-1', role: authorization! }) satisfies Actor,
  };
  const get = async (path: string, role: string, accept = 'application/json') => {
    const answer = await fetch(`${address}${path}`, { headers: { authorization: role, accept } });
    return { status: answer.status, text: await answer.text() };
  };

  beforeAll(async () => {
    const keys = await openKeys({ sqlite: join(folder, 'keys.db'), masterKey: Buffer.alloc(32, 1) } as never);
    const sealer = new Sealer(keys);
    const models: ReadModel[] = [];
    for (const model of readModels) {
      const { view } = model.projection;
      const row = async (whose: string): Promise<JsonObject> =>
        sealer.seal(view, { ...filled(view, columnsOf(model)), ...tied(model, columnsOf(model), whose) }, 'filled-1');
      models.push(prepared(model, { [OWN]: await row(OWN), [OTHERS]: await row(OTHERS) }));
    }
    const catalogue = new EventCatalogue(declarationsIn({ Filled }));
    const readStore: ReadStore = await openReadStore({ sqlite: join(folder, 'reading.db'), catalogue });
    await readStore.prepare(models.map(({ projection }) => projection));
    const names = models.map(({ projection }) => projection.name);
    const outcomes = await readStore.fold(names, events, { from: undefined, to: events.at(-1)!.position });
    expect(outcomes.flatMap(({ stopped, parked }) => [stopped, ...parked]).filter(Boolean)).toEqual([]);

    const shares: Shares = { of: async () => ({ contracts: [OWN], areas: [OWN] }) };
    const clock = { now: () => '2024-01-01T12:00:00.000Z' };
    const presenter = new Presenter(catalogue, sealer);
    const lists = new ListReader(readStore, presenter, new AreaDirectory(readStore, localAreaJourney), shares, clock);
    for (const model of models) served.set(model.path, model);
    summaries = new Summaries(lists);
    const asOf = new AsOf({} as never, readStore, clock);
    @Module({
      controllers: readModelControllers(models, {}),
      providers: [
        { provide: Authentication, useValue: authentication },
        { provide: ListReader, useValue: lists },
        { provide: Currency, useValue: new Currency(readStore, { staleSince: () => undefined } as never) },
        { provide: AsOf, useValue: asOf },
        { provide: PastLists, useValue: new PastLists(asOf, readStore, lists) },
      ],
    })
    class ReadingModule {}
    const app = await NestFactory.create<NestFastifyApplication>(ReadingModule, new FastifyAdapter(), {
      logger: false,
      abortOnError: false,
    });
    app.useGlobalFilters(new ProblemFilter());
    await app.listen(0, '127.0.0.1');
    address = await app.getUrl();
    closing.push(
      () => app.close(),
      () => readStore.close(),
      () => keys.close(),
    );
  });
  afterAll(async () => {
    for (const close of closing) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const keyOf = ({ projection }: ReadModel, key: string): string => (projection.rows === 'entry' ? placeOf(key) : key);
  const placeIn = (data: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return data;
    const part = Array.isArray(data) ? (data[0] as unknown) : data;
    return placeIn((part as Record<string, unknown> | null)?.[name], rest);
  };

  describe.each(readModels.map((model) => [model.path, model] as const))('%s', (path, model) => {
    const closed = closedFieldsOf(model.projection.view);
    const columns = columnsOf(model);

    it.each(ROLES)('to %s', async (role) => {
      const addresses = [`/v1/${path}`, `/v1/${path}?count=true`, `/v1/${path}/${keyOf(model, OWN)}`];
      if (!model.roles.includes(role)) {
        for (const one of addresses) expect((await get(one, role)).status).toBe(403);
        expect((await get(`/v1/${path}`, role, 'text/csv')).status).toBe(403);
        return;
      }
      const ownOnly = model.own?.[role] !== undefined;
      const list = JSON.parse((await get(`/v1/${path}?count=true`, role)).text);
      const one = JSON.parse((await get(`/v1/${path}/${keyOf(model, OWN)}`, role)).text);
      const csv = (await get(`/v1/${path}`, role, 'text/csv')).text;

      expect(list.rows.map(({ key }: { key: string }) => key).sort()).toEqual(
        (ownOnly ? [OWN] : [OTHERS, OWN]).map((key) => keyOf(model, key)).sort(),
      );
      expect(list.total).toBe(ownOnly ? 1 : 2);
      expect((await get(`/v1/${path}/${keyOf(model, OTHERS)}`, role)).status).toBe(ownOnly ? 404 : 200);
      expect(csv.split('\r\n')).toHaveLength(ownOnly ? 3 : 4);
      expect(csv.split('\r\n', 1)).toEqual([`key,${model.projection.fields!.join(',')},redacted`]);

      for (const field of closed) {
        const name = pathOf(field);
        const isOpen = mayRead(role, field.classification.category);
        for (const { data, redacted } of [one, ...list.rows]) {
          const place = placeIn(data, field.path);
          expect([name, place === null, redacted.some((told: { field: string }) => told.field.replace(/\.\d+/g, '') === name)]).toEqual([
            name,
            !isOpen,
            !isOpen,
          ]);
        }
        const isColumn = field.path.length === 1 && columns[name] !== undefined;
        if (!isColumn) {
          for (const text of [JSON.stringify(list), JSON.stringify(one), csv])
            expect([name, text.includes(markerOf(name))]).toEqual([name, isOpen]);
        }
        if (!isOpen) expect(csv).toContain(`(${field.classification.category})`);
        if (!isColumn) {
          for (const question of [`${name}=x`, `sort=${name}`]) expect((await get(`/v1/${path}?${question}`, role)).status).toBe(400);
          continue;
        }
        const figures = [{ name: 'by', says: 'By a closed field', question: {}, by: [name] }];
        const counted = (await summaries.of([{ model: served.get(path)!, figures }], { who: 'u-1', role })).sections[0]!;
        const withheld = { field: name, category: field.classification.category };
        expect([name, counted.counts.length > 0, counted.redacted]).toEqual([name, isOpen, isOpen ? [] : [withheld]]);
        const [value] = typeof columns[name] === 'object' ? columns[name] : ['true'];
        for (const question of [`${name}=${value}`, `${name}=${value}&count=true`, `sort=${name}`, `sort=-${name}`]) {
          for (const accept of question.includes('count') ? ['application/json'] : ['application/json', 'text/csv'])
            expect([question, (await get(`/v1/${path}?${question}`, role, accept)).status]).toEqual([question, isOpen ? 200 : 403]);
        }
      }
    });
  });

  it('holds closed fields of every kind, in rows and in their parts', () => {
    const all = readModels.flatMap(({ projection }) => closedFieldsOf(projection.view));
    expect(new Set(all.map(({ classification }) => classification.kind))).toEqual(new Set(['confidential', 'personal', 'free-text']));
    expect(all.filter(({ path }) => path.length > 1).length).toBeGreaterThan(10);
    expect(readModels.filter(({ own }) => own).length).toBeGreaterThan(8);
  });
});
