import { Metadata, status } from '@grpc/grpc-js';
import { Malformed } from './wire';

/** An error answer as gRPC sends it. */
export interface Refusal {
  readonly code: status;
  readonly details: string;
  readonly metadata?: Metadata;
}

function trailers(entries: Record<string, string | undefined>): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(entries)) {
    if (value !== undefined) metadata.set(key, value);
  }
  return metadata;
}

export const notReady: Refusal = { code: status.UNAVAILABLE, details: 'Server Is Not Ready' };

export const timedOut = (message: string): Refusal => ({ code: status.ABORTED, details: `Operation timed out: ${message}` });

export const tooSlow = (state: 'live' | 'transitioning to live'): Refusal =>
  timedOut(`Consumer too slow to handle event while ${state}. Client resubscription required.`);

export const unknown = (details: string): Refusal => ({ code: status.UNKNOWN, details });

/** The server cannot put a name that is not ASCII into a trailer, and fails. */
export function streamDeleted(stream: string): Refusal {
  if (!/^[\x20-\x7e]*$/.test(stream)) return unknown('Received HTTP status code 500');
  return {
    code: status.FAILED_PRECONDITION,
    details: `Event stream '${stream}' is deleted.`,
    metadata: trailers({ exception: 'stream-deleted', 'stream-name': stream }),
  };
}

export const tooLarge = (limit: number): Refusal => ({
  code: status.INVALID_ARGUMENT,
  details: `Maximum Append Size of ${limit} Exceeded.`,
  metadata: trailers({ exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) }),
});

/** A trailer that is not given is not sent, as the server sometimes does. */
export const notLeader = (leader: { host?: string; port?: number }): Refusal => ({
  code: status.NOT_FOUND,
  details: 'Leader info available',
  metadata: trailers({
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': leader.port === undefined ? undefined : String(leader.port),
  }),
});

export const wrongExpectedVersion = (stream: string, expected: number, actual: number): Refusal => ({
  code: status.FAILED_PRECONDITION,
  details: `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
  metadata: trailers({
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    'actual-version': String(actual),
  }),
});

/** What the server answers when its own code throws: a malformed request is not told from any other mishap. */
export function thrown(error: unknown): Refusal {
  if (!(error instanceof Malformed) && !(error instanceof SyntaxError)) throw error;
  return unknown('Exception was thrown by handler.');
}
