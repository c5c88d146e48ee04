import type { Actor, ReadModel, Source } from '@app/event-sourcing';
import type { Position } from '@app/event-store';
import type { Aside, Listed, ReadStore } from '@app/read-store';
import type { ListReader, PresentedPage, Then } from '../http/list-reader';
import { Problem } from '../http/problem';
import type { AsOf } from './as-of';
import { MOMENT_PARAMETERS, momentOf, type Moment } from './moment';
import type { Shown } from '../reads/noted-reads';

type Question = Readonly<Record<string, unknown>>;

/** Lists as of a moment of the past, narrowed to one case, area, contract or partner: folded on demand, then asked like any list (P6). */
export class PastLists {
  constructor(
    private readonly asOf: AsOf,
    private readonly readStore: ReadStore,
    private readonly lists: ListReader,
  ) {}

  /** The moment that the question for a list asks for. @throws Problem `moment-invalid`, `moment-in-future`, `query-invalid` */
  momentOf(question: Question): Moment | undefined {
    return momentOf(question, this.asOf.now());
  }

  /** @throws Problem `as-of-unbounded`, and what a list throws */
  page(model: ReadModel, question: Question, moment: Moment, reader: Actor): Promise<PresentedPage> {
    return this.opened(model, question, moment, reader, (then) => this.lists.page(model, question, reader, then));
  }

  /** @throws Problem `as-of-unbounded`, and what a list throws */
  csv(
    model: ReadModel,
    question: Question,
    moment: Moment,
    reader: Actor,
    shown: Shown,
  ): Promise<{ position: Position | undefined; text: Iterable<string> }> {
    return this.opened(model, question, moment, reader, async (then) => {
      const { position, text } = await this.lists.csv(model, question, reader, shown, then);
      const whole: string[] = [];
      for await (const part of text) whole.push(part);
      return { position, text: whole };
    });
  }

  /** Every row that a list chooses among rows that were folded to a moment, nothing of them withheld. @throws Problem, QueryRefused */
  chosen(
    model: ReadModel,
    question: Question,
    moment: Moment,
    aside: Aside<object>,
    position: Position | undefined,
    reader: Actor,
  ): Promise<readonly Listed<object>[]> {
    return this.answered(model, moment, aside, position, reader, (then) => this.lists.chosen(model, question, reader, then));
  }

  private async opened<T>(
    model: ReadModel,
    question: Question,
    moment: Moment,
    reader: Actor,
    answer: (then: Then) => Promise<T>,
  ): Promise<T> {
    const asked = MOMENT_PARAMETERS.find((name) => question[name] !== undefined)!;
    const { sources, keys } = boundOf(model, question, asked);
    const { events, position } = await this.asOf.past(sources, moment);
    const aside = await this.asOf.folded(model.projection, events, keys);
    return this.answered(model, moment, aside, position, reader, answer);
  }

  private async answered<T>(
    model: ReadModel,
    moment: Moment,
    aside: Aside<object>,
    position: Position | undefined,
    reader: Actor,
    answer: (then: Then) => Promise<T>,
  ): Promise<T> {
    const reached = await this.lists.reached(model, () => aside.keys(), reader);
    const rows = await this.readStore.asideRows(model.projection, aside, position);
    try {
      return await answer({ moment, rows, reached });
    } finally {
      await rows.close();
    }
  }
}

/**
 * What a list as of a moment is folded from: all that can touch its rows, and the keys that it needs where others would be folded in vain.
 * @param field parameter that asks for the moment
 * @throws Problem `as-of-unbounded`
 */
export function boundOf(
  { within = {}, path, projection }: Pick<ReadModel, 'within' | 'path' | 'projection'>,
  question: Question,
  field: string,
): { readonly sources: readonly Source[]; readonly keys?: readonly string[] } {
  for (const [name, sourcesOf] of Object.entries(within)) {
    const value = question[name];
    if (typeof value !== 'string' || !sourcesOf) continue;
    return { sources: sourcesOf(value), ...(projection.rows === 'entry' && { keys: [value] }) };
  }
  const bounds = Object.keys(within);
  const sentence =
    bounds.length === 0
      ? `What ${path} shows is told as of a moment one by one: ask for /v1/${path}/ and its key.`
      : `A list of ${path} is told as of a moment where it is narrowed to one case, area, contract or partner: give one value of ${bounds.join(' or ')}.`;
  throw new Problem(400, 'as-of-unbounded', sentence, { field });
}
