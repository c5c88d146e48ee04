import { londonDay } from '@app/calendar';
import type { Actor, ReadModel } from '@app/event-sourcing';
import type { AsideRows, Filter, Listed, Page, Query, ReadStore, Total } from '@app/read-store';
import { dayOfMoment, type Moment } from '../as-of/moment';
import type { DomainClock } from '../clock';
import type { AreaDirectory } from './area-directory';
import { csvHead, csvLines, type PresentedRow } from './csv';
import { listQuestionOf } from './list-question';
import { ownRecordsOf, type Shares } from './own-records';
import type { Presenter } from './presenter';
import { Problem } from './problem';
import type { Shown } from '../reads/noted-reads';

/** Rows that are read at once for a CSV: little enough that others get their turn in between. */
const CSV_PAGE = 250;

type Find = (after: { readonly cursor?: string }) => Promise<Page<object>>;

/** A page as its reader may see it. */
export interface PresentedPage {
  readonly rows: readonly PresentedRow[];
  readonly total?: number;
  readonly nextCursor?: string;
  readonly position: Page<object>['position'];
}

/** Rows as of a moment of the past, in the stead of those that serve. */
export interface Then {
  readonly moment: Moment;
  readonly rows: Pick<AsideRows, 'find' | 'count'>;
  /** Keys of those that the reader reaches, who may read what is as it is now; absent: all of them. */
  readonly reached: readonly string[] | undefined;
}

/** The rows of read models as their readers may find and see them: own records, open fields (P2, P4). */
export class ListReader {
  constructor(
    private readonly readStore: ReadStore,
    private readonly presenter: Presenter,
    private readonly areas: AreaDirectory,
    private readonly shares: Shares,
    private readonly clock: DomainClock,
  ) {}

  /** @throws Problem, QueryRefused, CursorRefused */
  async page(model: ReadModel, parameters: Readonly<Record<string, unknown>>, reader: Actor, then?: Then): Promise<PresentedPage> {
    const { query, count } = await this.question(model, parameters, reader, then);
    const rowsThere = this.rowsOf(model, then);
    const found = await rowsThere.find(query);
    const total = count ? (await rowsThere.count(query)).count : undefined;
    const { position, nextCursor } = found;
    const rows = await this.all(model, found, reader);
    return { rows, position, ...(total !== undefined && { total }), ...(nextCursor !== undefined && { nextCursor }) };
  }

  /**
   * Every row that is chosen, as CSV, a page at a time: it never holds more than one.
   * The first page is read at once, so that a question that cannot be put is refused before anything is sent.
   * @param shown counts the rows as they are handed over
   * @throws Problem, QueryRefused
   */
  async csv(model: ReadModel, parameters: Readonly<Record<string, unknown>>, reader: Actor, shown: Shown, then?: Then) {
    for (const name of ['limit', 'cursor', 'count']) {
      if (parameters[name] !== undefined)
        throw new Problem(400, 'query-invalid', `A CSV holds every row: it takes no ${name}.`, { field: name });
    }
    const { query } = await this.question(model, parameters, reader, then);
    const find: Find = (cursor) => this.rowsOf(model, then).find({ ...query, limit: CSV_PAGE, ...cursor });
    const first = await find({});
    return { position: first.position, text: this.csvText(model, find, first, reader, shown) };
  }

  /** Every row that is chosen as of a moment, as it is kept. @throws Problem, QueryRefused */
  async chosen(
    model: ReadModel,
    parameters: Readonly<Record<string, unknown>>,
    reader: Actor,
    then: Then,
  ): Promise<readonly Listed<object>[]> {
    const { query } = await this.question(model, parameters, reader, then);
    const rows: Listed<object>[] = [];
    for (let cursor: { readonly cursor?: string } | undefined = {}; cursor;) {
      const page: Page<object> = await then.rows.find({ ...query, limit: CSV_PAGE, ...cursor });
      rows.push(...page.rows);
      cursor = page.nextCursor === undefined ? undefined : { cursor: page.nextCursor };
    }
    return rows;
  }

  /** The row under a key, where there is one that this reader reaches. */
  async row(model: ReadModel, key: string, reader: Actor): Promise<{ row: object | undefined; position: Page<object>['position'] }> {
    const own = await ownRecordsOf(model, reader, this.shares);
    if (!own) return this.readStore.get<object>(model.projection, key);
    const { rows, position } = await this.readStore.find<object>(model.projection, { keys: [key], all: [own], limit: 1 });
    return { row: rows[0]?.row, position };
  }

  /** Whether a reader reaches what stands under a key: who may read what is as it is now, also of the past. */
  async reaches(model: ReadModel, key: string, reader: Actor): Promise<boolean> {
    return model.own?.[reader.role] === undefined || (await this.row(model, key, reader)).row !== undefined;
  }

  /** Keys of those that a reader reaches now; `undefined`: all of them. */
  async reached(model: ReadModel, keys: () => readonly string[], reader: Actor): Promise<readonly string[] | undefined> {
    const own = await ownRecordsOf(model, reader, this.shares);
    return own && (await this.readStore.keys(model.projection, { keys: keys(), all: [own] })).keys;
  }

  /** How many of the rows that a reader reaches are chosen, by what some of their columns say. @throws Problem, QueryRefused */
  async totals(
    model: ReadModel,
    parameters: Readonly<Record<string, unknown>>,
    reader: Actor,
    asked: { readonly by: readonly string[]; readonly sums: readonly string[] },
  ): Promise<{ totals: readonly Total[]; position: Page<object>['position'] }> {
    const { query: filter } = await this.question(model, parameters, reader);
    return this.readStore.totals<any>(model.projection, { filter, ...asked });
  }

  mayRead(reader: Actor, category: string): boolean {
    return this.presenter.mayRead(reader, category);
  }

  async presented({ projection }: ReadModel, key: string, row: object, reader: Actor): Promise<PresentedRow> {
    return { key, ...(await this.presenter.row(projection.view, row, reader)) };
  }

  get today(): string {
    return londonDay(this.clock.now());
  }

  private async question(model: ReadModel, parameters: Readonly<Record<string, unknown>>, reader: Actor, then?: Then) {
    const mayRead = (category: string): boolean => this.mayRead(reader, category);
    const today = then ? dayOfMoment(then.moment) : this.today;
    const { query, count } = await listQuestionOf(model, parameters, { today, mayRead, areas: this.areas, moment: then?.moment });
    const own = then ? then.reached && { keys: then.reached } : await ownRecordsOf(model, reader, this.shares);
    return { query: own ? { ...query, all: [...(query.all ?? []), own] } : query, count };
  }

  private rowsOf({ projection }: ReadModel, then: Then | undefined): Then['rows'] {
    return (
      then?.rows ?? {
        find: (query: Query<any>) => this.readStore.find(projection, query),
        count: (filter: Filter<any>) => this.readStore.count(projection, filter),
      }
    );
  }

  private all(model: ReadModel, { rows }: Page<object>, reader: Actor): Promise<PresentedRow[]> {
    return Promise.all(rows.map(({ key, row }) => this.presented(model, key, row, reader)));
  }

  private async *csvText(model: ReadModel, find: Find, first: Page<object>, reader: Actor, shown: Shown): AsyncGenerator<string> {
    const fields = model.projection.fields ?? [];
    yield csvHead(fields);
    for (let page = first; ;) {
      if (page.rows.length > 0) {
        const rows = await this.all(model, page, reader);
        shown.rows += rows.length;
        for (const { redacted } of rows) shown.redacted += redacted.length;
        yield csvLines(fields, rows);
      }
      if (page.nextCursor === undefined) return;
      await new Promise((resolve) => setImmediate(resolve));
      page = await find({ cursor: page.nextCursor });
    }
  }
}
