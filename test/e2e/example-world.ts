import { closedFieldsOf, marked } from '@app/access/taint';
import { londonInstant } from '@app/calendar';
import * as events from '@app/domain/events';
import {
  declarationsIn,
  EventCatalogue,
  Refused,
  streamName,
  type Actor,
  type EventMeta,
  type Feature,
  type Found,
  type Read,
} from '@app/event-sourcing';
import type { JsonObject } from '@app/event-store';
import { bodyOf } from '@app/nest';
import { readScript } from '../../apps/casework/src/example/script';

export const catalogue = new EventCatalogue(declarationsIn(events));

/** Streams as the example makes them, without a store: every state on the way is kept. */
export class World {
  private readonly now = new Map<string, { state: unknown; revision: number }>();
  readonly met = new Map<string, { id: string; state: unknown; revision: number }[]>();

  /** As it stands, to go on from without altering it. */
  branch(): World {
    const other = new World();
    for (const [stream, known] of this.now) other.now.set(stream, known);
    return other;
  }

  at(feature: Pick<Feature, 'stream'>, id: string): { state: any; revision: number } {
    return this.now.get(streamName(feature.stream, id)) ?? { state: feature.stream.initial(), revision: -1 };
  }

  facts(
    feature: Feature,
    command: object,
    { id, state, revision }: { id: string; state: unknown; revision: number },
    now: string,
    actor: Actor,
  ) {
    const found: Record<string, Found<unknown> | Found<unknown>[]> = {};
    const find = ({ stream, id: other }: Read): Found<unknown> => {
      const { state: known, revision: last } = this.at({ stream }, other);
      return { id: other, state: known, revision: last, judgedBy: `${streamName(stream, other)}@${last}` };
    };
    for (const [name, read] of Object.entries(feature.reads?.(command, state, id) ?? {})) {
      found[name] = Array.isArray(read) ? read.map(find) : find(read as Read);
    }
    return { now, actor, stream: { id, revision }, found };
  }

  record(feature: Feature, id: string, recorded: readonly { type: string; data: object }[], now: string, { who, role }: Actor): void {
    for (const { type, data } of recorded) {
      const { state, revision } = this.at(feature, id);
      const meta: EventMeta = {
        stream: streamName(feature.stream, id),
        category: feature.stream.category,
        streamId: id,
        revision: revision + 1,
        eventId: '00000000-0000-8000-8000-000000000000',
        who,
        role,
        recordedAt: now,
        effectiveOn: now.slice(0, 10),
        commandId: 'c',
        correlationId: 'c',
        causationId: 'c',
      };
      const next = { id, state: feature.stream.evolve(state, { type, data: sealed(type, data) }, meta), revision: revision + 1 };
      this.now.set(meta.stream, next);
      this.met.set(feature.stream.category, [...(this.met.get(feature.stream.category) ?? []), next]);
    }
  }
}

/** The data as a state meets it. */
export function sealed(type: string, data: object): JsonObject {
  const plain = JSON.parse(JSON.stringify(data)) as JsonObject;
  const closed = closedFieldsOf(catalogue.declarationOf(type).shape).filter(({ classification }) => classification.kind !== 'confidential');
  return closed.reduce((marking, field) => (holds(marking, field.path) ? (marked(marking, field, 0) ?? marking) : marking), plain);
}
const holds = (data: unknown, [name, ...rest]: readonly string[]): boolean =>
  Array.isArray(data)
    ? data.some((part) => holds(part, [name!, ...rest]))
    : typeof data === 'object' && data !== null && name! in data && (rest.length === 0 || holds((data as JsonObject)[name!], rest));

/** A command as it is about to be asked. */
export interface Asked {
  readonly world: World;
  readonly feature: Feature;
  readonly id: string;
  readonly body: object;
  readonly now: string;
  readonly actor: Actor;
}

/** What becomes of a command there and then. @throws Refused, or a Problem where the body has not the asked shape */
export function decided({ world, feature, id, body, now, actor }: Asked): readonly { type: string; data: object }[] {
  const here = world.at(feature, id);
  const command = bodyOf(feature.command, JSON.parse(JSON.stringify(body)));
  return feature.decide(command, here.state, world.facts(feature, command, { id, ...here }, now, actor));
}

/** The example, played; `before` is told of every entry before it is asked. */
export function playedExample(before: (asked: Asked) => void = () => undefined): World {
  const world = new World();
  for (const { do: feature, to: id, as: role, who, subject, day, at, with: body } of readScript('1').entries) {
    const actor = { who, role, ...(subject !== undefined && { subject }) };
    const asked: Asked = { world, feature, id, body, now: londonInstant(day, at), actor };
    before(asked);
    try {
      world.record(feature, id, decided(asked), asked.now, actor);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return world;
}
