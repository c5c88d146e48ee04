import * as events from '@app/domain/events';
import { declarationsIn, defineProjection, everyFieldOf, type DomainEvent, type EventMeta } from '@app/event-sourcing';
import { subjectsNamedBy, type Naming } from './subjects';

/** A stream, and all that has ever been concerned by one of its events. */
export class StreamSubjects {
  /** Streams, itself among them, and local areas as `localArea-{id}`. */
  subjects!: string[];
}

/** Which streams the history of a stream or a local area refers to: the subjects of the timeline, turned round (P6). */
export const streamSubjects = defineProjection<StreamSubjects, DomainEvent<string, Naming>>({
  name: 'stream-subjects',
  version: 1,
  view: StreamSubjects,
  fields: everyFieldOf<StreamSubjects>()('subjects'),
  columns: { subjects: 'texts' },
  key: (_event, { stream }) => stream,
  on: Object.fromEntries(declarationsIn(events).map(({ type }) => [type, lineOf(type)])),
});

function lineOf(type: string) {
  return (row: StreamSubjects | undefined, data: Naming, meta: EventMeta): StreamSubjects => {
    const known = row?.subjects ?? [meta.stream];
    const more = subjectsNamedBy({ type, data }, meta).filter((subject) => !known.includes(subject));
    return row && more.length === 0 ? row : { subjects: [...known, ...more] };
  };
}
