import { setTimeout as sleep } from 'node:timers/promises';
import {
  Refused,
  streamName,
  type Actor,
  type DomainEvent,
  type EventCatalogue,
  type EventMeta,
  type Feature,
  type Found,
  type Read,
  type Stream,
} from '@app/event-sourcing';
import { StoredMeta, StreamNotFound, type EventStore, type RecordedEvent } from '@app/event-store';
import { bodyOf, CommandFailed, Problem, type Commands, type DomainClock } from '@app/nest';
import type { OnRecord, Step } from '@app/published-data';

/** A stream as it stands, and which commands it has carried out. */
export interface Standing<S = any> extends OnRecord<S> {
  readonly revision: number;
  readonly commands: ReadonlySet<string>;
}

/** What a step has recorded, or would: the types of its events, and the stream's revision after them. */
export interface Entered {
  readonly events: readonly string[];
  readonly revision: number;
}

/** The commands of an import as they are carried out, or rehearsed. */
export interface Ledger {
  standing<S>(stream: Stream<S, any>, id: string): Promise<Standing<S>>;
  /** @throws Refused, Problem `body-invalid`, CommandFailed */
  enter(step: Step, commandId: string): Promise<Entered>;
}

export interface LedgerOptions {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly features: readonly Feature[];
  readonly actor: Actor;
}

const featureOf = ({ features }: LedgerOptions, { command }: Step): Feature => features.find((feature) => feature.command === command)!;

async function standingOf<S>({ store, catalogue }: LedgerOptions, stream: Stream<S, any>, id: string): Promise<Standing<S>> {
  const recorded = await store.readStream(streamName(stream, id)).catch((error: unknown): RecordedEvent[] => {
    if (error instanceof StreamNotFound) return [];
    throw error;
  });
  const data: object[] = [];
  let state = stream.initial();
  for (const stored of recorded) {
    const event = catalogue.read(stored);
    data.push(event.data);
    state = stream.evolve(state, event, new StoredMeta(stored));
  }
  const commands = new Set(recorded.map(({ metadata }) => String(metadata.commandId)));
  return { state, revision: recorded.length - 1, said: (revision) => data[revision] ?? {}, commands };
}

/** Milliseconds between two tries of a command that was not answered, and how often it is tried. */
const AGAIN = 250;
const TRIES = 60;

/** Sends each command as the person who asked, through the way that everybody's commands take. */
export class Recording implements Ledger {
  constructor(
    private readonly options: LedgerOptions,
    private readonly commands: Pick<Commands, 'send'>,
    private readonly correlationId: string,
  ) {}

  standing<S>(stream: Stream<S, any>, id: string): Promise<Standing<S>> {
    return standingOf(this.options, stream, id);
  }

  async enter(step: Step, commandId: string): Promise<Entered> {
    const { actor } = this.options;
    const feature = featureOf(this.options, step);
    const request = { feature, command: bodyOf(step.command, step.body), id: step.id, actor, commandId, correlationId: this.correlationId };
    for (let tries = 1; ; tries += 1) {
      try {
        const { events, revision } = await this.commands.send(request);
        return { events: events.map(({ type }) => type), revision };
      } catch (error) {
        const again = error instanceof CommandFailed && (error.status === 503 || error.status === 409);
        if (!again || tries === TRIES) throw error;
        await sleep(AGAIN);
      }
    }
  }
}

/** Decides on each command as the rules would, on the streams as they would then stand; nothing is recorded. */
export class Rehearsal implements Ledger {
  private readonly streams = new Map<string, Standing>();

  constructor(
    private readonly options: LedgerOptions,
    private readonly clock: DomainClock,
  ) {}

  async standing<S>(stream: Stream<S, any>, id: string): Promise<Standing<S>> {
    const name = streamName(stream, id);
    const known = this.streams.get(name) ?? (await standingOf(this.options, stream, id));
    this.streams.set(name, known);
    return known as Standing<S>;
  }

  async enter(step: Step, commandId: string): Promise<Entered> {
    const { stream, id } = step;
    const feature = featureOf(this.options, step);
    const command = bodyOf(step.command, step.body);
    const standing = await this.standing(stream, id);
    const found: Record<string, Found<unknown> | Found<unknown>[]> = {};
    for (const [name, read] of Object.entries(feature.reads?.(command, standing.state, id) ?? {})) {
      found[name] = Array.isArray(read) ? await Promise.all(read.map((one: Read) => this.find(one))) : await this.find(read as Read);
    }
    const facts = { now: this.clock.now(), actor: this.options.actor, stream: { id, revision: standing.revision }, found };
    const events = feature.decide(command, standing.state, facts);
    const after = events.reduce((before: Standing, event: DomainEvent) => this.after(before, stream, id, event, commandId), standing);
    this.streams.set(streamName(stream, id), after);
    return { events: events.map(({ type }: DomainEvent) => type), revision: after.revision };
  }

  private async find({ stream, id }: Read): Promise<Found<unknown>> {
    const { state, revision } = await this.standing(stream, id);
    return { id, state, revision, judgedBy: `${streamName(stream, id)}@${revision}` };
  }

  private after(before: Standing, stream: Stream<any, any>, id: string, event: DomainEvent, commandId: string): Standing {
    const revision = before.revision + 1;
    const now = this.clock.now();
    const { who, role } = this.options.actor;
    const meta: EventMeta = {
      who,
      role,
      recordedAt: now,
      effectiveOn: this.options.catalogue.declarationOf(event.type).effective(event.data) ?? now.slice(0, 10),
      commandId,
      stream: streamName(stream, id),
      category: stream.category,
      streamId: id,
      revision,
      eventId: '',
      correlationId: '',
      causationId: '',
    };
    return {
      state: stream.evolve(before.state, event, meta),
      revision,
      said: (at) => (at === revision ? event.data : before.said(at)),
      commands: new Set([...before.commands, commandId]),
    };
  }
}

/** Why a step was not entered: the field at fault and a sentence; other errors are not the file's. */
export function refusalOf(error: unknown): { field?: string; says: string } | undefined {
  if (!(error instanceof Refused) && !(error instanceof Problem)) return undefined;
  const field = error instanceof Refused ? error.field : error.detail.field;
  return { says: error.message, ...(field !== undefined && { field }) };
}
