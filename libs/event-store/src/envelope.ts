import { createHash } from 'node:crypto';
import type { EventMetadata } from '@app/event-sourcing';
import canonicalize from 'canonicalize';
import type { JsonObject, NewEvent, RecordedEvent } from './port';

/** `prev` of a stream's first event. */
export const GENESIS = '0'.repeat(64);

type Provenance = Omit<EventMetadata, 'hash'>;

interface Link {
  /** Hex digest of the event before it in its stream, {@link GENESIS} for the first. */
  readonly prev: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  /** As stored: sealed fields sealed. */
  readonly data: JsonObject;
  readonly metadata: Provenance;
}

/** SHA-256, in hex, of the RFC 8785 form of an event and the hash before it. */
export const digestOf = ({ prev, stream, revision, type, data, metadata }: Link): string =>
  createHash('sha256').update(canonicalize({ prev, stream, revision, type, data, metadata })!).digest('hex');

/** UUID version 8 made from the digest: the same bytes have the same id, other bytes another. */
export function eventIdOf(digest: string): string {
  const variant = ((parseInt(digest[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/** The hex digest in a stored `hash`, `sha256:…`. */
export const digestIn = (metadata: { readonly hash?: unknown }): string => String(metadata.hash).slice('sha256:'.length);

/** Chains an event to the one before it and gives it its id. */
export function chained(link: Link): { event: NewEvent; digest: string } {
  const digest = digestOf(link);
  const metadata = { ...link.metadata, hash: `sha256:${digest}` } as unknown as JsonObject;
  return { event: { id: eventIdOf(digest), type: link.type, data: link.data, metadata }, digest };
}

/** What is wrong with a stream's chain. */
export interface ChainFault {
  readonly stream: string;
  readonly revision: number;
  readonly says: string;
}

/**
 * Follows one stream's chain event by event. It shows an edit, a swap, an insertion or a gap;
 * it does not show a cut tail, a missing stream, or a whole history written anew (P6).
 */
export class ChainCheck {
  private prev = GENESIS;
  private next = 0;

  /** The fault that this event shows, if any. */
  follow(event: RecordedEvent): ChainFault | undefined {
    const { stream, revision, type, id, schemaVersion } = event;
    const { prev, next } = this;
    this.next = revision + 1;
    this.prev = '';
    const fault = (says: string): ChainFault => ({ stream, revision, says });
    const content = contentOf(event);
    if (!content) return fault('the event cannot be read');
    const { hash, ...metadata } = content.metadata;
    const digest = digestOf({ prev, stream, revision, type, data: content.data, metadata });
    this.prev = digestIn(content.metadata);
    if (revision !== next) return fault(`revision ${next} was expected here`);
    if (hash !== `sha256:${digest}`) return fault('the event or the one before it is not what was recorded');
    if (id !== eventIdOf(digest)) return fault('the event does not have the id of its hash');
    if (schemaVersion !== metadata.schemaVersion) return fault('the event is read in another version than it was recorded in');
    return undefined;
  }
}

/** `undefined` where somebody has left no JSON objects in the store. */
function contentOf(event: RecordedEvent): { data: JsonObject; metadata: EventMetadata } | undefined {
  try {
    const { data, metadata } = event;
    return isObject(data) && isObject(metadata) ? { data, metadata: metadata as unknown as EventMetadata } : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
