import * as events from '@app/domain/events';
import { declarationsIn, defineProjection, type DomainEvent, type EventMeta } from '@app/event-sourcing';
import { TimelineEntry } from './timeline.view';

interface Naming {
  readonly area?: unknown;
  readonly areas?: unknown;
  readonly what?: unknown;
  readonly reason?: string;
}

const declarations = declarationsIn(events);

/** The history of every stream, and of every local area over all the streams that concern it (J9, P5). */
export const timeline = defineProjection<TimelineEntry, DomainEvent<string, Naming>>({
  name: 'timeline',
  version: 1,
  view: TimelineEntry,
  rows: 'entry',
  columns: { subject: 'text', type: 'text', recordedAt: 'text', effectiveOn: 'text' },
  indexes: [['subject', 'effectiveOn']],
  key: (event, meta) => [meta.stream, ...subjectsNamedBy(event, meta)],
  follows: (event, meta) => subjectsNamedBy(event, meta).map((key) => ({ stream: meta.stream, key })),
  on: Object.fromEntries(
    declarations.map(({ type, says }) => [
      type,
      (_row: TimelineEntry | undefined, data: Naming, meta: EventMeta, subject: string): TimelineEntry => ({
        subject,
        says: says(data),
        type,
        stream: meta.stream,
        revision: meta.revision,
        who: meta.who,
        role: meta.role,
        ...(meta.onBehalfOf !== undefined && { onBehalfOf: meta.onBehalfOf }),
        recordedAt: meta.recordedAt,
        effectiveOn: meta.effectiveOn,
        ...(data.reason !== undefined && { reason: data.reason }),
        correlationId: meta.correlationId,
        causationId: meta.causationId,
      }),
    ]),
  ),
});

/** Streams whose id begins with their local area. */
const OF_ONE_AREA = new Set(['improvementCase', 'partner', 'timeliness']);

function subjectsNamedBy({ data }: DomainEvent<string, Naming>, { category, streamId, stream }: EventMeta): string[] {
  const areas = [data.area, ...(Array.isArray(data.areas) ? data.areas : [])].filter((area) => typeof area === 'string');
  if (OF_ONE_AREA.has(category)) areas.push(streamId.slice(0, streamId.indexOf('~')));
  const subjects = new Set(areas.map((area) => `localArea-${area}`));
  if (typeof data.what === 'string') subjects.add(data.what);
  subjects.delete(stream);
  return [...subjects];
}
