import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { EventCatalogue } from '@app/event-sourcing';
import { comparePositions, type Position, type RecordedEvent } from '@app/event-store/port';
import { positionText, type Build } from './builds';
import type { Database, Work } from './database/database';
import { CheckpointMoved } from './errors';
import { foldSteps, instancesOf, linksNow, route, type Folded } from './folding';
import type { Fold } from './layout';
import { decode, type Decoded, type Known, type Trouble } from './occurrence';
import { loadParked, writeParking } from './parking';
import { loadLinks, loadRows, writeLinks, writeRows } from './rows';
import type { SkipDecisions } from './skipping';

/** A fold and the tables that it is folded into. */
export interface Target {
  readonly fold: Fold;
  readonly build: Build;
}

/** The stretch of the log that a batch covers: after `from`, up to and including `to`. */
export interface Stretch {
  readonly from: Position | undefined;
  readonly to: Position;
}

/** What became of one fold in a batch. */
export interface FoldOutcome {
  readonly name: string;
  /** Its checkpoint now. */
  readonly position: Position | undefined;
  /** Why it does not go on; the checkpoint stands before this event, and the next batch tries it again. */
  readonly stopped: Trouble | undefined;
  /** Instances parked by this batch. */
  readonly parked: readonly string[];
}

export interface Folding {
  readonly db: Database;
  readonly catalogue: EventCatalogue;
  readonly skipped: SkipDecisions;
}

/** Milliseconds after which others get their turn; the driver of a file works while they wait. */
const AT_A_STRETCH = 20;

/** Folds one batch into several builds that share their checkpoint: all of it is written, or nothing. @throws CheckpointMoved */
export async function foldBatch(
  context: Folding,
  targets: readonly Target[],
  events: readonly RecordedEvent[],
  stretch: Stretch,
): Promise<FoldOutcome[]> {
  const first = events[0];
  if (first && comparePositions(first.position, stretch.from) <= 0) throw new RangeError('A batch begins after its checkpoint');
  const decoded = decode(context.catalogue, events);
  return context.db.transaction(async (trx) => {
    const parked = await advance(context.db, trx, targets, stretch);
    const outcomes: FoldOutcome[] = [];
    let begun = performance.now();
    for (const target of targets) {
      if (performance.now() - begun > AT_A_STRETCH) {
        await nextTurn();
        begun = performance.now();
      }
      outcomes.push(await foldInto(context, trx, target, decoded, stretch, parked.get(target.build.id)! > 0));
    }
    return outcomes;
  });
}

/** The checkpoint's compare-and-set comes first: who loses it writes nothing, and who wins holds the builds until the end. */
async function advance(db: Database, trx: Work, targets: readonly Target[], { from, to }: Stretch): Promise<Map<number, number>> {
  const ids = sql.join(targets.map(({ build }) => build.id));
  const { rows } = await sql<{ id: number; parked: number }>`UPDATE ${db.table('builds')} SET position = ${to}, stopped = NULL
    WHERE id IN (${ids}) AND position = ${positionText(from)} AND state <> 'retired' RETURNING id, parked`.execute(trx);
  const parked = new Map(rows.map(({ id, parked: instances }) => [id, instances]));
  const moved = targets.filter(({ build }) => !parked.has(build.id));
  if (moved.length > 0) {
    throw new CheckpointMoved(
      moved.map(({ build }) => build.name),
      from,
    );
  }
  return parked;
}

async function foldInto(
  { db, skipped }: Folding,
  trx: Work,
  { fold, build }: Target,
  { known, trouble }: Decoded,
  { from, to }: Stretch,
  somethingParked: boolean,
): Promise<FoldOutcome> {
  const streams = fold.follows ? [...new Set(known.map(({ recorded }) => recorded.stream))] : [];
  const routed = route(fold, known, await loadLinks(db, trx, build, streams));
  const keys = [...new Set(routed.steps.flatMap((step) => step.keys))];
  const rows = await loadRows(db, trx, build, keys);
  const parked = somethingParked ? await loadParked(db, trx, build, instancesOf(build.layout, routed.steps)) : new Set<string>();
  const isSkipped = (key: string, eventId: string): boolean => skipped.has(build.name, key, eventId);
  const folded = foldSteps({ fold, layout: build.layout, rows, parked, isSkipped }, routed.steps);
  await writeLinks(db, trx, build, linksNow(build.layout, routed.links, folded));
  const more = await writeRows(db, trx, build, rows, folded);
  await writeParking(db, trx, build, folded);

  const stopped = routed.trouble ?? trouble;
  const position = stopped ? lastBefore(known, stopped, from) : to;
  await writeProgress(db, trx, build, { position, stopped, more, folded });
  return { name: build.name, position, stopped, parked: [...folded.troubles.keys()] };
}

function lastBefore(known: readonly Known[], trouble: Trouble, from: Position | undefined): Position | undefined {
  const after = known.findIndex(({ recorded }) => recorded.position === trouble.position);
  const last = after === -1 ? known.at(-1) : known[after - 1];
  return last?.recorded.position ?? from;
}

interface Step {
  readonly position: Position | undefined;
  readonly stopped: Trouble | undefined;
  readonly more: number;
  readonly folded: Folded;
}

async function writeProgress(db: Database, trx: Work, build: Build, { position, stopped, more, folded }: Step): Promise<void> {
  if (!stopped && more === 0 && folded.troubles.size === 0) return;
  await sql`UPDATE ${db.table('builds')} SET position = ${positionText(position)}, stopped = ${stopped ? JSON.stringify(stopped) : null},
    row_count = row_count + ${more}, parked = parked + ${folded.troubles.size} WHERE id = ${build.id}`.execute(trx);
}
