import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Projection, ReadModel, Source } from '@app/event-sourcing';
import type { Position, RecordedEvent } from '@app/event-store';
import type { Aside, Listed, ReadStore } from '@app/read-store';
import type { DomainClock } from '../clock';
import { Problem } from '../http/problem';
import { isBy, type Histories, type Past } from './histories';
import { MOMENT_PARAMETERS, momentOf, wordsFor, type Moment } from './moment';

/** Events folded before others have their turn. */
const AT_ONCE = 250;

/** Rows as they stood at a moment of the past, folded on demand by the projections' own lines (P6). */
export class AsOf {
  constructor(
    private readonly histories: Histories,
    private readonly readStore: ReadStore,
    private readonly clock: DomainClock,
  ) {}

  /** The projection that says which streams a history refers to: an answer is as current as this is. */
  get index(): Projection {
    return this.histories.index;
  }

  now(): string {
    return this.clock.now();
  }

  /**
   * The moment that a question for one thing asks for, and nothing else.
   * @throws Problem `moment-invalid`, `moment-in-future`, `query-invalid`
   */
  momentOf(question: Readonly<Record<string, unknown>>, others: readonly string[] = []): Moment | undefined {
    for (const name of Object.keys(question)) {
      if ((MOMENT_PARAMETERS as readonly string[]).includes(name) || others.includes(name)) continue;
      throw new Problem(
        400,
        'query-invalid',
        `There is no parameter ${name} here; there is ${[...MOMENT_PARAMETERS, ...others].join(', ')}.`,
        {
          field: name,
        },
      );
    }
    return momentOf(question, this.now());
  }

  /** The row under a key as of a moment. @throws Problem `as-of-not-told` where rows of this kind are not told as of a moment */
  async row<Row extends object>(
    model: Pick<ReadModel<Row>, 'projection' | 'path' | 'sources'>,
    key: string,
    moment: Moment,
  ): Promise<{ row: Row | undefined; position: Position | undefined }> {
    if (model.projection.rows === 'entry') {
      throw new Problem(400, 'as-of-not-told', `What stands in ${model.path} never changes: ask for it without a moment.`);
    }
    const { events, position } = await this.past(sourcesOf(model, key), moment);
    const aside = await this.folded(model.projection, events, [key]);
    return { row: aside.row(key), position };
  }

  /** All rows that these sources make as of a moment, of these keys alone where there are any. */
  async rows<Row extends object>(projection: Projection<Row>, sources: readonly Source[], moment: Moment, keys?: readonly string[]) {
    const { events, position } = await this.past(sources, moment);
    const aside = await this.folded(projection, events, keys);
    return { rows: aside.rows() satisfies Listed<Row>[], position };
  }

  /** What the sources hold by a moment, in log order. */
  async past(sources: readonly Source[], moment: Moment): Promise<Past> {
    const { events, position } = await this.histories.read(sources);
    return { events: events.filter((event) => isBy(moment, event)), position };
  }

  folded<Row extends object>(projection: Projection<Row>, events: readonly RecordedEvent[], keys?: readonly string[]): Promise<Aside<Row>> {
    return this.continued(this.readStore.aside(projection, keys), events);
  }

  /** Folds on from where rows stand. */
  async continued<Row extends object>(aside: Aside<Row>, events: readonly RecordedEvent[]): Promise<Aside<Row>> {
    for (let first = 0; first < events.length; first += AT_ONCE) {
      aside.fold(events.slice(first, first + AT_ONCE));
      await nextTurn();
    }
    return aside;
  }

  /** Folds on as `continued`, and tells how each of the events that are of interest changes the row under a key. */
  async traced<Row extends object>(
    aside: Aside<Row>,
    events: readonly RecordedEvent[],
    key: string,
    isOfInterest: (event: RecordedEvent) => boolean,
    changed: (event: RecordedEvent, before: Row | undefined, after: Row | undefined) => void,
  ): Promise<Aside<Row>> {
    for (const [index, event] of events.entries()) {
      const before = aside.row(key);
      aside.fold([event]);
      const after = aside.row(key);
      if (before !== after && isOfInterest(event)) changed(event, before, after);
      if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
    }
    return aside;
  }
}

/** @throws Problem `as-of-not-told` */
export function sourcesOf({ sources, path }: Pick<ReadModel, 'sources' | 'path'>, key: string): readonly Source[] {
  if (sources) return sources(key);
  throw new Problem(400, 'as-of-not-told', `What ${path} shows is not that of one case: it is not told as of a moment.`);
}

/** There is nothing to show, and since when there is. */
export const notFoundAt = (path: string, key: string, moment: Moment): Problem =>
  new Problem(404, 'not-found', `There is no ${path} entry ${key.slice(0, 200)} ${wordsFor(moment)}.`);
