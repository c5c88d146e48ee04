import type { Actor, EventMetadata, ReadModel } from '@app/event-sourcing';
import type { JsonObject, JsonValue, Position, RecordedEvent } from '@app/event-store';
import type { RedactedField } from '../http/command-answer.view';
import type { Presenter } from '../http/presenter';
import { Problem } from '../http/problem';
import { once } from '../http/query-values';
import { notFoundAt, type AsOf } from './as-of';
import { comparedEntries, comparedRow } from './comparison';
import type { Change, ChangingEvent, ComparisonAnswer } from './comparison.view';
import type { Place } from './differences';
import { dayOf, instantOf, type Moment } from './moment';

/** Parameters of a comparison, besides a moment that is the same for both. */
const COMPARISON_PARAMETERS = ['from', 'to', 'by'] as const;

type Question = Readonly<Record<string, unknown>>;

interface Presented {
  readonly data: JsonObject;
  readonly redacted: readonly RedactedField[];
}

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
    const { from, to } = this.moments(question);
    const { changes, events, position } = await (model.projection.rows === 'entry' && !key.includes('@')
      ? this.entries(model, key, from, to, reader)
      : this.row(model, key, from, to, reader));
    return { answer: { key, from, to, changes, events: await Promise.all(events.map((event) => this.event(event, reader))) }, position };
  }

  /** The two moments that a question names. */
  private moments(question: Question): { from: Moment; to: Moment } {
    const fixed = this.asOf.momentOf(question, COMPARISON_PARAMETERS);
    const by = once('by', question.by) ?? 'recorded';
    if (by !== 'recorded' && by !== 'effective') {
      throw new Problem(400, 'query-invalid', 'by is recorded, for what was known, or effective, for what was true.', { field: 'by' });
    }
    const dimension = by === 'recorded' ? 'recordedAt' : 'effectiveAt';
    if (fixed?.[dimension] !== undefined) {
      throw new Problem(400, 'query-invalid', `Moments that are compared by ${dimension} go into from and to.`, { field: dimension });
    }
    const [from, to] = (['from', 'to'] as const).map((name) => {
      const text = once(name, question[name]);
      if (text === undefined)
        throw new Problem(400, 'query-invalid', `Say ${name} which moment, in the parameter ${name}.`, { field: name });
      return by === 'recorded' ? instantOf(name, text, this.asOf.now()) : dayOf(name, text, this.asOf.now());
    }) as [string, string];
    if (from > to) throw new Problem(400, 'moments-reversed', `from is ${from}, which comes after to, ${to}.`, { field: 'from' });
    return { from: { ...fixed, [dimension]: from }, to: { ...fixed, [dimension]: to } };
  }

  private async row(model: ReadModel, key: string, from: Moment, to: Moment, reader: Actor) {
    const { before, after, differences, events, position } = await comparedRow(this.asOf, model, key, from, to);
    if (!before && !after) throw notFoundAt(model.path, key, to);
    const [was, is] = await Promise.all([before, after].map((row) => this.presented(model, row, reader)));
    const changes = differences.flatMap(({ path, before: placeBefore, after: placeAfter, events: by }): Change[] => {
      const redacted = [...redactedAt(was, placeBefore), ...redactedAt(is, placeAfter)];
      const [one, other] = [valueAt(was, placeBefore), valueAt(is, placeAfter)];
      // What is sealed anew is other bytes, and may be the same words.
      if (redacted.length === 0 && JSON.stringify(one) === JSON.stringify(other)) return [];
      return [
        {
          path,
          ...(one !== undefined && { before: one }),
          ...(other !== undefined && { after: other }),
          redacted: redacted.filter(({ field }, index) => redacted.findIndex((another) => another.field === field) === index),
          events: [...by],
        },
      ];
    });
    return { changes, events, position };
  }

  private async entries(model: ReadModel, subject: string, from: Moment, to: Moment, reader: Actor) {
    const { entries, events, position } = await comparedEntries(this.asOf, model, subject, from, to);
    const changes = await Promise.all(
      entries.map(async ({ row, at }): Promise<Change> => {
        const { data, redacted } = await this.presenter.row(model.projection.view, row, reader);
        const index = events.findIndex(({ position: place }) => place === at);
        const { stream, revision } = events[index]!;
        return { path: `[${stream}@${revision}]`, after: data, redacted, events: [index] };
      }),
    );
    return { changes, events, position };
  }

  private presented(model: ReadModel, row: object | undefined, reader: Actor): Promise<Presented> | undefined {
    return row && this.presenter.row(model.projection.view, row, reader);
  }

  private async event(event: RecordedEvent, reader: Actor): Promise<ChangingEvent> {
    const { stream, revision, type, says, data } = await this.presenter.event(event, event.stream, reader);
    const { who, role, onBehalfOf, recordedAt, effectiveOn } = event.metadata as unknown as EventMetadata;
    const { reason } = data as { reason?: string | null };
    return {
      type,
      says,
      link: `/v1/events/${stream}/${revision}`,
      who,
      role,
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      recordedAt,
      effectiveOn,
      ...(reason !== undefined && { reason }),
    };
  }
}

function valueAt(row: Presented | undefined, place: Place | undefined): JsonValue | undefined {
  if (!row || !place) return undefined;
  return place.reduce<JsonValue | undefined>((value, name) => (value as Record<string | number, JsonValue> | undefined)?.[name], row.data);
}

/** What is withheld there, by its path from there on; the place itself has none. */
function redactedAt(row: Presented | undefined, place: Place | undefined): RedactedField[] {
  if (!row || !place) return [];
  const at = place.join('.');
  return row.redacted
    .filter(({ field }) => field === at || field.startsWith(`${at}.`))
    .map(({ field, ...why }) => ({ field: field.slice(at.length + 1), ...why }));
}
