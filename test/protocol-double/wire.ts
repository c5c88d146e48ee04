import { MethodDefinition } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { AppendReq, AppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Conflict, Expected, LoggedEvent, Proposed } from './recorded';

export { GossipService, ServerFeaturesService };

const asStored = (message: Buffer): Buffer => message;

/** The client's own service; what is read is kept as the bytes of its answer, so that reading costs no serialisation. */
export const streamsService = {
  ...StreamsService,
  read: { ...StreamsService.read, responseSerialize: asStored } as unknown as MethodDefinition<object, Buffer>,
};

const ticks = (milliseconds: number): string => `${milliseconds}0000`;

export const streamIdentifier = (stream: string): StreamIdentifier => new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));

export const streamName = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

/** What is needed to tell a reader of an event. `revision` is a string because `$streamDeleted` has 2^63−1. */
interface EventToTell extends Proposed {
  readonly stream: string;
  readonly revision: string;
  readonly position: number;
  readonly created: number;
}

/** The read answer that tells of an event, as bytes. */
export function eventMessage({ stream, revision, id, type, isJson, data, metadata, position, created }: EventToTell): Buffer {
  const at = String(position);
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(id))
    .setStreamIdentifier(streamIdentifier(stream))
    .setStreamRevision(revision)
    .setPreparePosition(at)
    .setCommitPosition(at)
    .setCustomMetadata(metadata)
    .setData(data);
  recorded
    .getMetadataMap()
    .set('type', type)
    .set('created', ticks(created))
    .set('content-type', isJson ? 'application/json' : 'application/octet-stream');
  return bytesOf(new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(at)));
}

/** What {@link eventMessage} was made from. */
export function eventIn(message: Buffer): EventToTell {
  const recorded = ReadResp.deserializeBinary(message).getEvent()!.getEvent()!;
  const properties = recorded.getMetadataMap();
  return {
    stream: streamName(recorded.getStreamIdentifier()),
    revision: recorded.getStreamRevision(),
    id: recorded.getId()!.getString(),
    type: properties.get('type')!,
    isJson: properties.get('content-type') === 'application/json',
    data: recorded.getData_asU8(),
    metadata: recorded.getCustomMetadata_asU8(),
    position: Number(recorded.getPreparePosition()),
    created: Number(properties.get('created')!.slice(0, -4)),
  };
}

const bytesOf = (response: ReadResp): Buffer => Buffer.from(response.serializeBinary());

export const confirmationMessage = (id: string): Buffer =>
  bytesOf(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id)));

export const caughtUpMessage: Buffer = bytesOf(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));

export const notFoundMessage = (stream: string): Buffer =>
  bytesOf(new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream))));

export function checkpointMessage(position: number): Buffer {
  const at = String(position);
  return bytesOf(new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(at).setPreparePosition(at)));
}

/** Something the server does not understand; it answers code 2. */
export class Malformed extends Error {}

const UUID_FORM = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The id in the server's form: lower case, with hyphens. @throws Malformed */
export function eventId(uuid: UUID | undefined): string {
  const id =
    UUID_FORM.exec(uuid?.getString().toLowerCase() ?? '')
      ?.slice(1)
      .join('-') ?? NO_ID;
  if (id === NO_ID) throw new Malformed('Guid should contain 32 digits');
  return id;
}

/** What unary and batch proposals have in common. @throws Malformed */
export function proposed(message: Pick<AppendReq.ProposedMessage, 'getId' | 'getMetadataMap' | 'getData_asU8' | 'getCustomMetadata_asU8'>) {
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  if (!type) throw new Malformed('Empty eventType provided.');
  return {
    id: eventId(message.getId()),
    type,
    isJson: properties.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

const GREATEST = 2n ** 63n - 1n;

/** @throws Malformed for a revision that no stream can have */
export function revisionOf(text: string): bigint {
  const revision = BigInt(text);
  if (revision > GREATEST) throw new Malformed(`${text} is no revision`);
  return revision;
}

type ExpectedInRequest = Pick<AppendReq.Options, 'hasRevision' | 'getRevision' | 'hasNoStream' | 'hasAny' | 'hasStreamExists'>;

/** @throws Malformed */
export function expectedIn(options: ExpectedInRequest): Expected {
  if (options.hasRevision()) return revisionOf(options.getRevision());
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  throw new Malformed('no expected revision');
}

export function appendSuccess(revision: number, last: LoggedEvent | undefined): AppendResp {
  const success = new AppendResp.Success();
  if (revision < 0) success.setNoStream(new Empty());
  else success.setCurrentRevision(String(revision));
  if (last === undefined) success.setNoPosition(new Empty());
  else success.setPosition(new AppendResp.Position().setCommitPosition(String(last.position)).setPreparePosition(String(last.position)));
  return new AppendResp().setSuccess(success);
}

export function appendConflict({ expected, current }: Conflict): AppendResp {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (expected === 'any') wrong.setExpectedAny(new Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new Empty());
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
  else wrong.setExpectedRevision(String(expected));
  if (current < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(current));
  return new AppendResp().setWrongExpectedVersion(wrong);
}

export function supportedMethods(version: string): SupportedMethods {
  const methods = new SupportedMethods().setEventStoreServerVersion(version);
  const offers = { append: [], batchappend: ['deadline_duration'], delete: [], read: ['position', 'events'], tombstone: [] };
  for (const [name, features] of Object.entries(offers)) {
    methods.addMethods(
      new SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name).setFeaturesList(features),
    );
  }
  return methods;
}

/** One node of the cluster as gossip tells of it. */
export interface Member {
  readonly id: string;
  readonly port: number;
  readonly state: 'leader' | 'follower';
}

export function clusterInfo(members: readonly Member[]): ClusterInfo {
  const states = { leader: MemberInfo.VNodeState.LEADER, follower: MemberInfo.VNodeState.FOLLOWER };
  return new ClusterInfo().setMembersList(
    members.map(({ id, port, state }) =>
      new MemberInfo()
        .setInstanceId(new UUID().setString(id))
        .setTimeStamp(ticks(Date.now()))
        .setState(states[state])
        .setIsAlive(true)
        .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port)),
    ),
  );
}
