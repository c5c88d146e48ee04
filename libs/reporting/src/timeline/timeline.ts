import * as events from '@app/domain/events';
import {
  declarationsIn,
  defineProjection,
  everyFieldOf,
  fieldsOf,
  type DomainEvent,
  type EventDeclaration,
  type EventMeta,
} from '@app/event-sourcing';
import { isOfOwnArea, subjectsFollowedFrom, subjectsNamedBy, type Naming } from './subjects';
import { TimelineEntry } from './timeline.view';

const declarations = declarationsIn(events);

/** The history of every stream, and of every local area over all the streams that concern it (J9, P5). */
export const timeline = defineProjection<TimelineEntry, DomainEvent<string, Naming>>({
  name: 'timeline',
  version: 4,
  view: TimelineEntry,
  fields: everyFieldOf<TimelineEntry>()(
    'subjects',
    'says',
    'type',
    'stream',
    'revision',
    'eventId',
    'who',
    'role',
    'onBehalfOf',
    'recordedAt',
    'effectiveOn',
    'reason',
    'managementReason',
    'correlationId',
    'causationId',
  ),
  rows: 'entry',
  columns: { subjects: 'texts', type: 'text', stream: 'text', eventId: 'text', role: 'text', recordedAt: 'instant', effectiveOn: 'day' },
  indexes: [['effectiveOn'], ['type', 'effectiveOn'], ['role', 'effectiveOn'], ['recordedAt'], ['eventId']],
  termsBy: 'effectiveOn',
  key: (event, meta) => [meta.stream, ...subjectsNamedBy(event, meta)],
  follows: (event, meta) => subjectsFollowedFrom(event, meta).map((key) => ({ stream: meta.stream, key })),
  concerns: isOfOwnArea,
  on: Object.fromEntries(declarations.map((declaration) => [declaration.type, lineOf(declaration)])),
});

function lineOf({ type, says, shape }: EventDeclaration) {
  const category = fieldsOf(shape).get('reason')?.classification?.category;
  const why = category === 'management-information' ? 'managementReason' : 'reason';
  return (_row: unknown, data: Naming, meta: EventMeta, _key: string, subjects: readonly string[]): TimelineEntry => ({
    subjects: [...subjects],
    says: says(data),
    type,
    stream: meta.stream,
    revision: meta.revision,
    eventId: meta.eventId,
    who: meta.who,
    role: meta.role,
    ...(meta.onBehalfOf !== undefined && { onBehalfOf: meta.onBehalfOf }),
    recordedAt: meta.recordedAt,
    effectiveOn: meta.effectiveOn,
    ...(data.reason !== undefined && { [why]: data.reason }),
    correlationId: meta.correlationId,
    causationId: meta.causationId,
  });
}
