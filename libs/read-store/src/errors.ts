import type { Position } from '@app/event-store/port';

export abstract class ReadStoreError extends Error {
  abstract readonly code: string;
}

/** Somebody else wrote since `from` was read; nothing was written. Read the checkpoint again and go on from there. */
export class CheckpointMoved extends ReadStoreError {
  readonly code = 'checkpoint-moved';
  constructor(
    readonly names: readonly string[],
    readonly from: Position | undefined,
  ) {
    super(`The checkpoint of ${names.join(', ')} is no longer ${from ?? 'the start of the log'}`);
  }
}

/** What serves was made by another version of this fold: a higher one of a newer build, or a lower one until the rebuild is done. */
export class VersionNotServing extends ReadStoreError {
  readonly code = 'version-not-serving';
  constructor(
    readonly fold: string,
    readonly version: number,
    readonly serving: number,
  ) {
    super(`${fold} is served in version ${serving}; this build folds version ${version}`);
  }
}

/** A fold that `prepare` was not told of. */
export class UnknownFold extends ReadStoreError {
  readonly code = 'unknown-fold';
  constructor(readonly fold: string) {
    super(`There is no read model or process ${fold}`);
  }
}

/** A question that cannot be put; `field` is the column or the part of the question at fault. */
export class QueryRefused extends ReadStoreError {
  readonly code: string = 'query-refused';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** A cursor that this store never gave for this question. */
export class CursorRefused extends QueryRefused {
  override readonly code = 'cursor-refused';
  constructor(field: string) {
    super(field, 'This cursor was not given for this question');
  }
}

/** What a reader had polled was built anew meanwhile: what they hold is to be replaced by a feed from its start. */
export class FeedRestarted extends ReadStoreError {
  readonly code = 'feed-restarted';
  constructor() {
    super('The view was built anew since then: ask again without after, and replace what you hold');
  }
}

/** The rows belong to another installation's log: the process must not start. */
export class InstallationMismatch extends ReadStoreError {
  readonly code = 'installation-mismatch';
  constructor(
    readonly stored: string,
    readonly claimed: string,
  ) {
    super(`These read models belong to the installation ${stored}, not to ${claimed}`);
  }
}

/** The files or tables cannot be used by this build, e.g. a newer format: a sentence for the operator. */
export class ReadStoreUnusable extends ReadStoreError {
  readonly code = 'read-store-unusable';
}

/** The database does not answer or cannot write; whether the last transaction was kept is told by the checkpoint. */
export class ReadStoreUnavailable extends ReadStoreError {
  readonly code = 'read-store-unavailable';
}

/** A rebuild met an event that it cannot route; what was built stays and goes on when asked again. */
export class RebuildStopped extends ReadStoreError {
  readonly code = 'rebuild-stopped';
}

/** There is nothing parked under this key, or it has just been dealt with. */
export class NotParked extends ReadStoreError {
  readonly code = 'not-parked';
  constructor(
    readonly fold: string,
    readonly key: string,
  ) {
    super(`Nothing of ${fold} is parked under ${key}`);
  }
}
