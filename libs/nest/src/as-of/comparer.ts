import type { Actor, ReadModel } from '@app/event-sourcing';
import type { Position } from '@app/event-store';
import type { Presenter } from '../http/presenter';
import { notFoundAt, type AsOf } from './as-of';
import { COMPARISON_PARAMETERS, comparedMoments } from './compared-moments';
import { comparedEntries, comparedRow } from './comparison';
import type { Change, ComparisonAnswer } from './comparison.view';
import type { Moment } from './moment';
import { changingEvent, presentedChanges, type Presented } from './presented-changes';

type Question = Readonly<Record<string, unknown>>;

/** Says what changed between two moments, as a reader may see it now (P6). */
export class Comparer {
  constructor(
    private readonly asOf: AsOf,
    private readonly presenter: Presenter,
  ) {}

  /** @throws Problem `moment-invalid`, `moment-in-future`, `query-invalid`, `moments-reversed`, `not-found` where there was nothing at either */
  async compare(
    model: ReadModel,
    key: string,
    question: Question,
    reader: Actor,
  ): Promise<{ answer: ComparisonAnswer; position: Position | undefined }> {
    this.asOf.momentOf(question, COMPARISON_PARAMETERS);
    const { from, to } = comparedMoments(question, this.asOf.now());
    const { changes, events, position } = await (model.projection.rows === 'entry'
      ? this.entries(model, key, from, to, reader)
      : this.row(model, key, from, to, reader));
    const told = await Promise.all(events.map((event) => changingEvent(this.presenter, event, reader)));
    return { answer: { key, from, to, changes, events: told }, position };
  }

  private async row(model: ReadModel, key: string, from: Moment, to: Moment, reader: Actor) {
    const { before, after, differences, events, position } = await comparedRow(this.asOf, model, key, from, to);
    if (!before && !after) throw notFoundAt(model.path, key, to);
    const [was, is] = await Promise.all([before, after].map((row) => this.presented(model, row, reader)));
    return { changes: presentedChanges(differences, was, is), events, position };
  }

  private async entries(model: ReadModel, subject: string, from: Moment, to: Moment, reader: Actor) {
    const { before, entries, events, position } = await comparedEntries(this.asOf, model, subject, from, to);
    if (before + entries.length === 0) throw notFoundAt(model.path, subject, to);
    const changes = await Promise.all(
      entries.map(async ({ row, key }): Promise<Change> => {
        const { data, redacted } = await this.presenter.row(model.projection.view, row, reader);
        const index = events.findIndex(({ position: place }) => place === key);
        const { stream, revision } = events[index]!;
        return { path: `[${stream}@${revision}]`, after: data, redacted, events: [index] };
      }),
    );
    return { changes, events, position };
  }

  private presented(model: ReadModel, row: object | undefined, reader: Actor): Promise<Presented> | undefined {
    return row && this.presenter.row(model.projection.view, row, reader);
  }
}
