import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { londonDay } from '@app/calendar';
import {
  type EventCatalogue,
  Refused,
  streamName,
  type Actor,
  type DomainEvent,
  type EventMetadata,
  type Feature,
  type Found,
  type Read,
  type Shape,
  type Stream,
} from '@app/event-sourcing';
import {
  chained,
  digestIn,
  GENESIS,
  StreamNotFound,
  WrongExpectedRevision,
  OutcomeUnknown,
  StoredMeta,
  EventStoreError,
  type EventStore,
  type JsonObject,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '@app/event-store';
import type { DomainClock } from './clock';
import { CommandFailed, keyInFlight, keyReused, outcomeUnknown, staleRevision, storeUnavailable, streamBusy } from './command-errors';
import { KeptStates, type Kept, type StoredCommand } from './kept-states';
import { StreamQueues } from './stream-queues';

/** Closes what is classified before it is stored. */
export interface Sealing {
  /** The data as stored; the same object where nothing in its shape is sealed. */
  seal(shape: Shape, data: JsonObject, stream: string): JsonObject | Promise<JsonObject>;
  /** SHA-256 of the body's RFC 8785 form, keyed by the subject where the body holds personal data. */
  digest(shape: Shape, body: object): string | Promise<string>;
}

/** A command with everything that travels around it and never in its body. */
export interface CommandRequest<C extends object = any> {
  readonly feature: Feature<C>;
  readonly command: C;
  /** Id of the stream, without its category. */
  readonly id: string;
  readonly actor: Actor;
  /** Where the caller can ask again: the id that stands for this request. Random where it cannot. */
  readonly commandId?: string;
  /** Revision that the caller has seen; `any`: that the stream exists. */
  readonly ifMatch?: number | 'any';
  readonly correlationId?: string;
  readonly causationId?: string;
}

/** What became of a command: recorded, or already so (`events` empty). */
export interface CommandAnswer {
  readonly stream: string;
  /** Revision of the stream after it, -1 where the stream does not exist. */
  readonly revision: number;
  readonly position?: Position;
  readonly events: readonly AnsweredEvent[];
}

export interface AnsweredEvent {
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** As stored. */
  readonly data: JsonObject;
  readonly metadata: JsonObject;
  readonly schemaVersion: number;
}

export interface DeciderOptions {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly clock: DomainClock;
  readonly sealing: Sealing;
  /** Names the build in every event. */
  readonly build: string;
  /** How many folded states are kept. */
  readonly keptStates?: number;
  /** Done with what was stored, before the caller is answered, whichever time he asks. */
  readonly afterAppend?: (events: readonly Pick<NewEvent, 'type' | 'data'>[]) => Promise<void>;
  /** Milliseconds after which a caller is answered, whatever the store does. */
  readonly patience?: number;
}

const COMMAND_GIVEN_UP_AFTER = 30_000;

/** Loads, decides, appends: the one way in which anything is ever recorded. */
export class Decider {
  private readonly queues = new StreamQueues();
  private readonly kept: KeptStates;
  private readonly inFlight = new Set<string>();
  private readonly patience: number;

  constructor(private readonly options: DeciderOptions) {
    this.kept = new KeptStates(options.keptStates ?? 5_000);
    this.patience = options.patience ?? 2_000;
  }

  /**
   * @throws Refused by the rules; ShapeError when a rule made an event without its shape (a bug);
   * CommandFailed for a stale revision, a key reused or in flight, a busy stream, a store that is gone or does not answer
   */
  async handle(request: CommandRequest): Promise<CommandAnswer> {
    const commandId = request.commandId ?? randomUUID();
    if (this.inFlight.has(commandId)) throw keyInFlight();
    this.inFlight.add(commandId);
    const stream = streamName(request.feature.stream, request.id);
    const gate: Gate = { expired: false, stage: 'queued', deadline: performance.now() + this.patience };
    const work = this.inTurn(stream, commandId, gate, () => this.carryOut(request, stream, commandId, gate));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        gate.expired = true;
        reject({ queued: streamBusy(stream), deciding: storeUnavailable(), appending: outcomeUnknown(commandId) }[gate.stage]);
      }, this.patience);
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  /** Resolves when no command is being carried out. */
  idle(): Promise<void> {
    return this.queues.idle();
  }

  private async inTurn<T>(stream: string, commandId: string, gate: Gate, work: () => Promise<T>): Promise<T> {
    const end = await this.queues.turn(stream);
    try {
      if (gate.expired) throw streamBusy(stream);
      gate.stage = 'deciding';
      return await work();
    } catch (error) {
      if (error instanceof OutcomeUnknown) throw outcomeUnknown(commandId);
      if (error instanceof EventStoreError && error.code === 'store-unavailable') throw storeUnavailable();
      throw error;
    } finally {
      end();
      this.inFlight.delete(commandId);
    }
  }

  private async carryOut(request: CommandRequest, stream: string, commandId: string, gate: Gate): Promise<CommandAnswer> {
    const bodyDigest = await this.options.sealing.digest(request.feature.command, request.command);
    for (;;) {
      const answer = await this.attempt(request, stream, commandId, bodyDigest, gate);
      if (answer) return answer;
      if (performance.now() > gate.deadline) throw streamBusy(stream);
      await sleep(1 + Math.random() * 20);
    }
  }

  /** One try; `undefined` when another writer was faster. */
  private async attempt(
    request: CommandRequest,
    stream: string,
    commandId: string,
    bodyDigest: string,
    gate: Gate,
  ): Promise<CommandAnswer | undefined> {
    const { ifMatch } = request;
    let kept = this.kept.get(stream);
    let fresh = kept === undefined;
    kept ??= await this.load(request, stream);

    const earlier = kept.commands.get(commandId);
    if (earlier) return this.answerAgain(stream, earlier, bodyDigest);

    if (ifMatch !== undefined && !matches(ifMatch, kept.revision) && !fresh) {
      kept = await this.reload(request, stream);
      fresh = true;
      const found = kept.commands.get(commandId);
      if (found) return this.answerAgain(stream, found, bodyDigest);
    }
    if (ifMatch !== undefined && !matches(ifMatch, kept.revision)) throw staleRevision(stream, kept.revision);

    let decided = await this.decide(request, kept);
    if (!fresh && (decided.refusal || decided.events.length === 0)) {
      kept = await this.reload(request, stream);
      const found = kept.commands.get(commandId);
      if (found) return this.answerAgain(stream, found, bodyDigest);
      decided = await this.decide(request, kept);
    }
    if (decided.refusal) throw decided.refusal;
    if (decided.events.length === 0) return { stream, revision: kept.revision, events: [] };

    const { events, next } = await this.seal(request, stream, kept, decided, commandId, bodyDigest);
    if (gate.expired) throw streamBusy(stream);
    gate.stage = 'appending';
    this.kept.drop(stream);
    try {
      const expected = kept.revision < 0 ? 'no-stream' : kept.revision;
      const appended = await this.options.store.append(stream, expected, events, { giveUpAt: Date.now() + COMMAND_GIVEN_UP_AFTER });
      this.kept.keep(stream, next);
      await this.options.afterAppend?.(events);
      return {
        stream,
        revision: appended.revision,
        ...(appended.position && { position: appended.position }),
        events: events.map((event, index) => ({
          ...event,
          revision: appended.revision - events.length + 1 + index,
          schemaVersion: Number(event.metadata.schemaVersion),
        })),
      };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      gate.stage = 'deciding';
      return undefined;
    }
  }

  private reload(request: CommandRequest, stream: string): Promise<Kept> {
    this.kept.drop(stream);
    return this.load(request, stream);
  }

  /** Stored commands are looked up only for a request that can be repeated, or for a state that is kept. */
  private async load({ feature, commandId }: CommandRequest, stream: string): Promise<Kept> {
    const kept = this.fold(feature.stream, await this.readStream(stream), commandId !== undefined || this.kept.most > 0);
    this.kept.keep(stream, kept);
    return kept;
  }

  private async readStream(stream: string): Promise<readonly RecordedEvent[]> {
    try {
      return await this.options.store.readStream(stream);
    } catch (error) {
      if (error instanceof StreamNotFound) return [];
      throw error;
    }
  }

  private fold(definition: Stream, recorded: readonly RecordedEvent[], withCommands: boolean): Kept {
    let state = definition.initial();
    for (const stored of recorded) state = definition.evolve(state, this.options.catalogue.read(stored), new StoredMeta(stored));
    const last = recorded.at(-1);
    return {
      state,
      revision: last?.revision ?? -1,
      tail: last ? digestIn(last.metadata) : GENESIS,
      lastRecordedAt: last ? String(last.metadata.recordedAt) : '',
      commands: withCommands ? commandsIn(recorded) : new Map(),
    };
  }

  private async answerAgain(stream: string, { firstRevision, count, bodyDigest }: StoredCommand, asked: string): Promise<CommandAnswer> {
    if (bodyDigest !== asked) throw keyReused();
    const events = await this.options.store.readStream(stream, { from: firstRevision, limit: count });
    const last = events.at(-1)!;
    await this.options.afterAppend?.(events);
    return { stream, revision: last.revision, position: last.position, events: events.map(answered) };
  }

  private async decide({ feature, command, id, actor }: CommandRequest, kept: Kept): Promise<Decided> {
    const own = feature.own?.[actor.role];
    if (own && !own(actor, kept.state, id)) throw notYours();
    const reads = feature.reads?.(command, kept.state, id) ?? {};
    const found: Record<string, Found<unknown> | Found<unknown>[]> = {};
    for (const [name, read] of Object.entries(reads)) {
      found[name] = Array.isArray(read) ? await Promise.all(read.map((one: Read) => this.find(one))) : await this.find(read as Read);
    }
    const now = this.options.clock.now();
    const recordedAt = now < kept.lastRecordedAt ? kept.lastRecordedAt : now;
    try {
      const events = feature.decide(command, kept.state, { now: recordedAt, actor, stream: { id, revision: kept.revision }, found });
      return { events, recordedAt };
    } catch (error) {
      if (error instanceof Refused) return { events: [], recordedAt, refusal: error };
      throw error;
    }
  }

  private async find({ stream, id }: Read): Promise<Found<unknown>> {
    const name = streamName(stream, id);
    const { state, revision } = this.fold(stream, await this.readStream(name), false);
    return { id, state, revision, judgedBy: `${name}@${revision}` };
  }

  private async seal(
    { feature, actor, correlationId, causationId }: CommandRequest,
    stream: string,
    kept: Kept,
    { events, recordedAt }: Decided,
    commandId: string,
    bodyDigest: string,
  ): Promise<{ events: NewEvent[]; next: Kept }> {
    const { catalogue, sealing, build } = this.options;
    let { state, tail: prev, revision } = kept;
    const firstRevision = revision + 1;
    const newEvents: NewEvent[] = [];
    for (const { type, data } of events) {
      const declaration = catalogue.declarationOf(type);
      const plain = JSON.parse(JSON.stringify(data)) as JsonObject;
      declaration.assert(plain);
      const stored = await sealing.seal(declaration.shape, plain, stream);
      revision += 1;
      const metadata: Omit<EventMetadata, 'hash'> = {
        v: 1,
        who: actor.who,
        role: actor.role,
        ...(actor.onBehalfOf !== undefined && { onBehalfOf: actor.onBehalfOf }),
        recordedAt,
        effectiveOn: declaration.effective(plain) ?? londonDay(recordedAt),
        commandId,
        bodyDigest,
        $correlationId: correlationId ?? commandId,
        $causationId: causationId ?? commandId,
        schemaVersion: declaration.version,
        build,
      };
      const { event, digest } = chained({ prev, stream, revision, type, data: stored, metadata });
      newEvents.push(event);
      prev = digest;
      const recorded = { ...event, stream, revision, schemaVersion: declaration.version };
      state = feature.stream.evolve(state, { type, data: stored } as DomainEvent, new StoredMeta(recorded));
    }
    const commands = new Map(kept.commands).set(commandId, { firstRevision, count: events.length, bodyDigest });
    return { events: newEvents, next: { state, revision, tail: prev, lastRecordedAt: recordedAt, commands } };
  }
}

/** Where a request stands with its caller: once it is told that nothing was recorded, nothing may be. */
interface Gate {
  expired: boolean;
  stage: 'queued' | 'deciding' | 'appending';
  readonly deadline: number;
}

interface Decided {
  readonly events: readonly DomainEvent[];
  readonly recordedAt: string;
  readonly refusal?: Error;
}

const matches = (ifMatch: number | 'any', revision: number): boolean => (ifMatch === 'any' ? revision >= 0 : ifMatch === revision);

const notYours = (): CommandFailed => new CommandFailed('not-yours', 404, 'There is no such record among those that you may work with.');

/** A recorded event has getters, which a spread would lose. */
const answered = ({ revision, id, type, data, metadata, schemaVersion }: RecordedEvent): AnsweredEvent => ({
  revision,
  id,
  type,
  data,
  metadata,
  schemaVersion,
});

function commandsIn(recorded: readonly RecordedEvent[]): ReadonlyMap<string, StoredCommand> {
  const commands = new Map<string, StoredCommand>();
  for (const { revision, metadata } of recorded) {
    const commandId = String(metadata.commandId);
    const { firstRevision = revision, count = 0 } = commands.get(commandId) ?? {};
    commands.set(commandId, { firstRevision, count: count + 1, bodyDigest: String(metadata.bodyDigest) });
  }
  return commands;
}
