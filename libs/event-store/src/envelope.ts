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
  follow({ stream, revision, type, data, id, metadata: stored }: RecordedEvent): ChainFault | undefined {
    const { hash, ...metadata } = stored as unknown as EventMetadata;
    const digest = digestOf({ prev: this.prev, stream, revision, type, data, metadata });
    const fault = (says: string): ChainFault => ({ stream, revision, says });
    const gap = revision !== this.next ? fault(`revision ${this.next} was expected here`) : undefined;
    const edited = hash !== `sha256:${digest}` ? fault('the event or the one before it is not what was recorded') : undefined;
    const renamed = id !== eventIdOf(digestIn(stored)) ? fault('the event does not have the id of its hash') : undefined;
    this.prev = digestIn(stored);
    this.next = revision + 1;
    return gap ?? edited ?? renamed;
  }
}
