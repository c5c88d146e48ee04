import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor, ReadModel } from '@app/event-sourcing';
import type { Position, RecordedEvent } from '@app/event-store';
import { cursorFor, valuesOf, type Aside, type ReadStore } from '@app/read-store';
import type { Presenter } from '../http/presenter';
import { Problem } from '../http/problem';
import { once, wholeNumber } from '../http/query-values';
import type { AsOf } from './as-of';
import { COMPARISON_PARAMETERS, comparedMoments } from './compared-moments';
import type { ComparedRow, ListComparison } from './comparison.view';
import { differencesBetween } from './differences';
import { isBy } from './histories';
import { MOMENT_PARAMETERS, type Moment } from './moment';
import { boundOf, type PastLists } from './past-lists';
import { changingEvent, presentedChanges } from './presented-changes';
import { Steps } from './steps';

/** Rows of a page where nobody says how many, and at most. */
export const COMPARED_ROWS = { byDefault: 50, most: 200 } as const;
/** Events folded before others have their turn. */
const AT_ONCE = 100;

type Question = Readonly<Record<string, unknown>>;

/** A list at one moment: every row by its id, and the ids of those that the question chooses. */
interface ListThen {
  readonly rows: ReadonlyMap<string, object>;
  readonly chosen: ReadonlySet<string>;
}

/** Says what changed in a list between two moments: rows that came, rows that went, and rows that say something else (P6). */
export class ListComparer {
  constructor(
    private readonly asOf: AsOf,
    private readonly readStore: ReadStore,
    private readonly past: PastLists,
    private readonly presenter: Presenter,
  ) {}

  /** @throws Problem `as-of-unbounded`, `moments-reversed`, and what a list as of a moment throws */
  async compare(model: ReadModel, question: Question, reader: Actor): Promise<{ answer: ListComparison; position: Position | undefined }> {
    const { asked, filters, limit, cursor } = partsOf(question);
    const { from, to } = comparedMoments(asked, this.asOf.now());
    const { sources, keys } = boundOf(model, filters, 'from');
    const { events, position } = await this.asOf.past(sources, to);
    const known = events.filter((event) => isBy(from, event));
    const [before, after] = [
      await this.listAt(model, filters, from, await this.asOf.folded(model.projection, known, keys), position, reader),
      await this.listAt(model, filters, to, await this.asOf.folded(model.projection, events, keys), position, reader),
    ];
    const cursorOf = [model.path, 'compare', filters, from, to];
    const { page, nextCursor } = pageOf(differing(before, after), cursorOf, limit, cursor);
    const steps = await this.stepsOf(model, events, from, page);
    const told = new Map<RecordedEvent, number>();
    const rows: ComparedRow[] = [];
    for (const id of page) {
      const row = await this.row(model, id, before, after, steps.get(id)!, told, reader);
      if (row) rows.push(row);
    }
    const changing = await Promise.all([...told.keys()].map((event) => changingEvent(this.presenter, event, reader)));
    return { answer: { from, to, rows, events: changing, ...(nextCursor !== undefined && { nextCursor }) }, position };
  }

  private async listAt(
    model: ReadModel,
    filters: Question,
    moment: Moment,
    aside: Aside<object>,
    position: Position | undefined,
    reader: Actor,
  ): Promise<ListThen> {
    const chosen = await this.past.chosen(model, filters, moment, aside, position, reader);
    return { rows: new Map(aside.rows().map(({ key, row }) => [key, row])), chosen: new Set(chosen.map(({ key }) => key)) };
  }

  /** How each row of a page came to be what it is, event by event. */
  private async stepsOf(
    { projection }: ReadModel,
    events: readonly RecordedEvent[],
    from: Moment,
    page: readonly string[],
  ): Promise<ReadonlyMap<string, Steps>> {
    const steps = new Map(page.map((id) => [id, new Steps()]));
    if (projection.rows === 'entry') {
      const byPlace = new Map(events.map((event) => [event.position as string, event]));
      for (const [id, own] of steps) own.add(byPlace.get(id)!, []);
      return steps;
    }
    const aside = this.readStore.aside(projection, page);
    for (const [index, event] of events.entries()) {
      const before = isBy(from, event) ? undefined : page.map((id) => aside.row(id));
      aside.fold([event]);
      for (const [at, id] of before ? page.entries() : []) {
        const [was, is] = [before![at], aside.row(id)];
        if (was !== is) steps.get(id)!.add(event, differencesBetween(projection.view, was, is));
      }
      if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
    }
    return steps;
  }

  /** One line of the answer; `undefined` where nothing is left of what differs: sealed anew, and the same words. */
  private async row(
    { projection: { view } }: ReadModel,
    id: string,
    before: ListThen,
    after: ListThen,
    steps: Steps,
    told: Map<RecordedEvent, number>,
    reader: Actor,
  ): Promise<ComparedRow | undefined> {
    const [was, is] = await Promise.all(
      [before, after].map(({ rows }) => {
        const row = rows.get(id);
        return row && this.presenter.row(view, row, reader);
      }),
    );
    const differences = was && is ? differencesBetween(view, before.rows.get(id), after.rows.get(id)) : [];
    const stepped = differences.map((difference) => ({ ...difference, events: steps.at(difference.path) }));
    const changes = presentedChanges(stepped, was, is);
    const state = !before.chosen.has(id) ? 'added' : after.chosen.has(id) ? 'changed' : 'removed';
    if (state === 'changed' && changes.length === 0) return undefined;
    const places = steps.events.map((event) => {
      const place = told.get(event) ?? told.size;
      told.set(event, place);
      return place;
    });
    const shown = state === 'added' ? is : state === 'removed' ? was : undefined;
    return {
      key: id,
      is: state,
      ...(shown && { data: shown.data }),
      redacted: [...(shown?.redacted ?? [])],
      changes: changes.map((change) => ({ ...change, events: change.events.map((place) => places[place]!) })),
      events: places,
    };
  }
}

/** Ids of what is chosen at one moment alone, or says something else at the other, in order. */
function differing(before: ListThen, after: ListThen): string[] {
  const differs = (id: string): boolean =>
    before.chosen.has(id) !== after.chosen.has(id) || JSON.stringify(before.rows.get(id)) !== JSON.stringify(after.rows.get(id));
  return [...new Set([...before.chosen, ...after.chosen])].filter(differs).sort();
}

function pageOf(ids: readonly string[], question: readonly unknown[], limit: number, cursor: string | undefined) {
  const [last] = cursor === undefined ? [undefined] : (valuesOf(question, cursor, ['text']) as [string]);
  const left = last === undefined ? ids : ids.filter((id) => id > last);
  const page = left.slice(0, limit);
  return { page, ...(left.length > limit && { nextCursor: cursorFor(question, [page.at(-1)!]) }) };
}

/** @throws Problem `query-invalid` */
function partsOf(question: Question): { asked: Question; filters: Question; limit: number; cursor: string | undefined } {
  for (const name of ['sort', 'count']) {
    if (question[name] !== undefined) throw new Problem(400, 'query-invalid', `A comparison takes no ${name}.`, { field: name });
  }
  const { limit, cursor, ...rest } = question;
  const isAsked = (name: string): boolean => ([...COMPARISON_PARAMETERS, ...MOMENT_PARAMETERS] as string[]).includes(name);
  const { byDefault, most } = COMPARED_ROWS;
  const text = once('limit', limit);
  const rows = text === undefined ? byDefault : wholeNumber('limit', text);
  if (rows < 1 || rows > most) throw new Problem(400, 'query-invalid', `limit must be 1 to ${most}.`, { field: 'limit' });
  return {
    asked: Object.fromEntries(Object.entries(rest).filter(([name]) => isAsked(name))),
    filters: Object.fromEntries(
      Object.entries(rest)
        .filter(([name]) => !isAsked(name))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    limit: rows,
    cursor: once('cursor', cursor),
  };
}
