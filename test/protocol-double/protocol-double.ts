import { randomUUID } from 'node:crypto';
import { AddressInfo, createServer, Server as Listener, Socket } from 'node:net';
import { handleUnaryCall, sendUnaryData, Server, ServerCredentials, ServerUnaryCall } from '@grpc/grpc-js';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import { Appends, refusalToDelete } from './appends';
import { Faults } from './faults';
import { EventLog, jsonEvent } from './log';
import { LogFile } from './log-file';
import { Reads } from './reads';
import { LoggedEvent } from './recorded';
import { thrown } from './refusals';
import {
  clusterInfo,
  expectedIn,
  GossipService,
  Member,
  ServerFeaturesService,
  streamName,
  streamsService,
  supportedMethods,
} from './wire';

export interface ProtocolDoubleOptions {
  /** By default a free one. */
  readonly port?: number;
  /** Where the events are kept; by default only in memory, and still there after a restart. */
  readonly folder?: string;
  /** Another node of the same cluster: the log is shared, gossip tells of both. */
  readonly beside?: ProtocolDouble;
  /** Which server it behaves like where the two differ. */
  readonly version?: '23.10.8' | '24.6.0';
  /** Bytes of data that one append may have; 1 MiB by default. */
  readonly maxAppendSize?: number;
  /** Milliseconds after which an append that is still in flight is answered with a timeout; 2,000 by default. */
  readonly writeTimeout?: number;
}

const ADDRESS = '127.0.0.1';
const LARGEST_MESSAGE = 17 * 1024 * 1024;

/** What several nodes have in common. */
interface Cluster {
  readonly log: EventLog;
  readonly nodes: ProtocolDouble[];
}

/**
 * A protocol double of EventStoreDB: it speaks the server's gRPC protocol to the real client, for tests only, and fails on demand.
 * Streams (read, append, batch append, delete, tombstone, subscriptions), gossip and server features; no security, no projections.
 */
export class ProtocolDouble {
  readonly faults = new Faults();
  private readonly id = randomUUID();
  private readonly sockets = new Set<Socket>();
  private readonly appends: Appends;
  private readonly reads: Reads;
  private readonly version: string;
  private listener: Listener | undefined;
  private server: Server | undefined;
  private boundPort: number;

  private constructor(
    private readonly cluster: Cluster,
    options: ProtocolDoubleOptions,
  ) {
    const { port = 0, version = '23.10.8', maxAppendSize = 1024 * 1024, writeTimeout = 2_000 } = options;
    this.boundPort = port;
    this.version = version;
    this.appends = new Appends(cluster.log, this.faults, { maxAppendSize, writeTimeout }, (peer) => this.cut(peer));
    this.reads = new Reads(cluster.log, this.faults, version);
    cluster.nodes.push(this);
  }

  static async start(options: ProtocolDoubleOptions): Promise<ProtocolDouble> {
    const cluster = options.beside?.cluster ?? {
      log: new EventLog(options.folder === undefined ? undefined : new LogFile(options.folder)),
      nodes: [],
    };
    const node = new ProtocolDouble(cluster, options);
    await node.listen();
    if (cluster.log.events.length === 0) node.foundLog();
    node.writeSystemEvents();
    return node;
  }

  get port(): number {
    return this.boundPort;
  }

  /** Connection string for the client: this node alone. */
  get url(): string {
    return `esdb://${ADDRESS}:${this.boundPort}?tls=false`;
  }

  /** Connection string for the client: the whole cluster, found by gossip. */
  get clusterUrl(): string {
    return `esdb://${this.cluster.nodes.map(({ port }) => `${ADDRESS}:${port}`).join(',')}?tls=false`;
  }

  /** Drops every connection at once and listens no more, as a killed server. What was in flight is kept, or lost. */
  async kill(inFlight: 'kept' | 'lost' = 'kept'): Promise<void> {
    const { listener, server } = this;
    if (listener === undefined || server === undefined) return;
    this.listener = this.server = undefined;
    const closed = new Promise((resolve) => listener.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    server.forceShutdown();
    this.appends.abandonInFlight(inFlight === 'lost');
    await closed;
  }

  /** Kills the server if it runs, and starts it on the same port with the same events. Faults stay as they are. */
  async restart(): Promise<void> {
    await this.kill();
    this.cluster.log.forgetIds();
    await this.listen();
    this.writeSystemEvents();
  }

  /** The end: nothing is left listening or open. */
  async stop(): Promise<void> {
    await this.kill();
    this.cluster.nodes.splice(this.cluster.nodes.indexOf(this), 1);
    if (this.cluster.nodes.length === 0) this.cluster.log.close();
  }

  /** Writes what a server writes for itself, as it also does whenever it starts. */
  writeSystemEvents(): void {
    this.record(`$stats-${ADDRESS}:${this.boundPort}`, '$statsCollected', { 'proc-startTime': new Date().toISOString() });
  }

  /** Takes the events of a stream out of the log, as a scavenge does where its metadata say that they need not be kept. */
  scavenge(stream: string): void {
    this.cluster.log.scavenge(stream);
  }

  /** Number of events in the log, system events and what is in flight included. */
  get eventCount(): number {
    return this.cluster.log.events.length;
  }

  private async listen(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE, 'grpc.max_send_message_length': -1 });
    server.addService(streamsService, {
      append: this.appends.unary,
      batchAppend: this.appends.batch,
      read: this.reads.read,
      delete: this.deleting(DeleteResp, true, (stream) => this.cluster.log.softDelete(stream)),
      tombstone: this.deleting(TombstoneResp, false, (stream) => this.cluster.log.tombstone(stream)),
    });
    server.addService(GossipService, { read: this.answering(() => clusterInfo(this.cluster.nodes.map((node) => node.member()))) });
    server.addService(ServerFeaturesService, { getSupportedMethods: this.answering(() => supportedMethods(this.version)) });
    const { injectConnection } = server.createConnectionInjector(ServerCredentials.createInsecure());
    const listener = createServer({ noDelay: true }, (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      injectConnection(socket);
    });
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(this.boundPort, ADDRESS, resolve);
    });
    this.boundPort = (listener.address() as AddressInfo).port;
    this.listener = listener;
    this.server = server;
  }

  private answering<Answer>(make: () => Answer): handleUnaryCall<Empty, Answer> {
    return (call, answer) => {
      if (this.faults.thawed === undefined) answer(null, make());
      else void this.faults.thawed.then(() => call.cancelled || answer(null, make()));
    };
  }

  private deleting<Request extends DeleteReq | TombstoneReq, Response extends DeleteResp | TombstoneResp>(
    responseType: new () => Response,
    softly: boolean,
    remove: (stream: string) => LoggedEvent,
  ): handleUnaryCall<Request, Response> {
    return (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>) => {
      const handle = (): void => {
        try {
          const options = call.request.getOptions()!;
          const stream = streamName(options.getStreamIdentifier());
          const refusal = refusalToDelete(this.cluster.log, stream, expectedIn(options), softly);
          if (refusal !== undefined) return answer(refusal);
          const removal = remove(stream);
          const position = new DeleteResp.Position()
            .setCommitPosition(String(removal.position))
            .setPreparePosition(String(removal.position));
          const response = new responseType();
          response.setPosition(position);
          void Promise.resolve(this.appends.commit(removal)).then(() => answer(null, response));
        } catch (error) {
          answer(thrown(error));
        }
      };
      this.faults.admit(call, handle, answer);
    };
  }

  private member(): Member {
    return { id: this.id, port: this.boundPort, state: this.faults.isLeader() ? 'leader' : 'follower' };
  }

  private foundLog(): void {
    this.record('$$$scavenges', '$metadata', { $maxCount: 1_000 });
    this.record('$user-admin', '$UserCreated', { loginName: 'admin' });
  }

  private record(stream: string, type: string, data: object): void {
    const outcome = this.cluster.log.append(stream, 'any', [jsonEvent(type, data)]);
    if (outcome.kind === 'appended' && outcome.last !== undefined) void this.appends.commit(outcome.last);
  }

  private cut(peer: string): void {
    for (const socket of this.sockets) {
      if (peer.endsWith(`:${socket.remotePort}`)) socket.destroy();
    }
  }
}

/** Starts a protocol double of EventStoreDB in this process. */
export const startProtocolDouble = (options: ProtocolDoubleOptions = {}): Promise<ProtocolDouble> => ProtocolDouble.start(options);
