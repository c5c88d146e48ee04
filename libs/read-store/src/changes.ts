import { sql } from 'kysely';
import type { Projection } from '@app/event-sourcing';
import type { Position } from '@app/event-store/port';
import { changeTable, positionFrom, positionText, rowTable, type Build } from './builds';
import { cursorFor, valuesOf } from './cursor';
import type { Cell, Database, Upsert, Work } from './database/database';
import { FeedRestarted, QueryRefused } from './errors';
import type { Held } from './folding';
import type { Current } from './queries';
import type { Registry } from './registry';

/** What became of a row since the reader asked last: as it is now, or that there is none any more. */
export interface Change<Row> {
  readonly key: string;
  /** Absent: the row was taken away. */
  readonly row: Row | undefined;
}

/** Rows that changed, the longest unchanged first; each once, however often it changed. */
export interface Changes<Row> extends Current {
  readonly changes: readonly Change<Row>[];
  /** Where to ask on from. */
  readonly next: string;
  /** Whether there are more already. */
  readonly more: boolean;
}

const CHANGES: Omit<Upsert, 'table'> = {
  columns: [
    { name: 'key', type: 'text' },
    { name: 'position', type: 'text' },
  ],
  key: ['key'],
  replace: ['position'],
};

/** Notes which rows a batch has changed or taken away, in the transaction that does so. */
export async function writeChanges(db: Database, trx: Work, build: Build, held: ReadonlyMap<string, Held>): Promise<void> {
  const changed: Cell[][] = [];
  for (const [key, { row, stored, touched }] of held) {
    if (touched !== undefined && (row || stored)) changed.push([key, positionText(touched)]);
  }
  await db.upsert(trx, { ...CHANGES, table: changeTable(build) }, changed);
}

/**
 * A row that waited and was folded later has changed after everything that a reader can have seen: its place is behind all others,
 * although its events lie before them.
 */
export async function noteLateChange(db: Database, trx: Work, build: Build, key: string): Promise<void> {
  const table = db.table(changeTable(build));
  const { rows } = await sql<{ last: string }>`SELECT CASE WHEN b.position > c.last THEN b.position ELSE c.last END AS last
    FROM ${db.table('builds')} b CROSS JOIN (SELECT COALESCE(MAX(position), '') AS last FROM ${table}) c WHERE b.id = ${build.id}`.execute(
    trx,
  );
  await sql`UPDATE ${table} SET position = ${`${rows[0]!.last}+`} WHERE key = ${key}`.execute(trx);
}

/** What a reader who polls is told. */
export class Feed {
  constructor(
    private readonly db: Database,
    private readonly registry: Registry,
  ) {}

  /** @throws QueryRefused, CursorRefused, FeedRestarted */
  async changes<Row extends object>(
    projection: Projection<Row>,
    { after, limit }: { after?: string; limit: number },
  ): Promise<Changes<Row>> {
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > 1_000) throw new QueryRefused('limit', 'A page has 1 to 1,000 rows');
    return this.registry.reading(projection.name, async (build, connection) => {
      const question = [build.name, build.version, build.id];
      const [position, key] = after === undefined ? ['', null] : placeOf(question, after);
      const beyond = key === null ? sql`position > ${position}` : sql`(position, key) > (${position}, ${key})`;
      const { rows } = await sql<Read>`SELECT b.position AS checkpoint, c.key AS key, c.position AS position, r.body AS body
        FROM ${this.db.table('builds')} b
        LEFT JOIN (SELECT key, position FROM ${this.db.table(changeTable(build))} WHERE ${beyond} ORDER BY position, key LIMIT ${limit + 1}) c ON 1 = 1
        LEFT JOIN ${this.db.table(rowTable(build))} r ON r.key = c.key
        WHERE b.id = ${build.id} AND b.state = 'serving' ORDER BY c.position, c.key`.execute(connection);
      const first = rows[0];
      if (!first) return undefined;
      const changed = rows.filter((row): row is Read & Placed => row.key !== null);
      const page = changed.slice(0, limit);
      const more = changed.length > limit;
      const last = page.at(-1);
      const place: Cell[] = more ? [last!.position, last!.key] : [furthest(position, first.checkpoint, last?.position), null];
      return {
        changes: page.map(({ key: changedKey, body }) => ({ key: changedKey, row: body === null ? undefined : (JSON.parse(body) as Row) })),
        next: `${build.id}.${cursorFor(question, place)}`,
        more,
        position: positionFrom(first.checkpoint),
      };
    });
  }
}

interface Placed {
  readonly key: string;
  readonly position: Position;
}

interface Read {
  readonly checkpoint: string;
  readonly key: string | null;
  readonly position: string | null;
  readonly body: string | null;
}

/** @throws FeedRestarted for a place in tables that no longer serve, CursorRefused for one that was never given */
function placeOf(question: readonly unknown[], after: string): [string, string | null] {
  const [, id, cursor] = /^(\d{1,15})\.(.*)$/s.exec(after) ?? [];
  if (id !== undefined && id !== String(question[2])) throw new FeedRestarted();
  return valuesOf(question, cursor ?? '', ['text', 'text'], 'after') as [string, string | null];
}

const furthest = (...positions: (string | undefined)[]): string =>
  positions.reduce<string>((one, other) => (other && other > one ? other : one), '');
