import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Projection } from '@app/event-sourcing';
import type { Position } from '@app/event-store/port';
import type { Aside } from './aside';
import { makeStoreTables, positionText } from './builds';
import type { Database } from './database/database';
import { openSqliteDatabase } from './database/sqlite';
import { Queries, type Current, type Page } from './queries';
import type { Filter, Query } from './query';
import { Registry } from './registry';
import { writeRows } from './rows';
import { SqlViews } from './sql-views';

/** Rows written before others have their turn. */
const AT_ONCE = 250;

/** Rows that were folded aside, found and counted by the questions that stored rows take, until they are closed. */
export class AsideRows<Row extends object = any> {
  private constructor(
    private readonly db: Database,
    private readonly projection: Projection<Row>,
    private readonly queries: Queries,
  ) {}

  /** `position`: everything up to there is in what was folded. */
  static async open<Row extends object>(
    projection: Projection<Row>,
    aside: Aside<Row>,
    position: Position | undefined,
  ): Promise<AsideRows<Row>> {
    const db = openSqliteDatabase(':memory:');
    try {
      await makeStoreTables(db);
      const registry = new Registry(db, new SqlViews(db));
      // Rows that are asked once are sooner sorted than kept in several orders.
      await registry.prepare([{ ...projection, indexes: [] }]);
      const { build } = registry.target(projection.name);
      let count = 0;
      await db.transaction(async (trx) => {
        for (const { held, entries } of aside.portions(AT_ONCE)) {
          count += await writeRows(db, trx, build, held, { entries });
          await nextTurn();
        }
        await sql`UPDATE ${db.table('builds')} SET position = ${positionText(position)}, row_count = ${count}`.execute(trx);
      });
      return new AsideRows(db, projection, new Queries(db, registry));
    } catch (error) {
      await db.close();
      throw error;
    }
  }

  /** @throws QueryRefused, CursorRefused */
  find(query: Query<Row>): Promise<Page<Row>> {
    return this.queries.find(this.projection, query);
  }

  /** @throws QueryRefused */
  count(filter: Filter<Row>): Promise<Current & { readonly count: number }> {
    return this.queries.count(this.projection, filter);
  }

  close(): Promise<void> {
    return this.db.close();
  }
}
