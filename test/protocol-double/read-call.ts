import { ServerWritableStream } from '@grpc/grpc-js';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { Malformed } from './wire';

export type ReadCall = ServerWritableStream<ReadReq, Buffer>;

/** Waits until more may be written to the call, or nobody listens any more. */
export function drained(call: ReadCall): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done);
      call.off('cancelled', done);
      resolve();
    };
    call.once('drain', done);
    call.once('cancelled', done);
  });
}

/** The commit position in a request. @throws Malformed where the prepare position lies behind it */
export function positionIn(position: ReadReq.Options.Position | undefined): number {
  const [commit, prepare] = [BigInt(position!.getCommitPosition()), BigInt(position!.getPreparePosition())];
  if (commit < prepare) throw new Malformed('The commit position cannot be less than the prepare position');
  return Number(commit);
}
