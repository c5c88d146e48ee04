import type { InterceptingCall, Interceptor } from '@grpc/grpc-js';

/** What the client reads from an error's trailers; where it is missing, it throws where nobody can catch it. */
const READ_BY_CLIENT: Readonly<Record<string, readonly string[]>> = {
  'not-leader': ['leader-endpoint-host', 'leader-endpoint-port'],
  'stream-deleted': ['stream-name'],
  'maximum-append-size-exceeded': ['maximum-append-size'],
};
const UNAVAILABLE = 14;

/**
 * Makes an error with missing trailers one that the client understands: the server is unavailable. A node that knows that it is not the
 * leader, and not who is, gives such an error; the client would then end a read as if nothing had been there.
 */
export const withWholeTrailers: Interceptor = (options, nextCall) => {
  const call = nextCall(options);
  const start = call.start.bind(call);
  call.start = (metadata, listener) =>
    start(metadata, {
      onReceiveMetadata: (received) => listener?.onReceiveMetadata?.(received),
      onReceiveMessage: (message) => listener?.onReceiveMessage?.(message),
      onReceiveStatus: (status) => {
        const exception = String(status.metadata.get('exception')[0]);
        if (READ_BY_CLIENT[exception]?.some((trailer) => status.metadata.get(trailer).length === 0)) {
          status.metadata.remove('exception');
          status.code = UNAVAILABLE;
        }
        listener?.onReceiveStatus?.(status);
      },
    });
  return call as InterceptingCall;
};
