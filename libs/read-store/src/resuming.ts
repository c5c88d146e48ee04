import { sql } from 'kysely';
import type { Position, RecordedEvent } from '@app/event-store/port';
import { rowTable } from './builds';
import { noteLateChange } from './changes';
import type { Database, Work } from './database/database';
import { CheckpointMoved, NotParked } from './errors';
import type { Folding, Target } from './fold-writer';
import { foldSteps, linksNow, route, type Routed } from './folding';
import { decode, type Known, type Trouble } from './occurrence';
import { forgetWaiting, readWaiting, unpark, writeParking } from './parking';
import type { Log } from './replay';
import { loadLinks, loadRows, writeLinks, writeRows } from './rows';

/** How far an instance came when it was tried again. */
export interface Resumed {
  /** Events folded now. */
  readonly folded: number;
  /** Why it waits again; absent: it goes on. */
  readonly parked: Trouble | undefined;
}

const PAGE = 200;

/**
 * Folds what waits for one parked instance, in order, as far as it goes.
 * @throws NotParked
 */
export async function resume(context: Folding, target: Target, key: string, log: Log): Promise<Resumed> {
  const { db } = context;
  let folded = 0;
  for (;;) {
    const positions = await db.read((connection) => readWaiting(db, connection, target.build, key, PAGE));
    if (positions.length === 0 && folded === 0) throw new NotParked(target.build.name, key);
    if (positions.length === 0) return { folded, parked: undefined };
    const events = await eventsAt(log, positions);
    const step = await db.transaction((trx) => resumePage(context, trx, target, key, events));
    folded += step.folded;
    if (step.parked || step.done) return { folded, parked: step.parked };
  }
}

async function eventsAt(log: Log, positions: readonly Position[]): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (const position of positions) {
    const [event] = await log.readAll({ from: position, limit: 1 });
    if (event?.position !== position) throw new Error(`The log has no event at ${position} any more`);
    events.push(event);
  }
  return events;
}

/** An entry is whole: it says all that its event concerns. */
async function routed(db: Database, trx: Work, { fold, build }: Target, key: string, known: readonly Known[]): Promise<Routed> {
  if (build.layout.kind !== 'entry') return { steps: known.map((one) => ({ known: one, keys: [key] })), links: [] };
  return route(fold, known, await loadLinks(db, trx, build, [key]));
}

async function resumePage(
  { db, catalogue, skipped }: Folding,
  trx: Work,
  { fold, build }: Target,
  key: string,
  events: readonly RecordedEvent[],
): Promise<Resumed & { readonly done: boolean }> {
  const held = await sql`UPDATE ${db.table('builds')} SET position = position WHERE id = ${build.id} RETURNING id`.execute(trx);
  if (held.rows.length === 0) throw new CheckpointMoved([build.name], undefined);
  const now = await readWaiting(db, trx, build, key, PAGE + 1);
  if (now[0] !== events[0]!.position) return { folded: 0, parked: undefined, done: now.length === 0 };

  const { known, trouble: unknown } = decode(catalogue, events);
  const rows = await loadRows(db, trx, build, [key]);
  const isSkipped = (instance: string, eventId: string): boolean => skipped.has(build.name, instance, eventId);
  const { steps, links, trouble: unrouted } = await routed(db, trx, { fold, build }, key, known);
  const result = foldSteps({ fold, layout: build.layout, rows, parked: new Set(), isSkipped }, steps);
  const parked = result.troubles.get(key) ?? unrouted ?? unknown;
  const folded = parked ? events.findIndex(({ position }) => position === parked.position) : events.length;

  await writeLinks(db, trx, build, linksNow(build.layout, links, result));
  const more = await writeRows(db, trx, build, rows, result);
  if (more !== 0) await sql`UPDATE ${db.table('builds')} SET row_count = row_count + ${more} WHERE id = ${build.id}`.execute(trx);
  if (build.layout.feed) await noteLateChange(db, trx, build, key);
  if (folded > 0) await forgetWaiting(db, trx, build, key, events[folded - 1]!.position);
  if (parked) await writeParking(db, trx, build, { troubles: new Map([[key, parked]]), waiting: [] });
  const done = !parked && now.length <= events.length;
  if (done) await unpark(db, trx, build, key);
  // An instance that has events waiting asks for nothing; one that goes on is asked at once.
  const attention = done ? '' : null;
  if (build.layout.kind === 'instance') {
    await sql`UPDATE ${db.table(rowTable(build))} SET attention = ${attention} WHERE key = ${key}`.execute(trx);
  }
  return { folded, parked, done };
}
