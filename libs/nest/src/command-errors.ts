/** A command that could not be carried out for a reason outside the rules; `status` is the HTTP status that says so. */
export class CommandFailed extends Error {
  constructor(
    readonly code: string,
    readonly status: 404 | 409 | 412 | 422 | 503,
    says: string,
    /** Where the outcome is not known: the id under which it can be asked again. */
    readonly commandId?: string,
  ) {
    super(says);
  }
}

export const staleRevision = (stream: string, revision: number): CommandFailed =>
  new CommandFailed(
    'stale-revision',
    412,
    revision < 0
      ? `${stream} does not exist yet, so it cannot be at the revision that If-Match names.`
      : `${stream} has moved on to revision ${revision}: read it again, then decide whether the command still stands.`,
  );

export const keyReused = (): CommandFailed =>
  new CommandFailed(
    'idempotency-key-reused',
    422,
    'This Idempotency-Key was used for a command with another body. Use a new key for a new command.',
  );

export const keyInFlight = (): CommandFailed =>
  new CommandFailed(
    'idempotency-key-in-flight',
    409,
    'A command with this Idempotency-Key is being carried out at this moment. Ask again in a second.',
  );

export const streamBusy = (stream: string): CommandFailed =>
  new CommandFailed('stream-busy', 503, `Too many commands on ${stream} at once. Nothing was recorded; ask again in a second.`);

export const outcomeUnknown = (commandId: string): CommandFailed =>
  new CommandFailed(
    'outcome-unknown',
    503,
    'The store did not answer in time, so it is not known whether the command was recorded. Ask again with the same Idempotency-Key to learn the outcome.',
    commandId,
  );

export const storeUnavailable = (): CommandFailed =>
  new CommandFailed('store-unavailable', 503, 'The store does not answer. Nothing was recorded; ask again later.');

export const clockMoving = (): CommandFailed =>
  new CommandFailed('clock-moving', 503, 'The clock of this example is being moved. Nothing was recorded; ask again in a second.');

export const notSettled = (): CommandFailed =>
  new CommandFailed('not-settled', 503, 'Read models and processes do not come after the log at the moment. Ask again later.');
