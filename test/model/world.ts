import { londonDay, type Instant } from '@app/calendar';
import { features as everyFeature } from '@app/domain';
import * as everyEvent from '@app/domain/events';
import {
  declarationsIn,
  partsOfStream,
  Refused,
  streamName,
  type DomainEvent,
  type EventMeta,
  type Feature,
  type Found,
  type Read,
  type Stream,
} from '@app/event-sourcing';

/** What is on record: an event and its provenance. */
export interface Entry {
  readonly event: DomainEvent;
  readonly meta: EventMeta;
}

export interface Who {
  readonly who: string;
  readonly role: string;
  readonly subject?: string;
}

/** What somebody was told of an escalation, or of what is due. */
export interface Told {
  /** The same for the same telling, for ever: it is told once. */
  readonly id: string;
  /** Stream to look at. */
  readonly about: string;
  readonly kind: string;
  readonly level?: number;
  readonly role: string;
  /** Who has the role, or covers; absent where nobody is known. */
  readonly person?: string;
}

/** What a person asked for and the rules took. */
export interface Taken {
  readonly now: Instant;
  readonly command: object;
  readonly to: string;
  readonly actor: Who;
}

interface Kept {
  state: unknown;
  readonly entries: Entry[];
  /** Commands that stored something here. */
  readonly commands: Set<string>;
}

const features = new Map<unknown, Feature>(everyFeature.map((feature) => [feature.command, feature]));
const declarations = new Map(declarationsIn(everyEvent).map((declaration) => [declaration.type, declaration]));

/** A log in memory, and the rules in front of it: what the store and the decider promise, without their cost. */
export class World {
  readonly log: Entry[] = [];
  /** The outbox: by id, in the order in which they were told. */
  readonly told = new Map<string, Told>();
  readonly taken: Taken[] = [];
  private readonly streams = new Map<string, Kept>();

  constructor(public now: Instant) {}

  /** Decides and appends, as the decider does. A command that stored something is not carried out again. @throws Refused */
  send(command: object, to: string, actor: Who, commandId?: string): readonly Entry[] {
    const feature = features.get(command.constructor);
    if (!feature) throw new Error(`No feature carries out ${command.constructor.name}`);
    const { stream } = feature;
    const name = streamName(stream, to);
    const kept = this.kept(stream, name);
    if (commandId !== undefined && kept.commands.has(commandId)) return [];
    const found = Object.fromEntries(
      Object.entries(feature.reads?.(command as never, kept.state, to) ?? {}).map(([key, read]) => [
        key,
        Array.isArray(read) ? read.map((one: Read) => this.find(one)) : this.find(read as Read),
      ]),
    );
    const facts = { now: this.now, actor, stream: { id: to, revision: kept.entries.length - 1 }, found };
    const events = feature.decide(command as never, kept.state, facts);
    if (events.length > 0 && commandId !== undefined) kept.commands.add(commandId);
    return events.map((event) => this.append(stream, name, event, actor));
  }

  /** Queues what somebody is to be told, once for ever. */
  tell(telling: Told): void {
    if (!this.told.has(telling.id)) this.told.set(telling.id, telling);
  }

  /** Sends what a person asks for; a refusal records nothing. @returns whether something was recorded */
  ask(command: object, to: string, actor: Who): boolean {
    try {
      if (this.send(command, to, actor).length === 0) return false;
      this.taken.push({ now: this.now, command, to, actor });
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }

  /** Puts a fact on record as it is, e.g. what happened before a history begins. */
  record(name: string, event: DomainEvent): void {
    const { category } = partsOfStream(name);
    const { stream } = everyFeature.find((feature) => feature.stream.category === category)!;
    this.append(stream, name, event, { who: 'u-1', role: 'administrator' });
  }

  /** Takes in what another log holds. */
  takeIn(entry: Entry): void {
    const { stream } = everyFeature.find((feature) => feature.stream.category === entry.meta.category)!;
    this.keep(stream, entry);
  }

  /** The last event of a type on a stream. */
  last(name: string, type: string): Entry | undefined {
    return this.streams.get(name)?.entries.findLast(({ event }) => event.type === type);
  }

  /** The events of these types on a stream, in order. */
  of(name: string, types: readonly string[]): readonly Entry[] {
    return this.streams.get(name)?.entries.filter(({ event }) => types.includes(event.type)) ?? [];
  }

  /** Ids of the streams of a category that hold anything, in order of appearance. */
  ids(category: string): string[] {
    const held = [...this.streams].filter(([name, { entries }]) => name.startsWith(`${category}-`) && entries.length > 0);
    return held.map(([name]) => name.slice(category.length + 1));
  }

  /** State of a stream, as its rules fold it. */
  state<S>(name: string): S | undefined {
    return this.streams.get(name)?.state as S | undefined;
  }

  private kept(stream: Stream<any, any>, name: string): Kept {
    let kept = this.streams.get(name);
    if (!kept) this.streams.set(name, (kept = { state: stream.initial(), entries: [], commands: new Set() }));
    return kept;
  }

  /** Another stream as a decision finds it; one that reads only up to a revision folds by itself. */
  private find({ stream, id }: Read): Found<unknown> {
    const name = streamName(stream, id);
    const entries = this.streams.get(name)?.entries ?? [];
    const state = entries.reduce((so: unknown, { event, meta }) => stream.evolve(so, event, meta), stream.initial());
    return { id, state, revision: entries.length - 1, judgedBy: `${name}@${entries.length - 1}` };
  }

  private append(stream: Stream<any, any>, name: string, event: DomainEvent, { who, role }: Who): Entry {
    const kept = this.kept(stream, name);
    const { category, id } = partsOfStream(name);
    const at = this.log.length;
    const meta: EventMeta = {
      stream: name,
      category,
      streamId: id,
      revision: kept.entries.length,
      eventId: `event-${at}`,
      position: String(at).padStart(12, '0'),
      who,
      role,
      recordedAt: this.now,
      effectiveOn: declarations.get(event.type)!.effective(event.data) ?? londonDay(this.now),
      commandId: `command-${at}`,
      correlationId: `correlation-${at}`,
      causationId: `cause-${at}`,
    };
    return this.keep(stream, { event, meta });
  }

  private keep(stream: Stream<any, any>, entry: Entry): Entry {
    const kept = this.kept(stream, entry.meta.stream);
    this.log.push(entry);
    kept.entries.push(entry);
    kept.state = stream.evolve(kept.state, entry.event, entry.meta);
    return entry;
  }
}
