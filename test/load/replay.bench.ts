import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as events from '@app/domain/events';
import { declarationsIn, EventCatalogue, type Projection } from '@app/event-sourcing';
import { chained, GENESIS, openEmbeddedEventStore, StoredMeta, type EventStore, type Position, type RecordedEvent } from '@app/event-store';
import { openReadStore } from '@app/read-store';
import { projections } from '@app/reporting';
import { requirementRegister } from '@app/reporting/requirement-register/requirement-register';
import { medianOf, table } from './measuring';

const STREAMS = 2_500;
const BATCH = 1_000;
const catalogue = new EventCatalogue(declarationsIn(events));

/** What a stream of requirements looks like: imposed, lapsed, met late, and others of the same kind, in their stored form. */
const golden = (type: string) => JSON.parse(readFileSync(join(__dirname, `../stored-events/${type}.v1.json`), 'utf8'));

async function fill(store: EventStore): Promise<void> {
  const types = readdirSync(join(__dirname, '../stored-events')).flatMap((name) => /^(Requirement\w+)\.v1\.json$/.exec(name)?.[1] ?? []);
  for (let number = 0; number < STREAMS; number += 1) {
    const stream = `requirement-stocktake~${number}~inspection~2023_10_12`;
    let prev = GENESIS;
    const history = ['RequirementImposed', ...types.filter((type) => type !== 'RequirementImposed')].map((type, revision) => {
      const metadata = {
        v: 1 as const,
        who: 'process:requirements',
        role: 'system',
        recordedAt: '2024-04-12T23:00:59.999Z',
        effectiveOn: '2024-04-12',
        commandId: '36a6676b-3367-56a3-b72e-fe3c9ea8b383',
        bodyDigest: '0'.repeat(64),
        $correlationId: '36a6676b-3367-56a3-b72e-fe3c9ea8b383',
        $causationId: '36a6676b-3367-56a3-b72e-fe3c9ea8b383',
        schemaVersion: 1,
        build: 'bench',
      };
      const link = chained({ prev, stream, revision, type, data: golden(type), metadata });
      prev = link.digest;
      return link.event;
    });
    await store.append(stream, 'no-stream', history);
  }
}

async function* pages(store: EventStore): AsyncGenerator<RecordedEvent[]> {
  let from: Position | undefined;
  for (;;) {
    const page = await store.readAll(from === undefined ? { limit: BATCH } : { from, limit: BATCH + 1 });
    const fresh = page.filter(({ position }) => position !== from);
    if (fresh.length === 0) return;
    yield fresh;
    from = fresh.at(-1)!.position;
  }
}

/** Folding without a store beside bare JSON.parse of the same stored events; then one read model and all of them, rows persisted. */
export async function replayBench(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
  const store = openEmbeddedEventStore(folder);
  await fill(store);
  const texts: [string, string][] = [];
  for await (const page of pages(store))
    for (const { data, metadata } of page) texts.push([JSON.stringify(data), JSON.stringify(metadata)]);
  const results: Record<'parse' | 'fold' | 'one' | 'all', number[]> = { parse: [], fold: [], one: [], all: [] };
  const rate = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return texts.length / ((performance.now() - started) / 1_000);
  };
  for (let round = 0; round < rounds; round += 1) {
    results.parse.push(await rate(async () => texts.forEach(([data, metadata]) => [JSON.parse(data), JSON.parse(metadata)])));
    results.fold.push(await rate(async () => foldInMemory(texts, await firstPage(store))));
    results.one.push(await rate(() => persisted(store, [requirementRegister], join(folder, `one-${round}.db`))));
    results.all.push(await rate(() => persisted(store, projections, join(folder, `all-${round}.db`))));
  }
  const [parse, fold, one, all] = [results.parse, results.fold, results.one, results.all].map(medianOf) as [number, number, number, number];
  table(
    `Events replayed a second (${texts.length} events of ${Math.round(texts.reduce((sum, [data, metadata]) => sum + data.length + metadata.length, 0) / texts.length)} bytes)`,
    ['bare JSON.parse', 'parse and fold', 'ratio', 'one read model, rows persisted', `every read model together (${projections.length})`],
    [[parse, fold, fold / parse, one, all]],
  );
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

const firstPage = async (store: EventStore): Promise<RecordedEvent[]> => (await pages(store).next()).value as RecordedEvent[];

/** The same texts, parsed, read in today's shape and folded into the register, without a database. */
function foldInMemory(texts: readonly [string, string][], sample: readonly RecordedEvent[]): void {
  const row = new Map<string, object>();
  const types = sample.map(({ type }) => type);
  const length = types.indexOf('RequirementImposed', 1);
  texts.forEach(([data, metadata], index) => {
    const revision = index % length;
    const stored = {
      stream: `requirement-${Math.floor(index / length)}`,
      revision,
      id: '',
      type: types[revision]!,
      schemaVersion: 1,
      data: JSON.parse(data) as never,
      metadata: JSON.parse(metadata) as never,
    };
    const event = catalogue.read(stored);
    const meta = new StoredMeta(stored);
    const line = requirementRegister.on[event.type as 'RequirementImposed'];
    const next = line?.(row.get(meta.streamId) as never, event.data as never, meta, meta.streamId);
    if (next) row.set(meta.streamId, next);
  });
}

async function persisted(store: EventStore, folds: readonly Projection[], file: string): Promise<void> {
  const readStore = await openReadStore({ sqlite: file, catalogue });
  await readStore.prepare(folds);
  let from: Position | undefined;
  for await (const page of pages(store)) {
    const to = page.at(-1)!.position;
    await readStore.fold(
      folds.map(({ name }) => name),
      page,
      { from, to },
    );
    from = to;
  }
  await readStore.close();
}
