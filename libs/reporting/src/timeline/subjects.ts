import type { DomainEvent, EventMeta } from '@app/event-sourcing';

/** Words by which the events of every stream name what they concern. */
export interface Naming {
  readonly area?: unknown;
  readonly areas?: unknown;
  readonly previousArea?: unknown;
  readonly lead?: unknown;
  readonly others?: unknown;
  readonly recipient?: unknown;
  readonly partner?: unknown;
  readonly package?: unknown;
  readonly what?: unknown;
  readonly reason?: string;
}

/** Streams whose id begins with their local area. */
const OF_ONE_AREA = new Set(['improvementCase', 'partner', 'timeliness']);

/** What an event concerns by its own words, beside its stream. */
export function subjectsNamedBy({ data }: DomainEvent<string, Naming>, { category, streamId, stream }: EventMeta): string[] {
  const subjects = new Set(areasNamedBy(data, category).map((area) => `localArea-${area}`));
  if (OF_ONE_AREA.has(category)) subjects.add(`localArea-${areaAtFront(streamId)}`);
  if (category === 'partner') {
    subjects.add(`programme-${streamId.split('~')[1]}`);
    if (typeof data.package === 'string') subjects.add(`supportPackage-${data.package}`);
  }
  if (category === 'supportPackage' && typeof data.partner === 'string') subjects.add(`partner-${data.partner}`);
  if (typeof data.what === 'string' && NAMES_A_STREAM.has(category)) subjects.add(data.what);
  subjects.delete(stream);
  return [...subjects];
}

/** Whom the whole stream concerns from here on. A programme and a grant name many areas in passing: only who shares a grant follows it. */
export function subjectsFollowedFrom(event: DomainEvent<string, Naming>, meta: EventMeta): string[] {
  if (meta.category === 'programme') return [];
  if (meta.category === 'partner') return listed(event.data.others).map((area) => `localArea-${area}`);
  return subjectsNamedBy(event, meta);
}

/** Streams in whose events `what` is the stream that they concern; elsewhere it is words. */
const NAMES_A_STREAM = new Set(['requirement', 'escalation']);

function areasNamedBy({ area, areas, previousArea, lead, others, recipient, partner }: Naming, category: string): string[] {
  const applicant = category === 'application' ? lead : undefined;
  const named = [area, previousArea, applicant, recipient, typeof partner === 'string' ? areaAtFront(partner) : undefined];
  return [...named, ...listed(areas), ...listed(others)].filter((one) => typeof one === 'string');
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const areaAtFront = (id: string): string => id.split('~', 1)[0]!;

/** A contract serves several areas: what concerns one of them stands in the history of that one, and of the contract. */
export function isOfOwnArea({ data }: DomainEvent<string, Naming>, { category }: EventMeta, subject: string): boolean {
  if (category !== 'contract' || typeof data.area !== 'string' || !subject.startsWith('localArea-')) return true;
  return areasNamedBy(data, category).includes(subject.slice('localArea-'.length));
}
