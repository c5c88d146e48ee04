import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as events from '@app/domain/events';
import { declarationsIn, EventCatalogue, type Projection } from '@app/event-sourcing';
import { openEmbeddedEventStore, type EventStore, type Position, type RecordedEvent } from '@app/event-store';
import { StoredEvent } from '@app/event-store/embedded/recorded';
import { openReadStore } from '@app/read-store';
import { foldSteps, route, type Held } from '@app/read-store/folding';
import { layoutOf } from '@app/read-store/layout';
import { decode } from '@app/read-store/occurrence';
import { projections } from '@app/reporting';
import { requirementRegister } from '@app/reporting/requirement-register/requirement-register';
import { Country } from './country';
import { medianOf, table } from './measuring';

const EVENTS = 20_000;
const BATCH = 2_000;
const catalogue = new EventCatalogue(declarationsIn(events));

/** An event as the embedded store holds it: text, until somebody asks for what it says. */
type Cells = readonly string[];

/** Folding without a store beside bare JSON.parse of the same stored events; then one read model and all of them, rows persisted. */
export async function replayBench(rounds: number): Promise<void> {
  const country = await Country.found();
  country.growTo(EVENTS);
  const store = openEmbeddedEventStore(country.folder);
  const stored: Cells[] = [];
  for await (const page of pages(store)) stored.push(...page.map(cellsOf));
  const results: Record<'parse' | 'fold' | 'one' | 'all', number[]> = { parse: [], fold: [], one: [], all: [] };
  const rate = async (work: () => unknown): Promise<number> => {
    const started = performance.now();
    await work();
    return stored.length / ((performance.now() - started) / 1_000);
  };
  for (let round = 0; round < rounds; round += 1) {
    results.parse.push(await rate(() => stored.forEach(([, , , , , , data, metadata]) => [JSON.parse(data!), JSON.parse(metadata!)])));
    results.fold.push(await rate(() => foldInMemory(requirementRegister, stored)));
    results.one.push(await rate(() => persisted(store, [requirementRegister], join(country.folder, `one-${round}.db`))));
    results.all.push(await rate(() => persisted(store, projections, join(country.folder, `all-${round}.db`))));
  }
  const [parse, fold, one, all] = [results.parse, results.fold, results.one, results.all].map(medianOf) as [number, number, number, number];
  const bytes = stored.reduce((sum, [, , , , , , data, metadata]) => sum + data!.length + metadata!.length, 0) / stored.length;
  table(
    `Events replayed a second (${stored.length} events of ${Math.round(bytes)} bytes: the published cases, played in many local areas side by side)`,
    [
      'bare JSON.parse',
      'parse and fold',
      'ratio (asked ≥ 0.6)',
      'one read model, rows persisted (asked ≥ 40000)',
      `every read model together, ${projections.length} (asked ≥ 20000)`,
    ],
    [[parse, fold, fold / parse, one, all]],
  );
  await store.close();
  rmSync(country.folder, { recursive: true, force: true });
}

const cellsOf = ({ position, stream, revision, id, schemaVersion, type, data, metadata }: RecordedEvent): Cells => [
  String(Number(position)),
  stream,
  String(revision),
  id,
  String(schemaVersion),
  type,
  JSON.stringify(data),
  JSON.stringify(metadata),
];

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

/** Batch for batch as the read store folds, without a database. */
function foldInMemory(fold: Projection, stored: readonly Cells[]): void {
  const layout = layoutOf(fold);
  const rows = new Map<string, Held>();
  const links = new Map<string, Set<string>>();
  for (let at = 0; at < stored.length; at += BATCH) {
    const { known } = decode(
      catalogue,
      stored.slice(at, at + BATCH).map((cells) => new StoredEvent(cells, 0)),
    );
    const { steps } = route(fold, known, links);
    foldSteps({ fold, layout, rows, parked: new Set(), isSkipped: () => false }, steps);
  }
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
