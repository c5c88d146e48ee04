import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { issueLocalToken, openAuthenticator, openKeys, Sealer } from '@app/access';
import * as events from '@app/domain/events';
import { declarationsIn, EventCatalogue } from '@app/event-sourcing';
import { openEmbeddedEventStore, type JsonObject, type Position, type RecordedEvent } from '@app/event-store';
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
} from '@app/nest';
import { openReadStore } from '@app/read-store';
import { readModels } from '@app/reporting';
import { publishedFigures } from '@app/reporting/published-figures/published-figures';
import { requirementRegister } from '@app/reporting/requirement-register/requirement-register';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { aBody } from './bench-stream';
import { busFor } from './bus';

const AREAS = 150;
const BATCH = 1_000;
/** Commands a second that are written, and events that are folded, while others read. */
const WRITTEN = 100;

const day = (number: number): string => new Date(Date.UTC(2022, 0, 1 + (number % 1_200))).toISOString().slice(0, 10);

function recorded(number: number, stream: string, type: string, data: JsonObject): RecordedEvent {
  const metadata = { who: 'u', role: 'case-lead', recordedAt: '2024-01-01T00:00:00.000Z', effectiveOn: '2024-01-01' };
  return {
    stream,
    revision: 0,
    id: `event-${number}`,
    type,
    data,
    metadata,
    schemaVersion: 1,
    position: String(number).padStart(20, '0') as Position,
  };
}

const registered = (number: number): RecordedEvent =>
  recorded(number, `localArea-${number}`, 'LocalAreaRegistered', {
    name: number === 1 ? 'Oxfordshire' : `Local Area ${number}`,
    laCode: String(number),
    onsCode: `E1${number}`,
    region: `Region ${number % 9}`,
    from: '2009-04-01',
    source: { publisher: 'p', title: 't' },
  });

const imposed = (number: number): RecordedEvent =>
  recorded(number, `requirement-monthly_report~CON_${number % 500}~${number}`, 'RequirementImposed', {
    definition: ['monthly-report', 'next-step', 'risk-review', 'plan-action'][number % 4]!,
    rule: ['C9', 'J6', 'E1', 'J3'][number % 4]!,
    says: 'The monthly report on each local area has reached the Department',
    what: `contract-CON_${number % 500}`,
    period: day(number),
    areas: [String(1 + (number % AREAS)), String(1 + ((number * 7) % AREAS))],
    due: day(number * 13),
    because: 'five working days after the end of the period',
    imposedBy: { event: 'contract-CON_1@1', on: day(number) },
    settings: {},
    calendar: '1',
  } as never);

/** Lists over a read model of many rows, as the server has them, while commands are written beside them. Told of by `process.send`. */
async function main(): Promise<void> {
  const rows = Number(process.env['BENCH_ROWS'] ?? 100_000);
  const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
  const catalogue = new EventCatalogue(declarationsIn(events));
  const readStore = await openReadStore({ sqlite: join(folder, 'reading.db'), catalogue });
  const folded = [publishedFigures, requirementRegister];
  const names = folded.map(({ name }) => name);
  await readStore.prepare(folded);
  let number = 0;
  let from: Position | undefined;
  const grow = async (count: number): Promise<void> => {
    const batch = Array.from({ length: count }, () => {
      number += 1;
      return number <= AREAS ? registered(number) : imposed(number);
    });
    const to = batch.at(-1)!.position;
    await readStore.fold(names, batch, { from, to });
    from = to;
  };
  while (number < rows + AREAS) await grow(BATCH);

  const sealer = new Sealer(await openKeys({ sqlite: join(folder, 'keys.db'), masterKey: Buffer.alloc(32, 1) } as never));
  const clock = { now: () => '2024-01-01T12:00:00.000Z' };
  const shares = { of: async () => ({ contracts: [], areas: [] }) };
  const lists = new ListReader(readStore, new Presenter(catalogue, sealer), new AreaDirectory(readStore, publishedFigures), shares, clock);
  const asOf = new AsOf({} as never, readStore, clock);
  @Module({
    controllers: readModelControllers(
      readModels.filter(({ projection }) => projection === requirementRegister),
      {},
    ),
    providers: [
      { provide: Authentication, useValue: await openAuthenticator({ localIssuer: folder }) },
      { provide: ListReader, useValue: lists },
      { provide: Currency, useValue: new Currency(readStore, { staleSince: () => undefined } as never) },
      { provide: AsOf, useValue: asOf },
      { provide: PastLists, useValue: new PastLists(asOf, readStore, lists) },
    ],
  })
  class BenchModule {}
  const app = await NestFactory.create<NestFastifyApplication>(BenchModule, new FastifyAdapter(), { logger: false });
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };

  const bus = await busFor(5_000, openEmbeddedEventStore(folder));
  process.on('message', () => process.send!({ memory: process.memoryUsage().rss }));
  process.send!({ port, token: await issueLocalToken(folder, { role: 'case-lead' }) });
  for (let turn = 0; ; turn += 1) {
    await Promise.all([...Array.from({ length: WRITTEN / 10 }, (_one, writer) => bus.send(`s${writer}`, aBody())), grow(WRITTEN / 10)]);
    await sleep(100);
  }
}

void main();
