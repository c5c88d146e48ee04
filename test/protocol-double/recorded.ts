/** What a writer wants recorded. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LoggedEvent {
  /** Place among the events of the log: 0, 1, 2 … */
  readonly index: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** Byte at which its record starts; commit and prepare position are the same. */
  readonly position: number;
  /** Byte after its record. */
  readonly end: number;
  /** The read answer that tells of it. */
  readonly message: Buffer;
}

/** A revision, or what else a writer may say it expects. */
export type Expected = 'any' | 'stream-exists' | 'no-stream' | bigint;

export interface Conflict {
  readonly expected: Expected;
  /** −1 for a stream without events. */
  readonly current: number;
}

export type Outcome =
  /** `last` is absent where nothing was appended or where a replay's position is not told. */
  | { readonly kind: 'appended' | 'replayed'; readonly revision: number; readonly last: LoggedEvent | undefined }
  | ({ readonly kind: 'conflict' } & Conflict)
  | { readonly kind: 'deleted' }
  /** The same events are on their way: no answer, until the writer is told of a timeout. */
  | { readonly kind: 'twin-in-flight' };
