import { Message } from 'google-protobuf';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import {
  AllStreamPosition,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Conflict, LoggedEvent } from './recorded';
import { streamIdentifier } from './wire';

const answerTo = (id: string, stream: string): BatchAppendResp =>
  new BatchAppendResp().setCorrelationId(new UUID().setString(id)).setStreamIdentifier(streamIdentifier(stream));

function refused(id: string, stream: string, message: string, typeName: string, details: Message): BatchAppendResp {
  const packed = new Any();
  packed.pack(details.serializeBinary(), typeName);
  return answerTo(id, stream).setError(new Status().setMessage(message).setDetails(packed));
}

export function batchSuccess(id: string, stream: string, revision: number, last: LoggedEvent | undefined): BatchAppendResp {
  const success = new BatchAppendResp.Success();
  if (revision < 0) success.setNoStream(new Empty());
  else success.setCurrentRevision(String(revision));
  if (last === undefined) success.setNoPosition(new Empty());
  else success.setPosition(new AllStreamPosition().setCommitPosition(String(last.position)).setPreparePosition(String(last.position)));
  return answerTo(id, stream).setSuccess(success);
}

export function batchConflict(id: string, stream: string, { expected, current }: Conflict): BatchAppendResp {
  const wrong = new WrongExpectedVersion();
  if (expected === 'any') wrong.setExpectedAny(new Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new Empty());
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  if (current < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(current));
  return refused(id, stream, 'WrongExpectedVersion', 'event_store.client.WrongExpectedVersion', wrong);
}

export const batchTooLarge = (id: string, stream: string, limit: number): BatchAppendResp =>
  refused(
    id,
    stream,
    'MaximumAppendSizeExceeded',
    'event_store.client.MaximumAppendSizeExceeded',
    new MaximumAppendSizeExceeded().setMaxappendsize(limit),
  );

export const batchDeleted = (id: string, stream: string): BatchAppendResp =>
  refused(
    id,
    stream,
    'StreamDeleted',
    'event_store.client.StreamDeleted',
    new StreamDeleted().setStreamIdentifier(streamIdentifier(stream)),
  );

export const batchTimeout = (id: string, stream: string): BatchAppendResp =>
  refused(id, stream, 'Timeout', 'event_store.client.Timeout', new Timeout());

/** What the client knows no type for: it says «Could not recognize …». */
export const batchUnrecognised = (id: string, stream: string, message: string): BatchAppendResp =>
  refused(id, stream, message, 'google.protobuf.Empty', new Empty());
