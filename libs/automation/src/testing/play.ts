import { londonDay } from '@app/calendar';
import { features as everyFeature } from '@app/domain';
import * as everyEvent from '@app/domain/events';
import {
  declarationsIn,
  keysOf,
  partsOfStream,
  streamName,
  type Action,
  type DomainEvent,
  type EventDeclaration,
  type EventMeta,
  type Feature,
  type Process,
} from '@app/event-sourcing';
import { deepFreeze } from '@app/event-sourcing/testing';
import { requirementsProcess } from '../requirement-engine/requirements.process';
import { requirements } from '../requirements';

interface Entry {
  readonly event: DomainEvent;
  readonly meta: EventMeta;
}

type Send = Extract<Action, { send: object }>;

/**
 * Plays processes against the real rules, in memory, as the worker does: facts are put on record at a moment, the clock goes from due moment
 * to due moment, and what a process asks for is decided by its feature. For specs.
 */
export class Play {
  readonly log: Entry[] = [];
  /** `command > stream step`, in the order in which they were sent. */
  readonly sent: string[] = [];
  /** What people were told, in order, and when. */
  readonly told: { readonly at: string; readonly telling: object }[] = [];
  private readonly features = new Map<unknown, Feature>();
  private readonly declarations = new Map<string, EventDeclaration>();
  private states = new Map<string, unknown>();
  private followed = new Map<string, Set<string>>();
  private answered = new Map<string, Set<string>>();
  /** When each instance wants to be asked; absent where it waits for an event. */
  private wanted = new Map<string, string>();
  private readonly byStream = new Map<string, Entry[]>();
  private up = true;

  constructor(
    private readonly process: Process,
    public now: string,
  ) {
    for (const feature of everyFeature) this.features.set(feature.command, feature);
    for (const declaration of declarationsIn(everyEvent)) this.declarations.set(declaration.type, declaration);
  }

  /** Puts a fact on record now, by a person. @returns `stream@revision` */
  record(stream: string, event: DomainEvent, who = { who: 'u-1', role: 'case-lead' }): string {
    const meta = this.append(stream, event, who, `correlation-${this.log.length}`);
    this.settle();
    return `${meta.stream}@${meta.revision}`;
  }

  /** The worker stops: facts go on record, nothing is asked. */
  stop(): void {
    this.up = false;
  }

  /** The worker starts again, its states folded anew. */
  start(): void {
    this.up = true;
    this.rebuild();
    this.settle();
  }

  /** Everything is folded again from the log, as a new version is; what was answered is forgotten. */
  rebuild(): void {
    this.states = new Map();
    this.followed = new Map();
    this.answered = new Map();
    this.wanted = new Map();
    for (const entry of this.log) this.fold(entry);
  }

  /** Lets time pass, from due moment to due moment. `until` is an instant, or a day that stands for its noon in London winter time. */
  until(until: string): this {
    const target = until.includes('T') ? until : `${until}T12:00:00.000Z`;
    for (;;) {
      const moment = [...this.wanted.values()].sort()[0];
      if (!this.up || moment === undefined || moment > target) break;
      this.now = moment > this.now ? moment : this.now;
      this.settle();
    }
    this.now = target;
    this.settle();
    return this;
  }

  /** Types of the events on a stream, in order. */
  types(stream: string): string[] {
    return (this.byStream.get(stream) ?? []).map(({ event }) => event.type);
  }

  /** Data of the last event of a type on a stream. */
  last<T extends object>(stream: string, type: string): T | undefined {
    return this.log.findLast(({ event, meta }) => meta.stream === stream && event.type === type)?.event.data as T | undefined;
  }

  /** Streams of a category, in order of appearance. */
  streams(category: string): string[] {
    return [...new Set(this.log.filter(({ meta }) => meta.category === category).map(({ meta }) => meta.streamId))];
  }

  /** What the process would send if it were asked now. */
  outstanding(): Send[] {
    return [...this.states.keys()].flatMap((instance) => this.ask(instance).filter((action): action is Send => 'send' in action));
  }

  private ask(instance: string): readonly Action[] {
    const readUpTo = String(this.log.length).padStart(20, '0');
    const { beside } = this.process;
    const all = beside === undefined ? {} : { beside: deepFreeze(this.states.get(beside) ?? this.process.initial(beside)) };
    return this.process.next(deepFreeze(this.states.get(instance)), { now: this.now, instance, readUpTo, ...all });
  }

  private settle(): void {
    for (let round = 0; this.up; round += 1) {
      if (round > 200) throw new Error(`It does not settle: ${this.sent.slice(-6).join(', ')}`);
      const due = [...this.wanted].filter(([, at]) => at <= this.now).map(([instance]) => instance);
      if (due.length === 0) return;
      for (const instance of due) this.askInstance(instance);
    }
  }

  private askInstance(instance: string): void {
    const answered = this.answered.get(instance) ?? new Set<string>();
    this.answered.set(instance, answered);
    this.wanted.delete(instance);
    for (const action of this.ask(instance)) {
      if ('remindAt' in action) {
        if (!this.wanted.has(instance)) this.wanted.set(instance, action.remindAt);
      } else if (!answered.has(action.step)) {
        answered.add(action.step);
        if ('tell' in action) this.told.push({ at: this.now, telling: action.tell });
        else this.send(action);
      }
    }
  }

  private send({ send, to, step, because }: Send): void {
    const feature = this.features.get(send.constructor);
    if (!feature) throw new Error(`No feature carries out ${send.constructor.name}`);
    const { stream } = feature;
    const name = streamName(stream, to);
    this.sent.push(`${send.constructor.name} > ${name} ${step}`);
    const entries = this.byStream.get(name) ?? [];
    const state = entries.reduce((folded, { event, meta }) => stream.evolve(folded, event, meta), stream.initial());
    const actor = { who: `process:${this.process.name}`, role: 'system' };
    const found = Object.fromEntries(
      Object.entries(feature.reads?.(send, state, to) ?? {}).map(([key, read]) => {
        const find = ({ stream: other, id }: Extract<typeof read, { id: string }>) => {
          const past = this.byStream.get(streamName(other, id)) ?? [];
          const folded = past.reduce((so, { event, meta }) => other.evolve(so, event, meta), other.initial());
          return { id, state: folded, revision: past.length - 1, judgedBy: `${other.category}-${id}@${past.length - 1}` };
        };
        return [key, Array.isArray(read) ? read.map(find) : find(read as never)];
      }),
    );
    const facts = { now: this.now, actor, stream: { id: to, revision: entries.length - 1 }, found };
    for (const event of feature.decide(deepFreeze(send), state, facts)) {
      this.append(name, event, actor, because?.correlationId ?? 'none', because?.eventId);
    }
  }

  private append(
    stream: string,
    event: DomainEvent,
    { who, role }: { who: string; role: string },
    correlationId: string,
    causationId?: string,
  ): EventMeta {
    const declaration = this.declarations.get(event.type);
    if (!declaration) throw new Error(`${event.type} is not declared`);
    declaration.assert(event.data);
    const { category, id } = partsOfStream(stream);
    const at = this.log.length;
    const meta: EventMeta = {
      stream,
      category,
      streamId: id,
      revision: this.byStream.get(stream)?.length ?? 0,
      eventId: `event-${at}`,
      position: String(at).padStart(20, '0'),
      who,
      role,
      recordedAt: this.now,
      effectiveOn: declaration.effective(event.data) ?? londonDay(this.now),
      commandId: `command-${at}`,
      correlationId,
      causationId: causationId ?? `cause-${at}`,
    };
    const entry = deepFreeze({ event: JSON.parse(JSON.stringify(event)) as DomainEvent, meta });
    this.log.push(entry);
    this.byStream.set(stream, [...(this.byStream.get(stream) ?? []), entry]);
    this.fold(entry);
    return meta;
  }

  private fold({ event, meta }: Entry): void {
    for (const { stream, key } of this.process.follows?.(event, meta) ?? []) {
      this.followed.set(stream, (this.followed.get(stream) ?? new Set()).add(key));
    }
    const line = this.process.on[event.type];
    if (!line) return;
    for (const instance of new Set([...keysOf(this.process, event, meta), ...(this.followed.get(meta.stream) ?? [])])) {
      const before = this.states.get(instance) ?? this.process.initial(instance);
      const after: unknown = line(deepFreeze(before), event.data as never, meta, instance);
      this.states.set(instance, JSON.parse(JSON.stringify(after)));
      this.wanted.set(instance, '');
    }
  }
}

/** The requirements at work, from an instant on. */
export const playRequirements = (now: string): Play => new Play(requirementsProcess(requirements), now);
