/** A read of records as it happened: who looked at what. Ids of people are opaque. */
export interface NotedRead {
  /** Milliseconds of the wall clock. */
  readonly at: number;
  readonly who: string;
  readonly role: string;
  readonly onBehalfOf?: string;
  /** Path of the resource with its key, e.g. `/v1/contracts/CON_22889`. */
  readonly what: string;
  /** What was asked of it besides, by parameter; the words of a search and the place in a list are left out. */
  readonly question?: Readonly<Record<string, readonly string[]>>;
  /** As of which moment it was asked for, as it was asked. */
  readonly recordedAt?: string;
  readonly effectiveAt?: string;
  /** Records that were shown. */
  readonly rows: number;
  /** Fields of them that were withheld. */
  readonly redacted: number;
}

/** Role under which a gap of the log stands in it. */
export const GAP = 'reads-not-kept';

export interface ReadsAsked {
  readonly who?: string;
  readonly role?: string;
  /** A resource, or all that lies below it. */
  readonly what?: string;
  /** Milliseconds, inclusive. */
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
  /** `next` of the page before. */
  readonly before?: ReadPlace;
}

/** Where an entry stands: when, and which one of that millisecond. */
export interface ReadPlace {
  readonly at: number;
  readonly id: string;
}

export type KeptRead = NotedRead & { readonly id: string };

export interface PageOfReads {
  readonly reads: readonly KeptRead[];
  readonly next?: ReadPlace;
}
