import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked, closedFieldsOf } from '@app/access/taint';
import { isDay, londonInstant } from '@app/calendar';
import { features } from '@app/domain';
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
  type Shape,
} from '@app/event-sourcing';
import type { JsonObject } from '@app/event-store';
import { bodyOf, parseJsonBody, Problem } from '@app/nest';
import { getMetadataStorage } from 'class-validator';
import { readScript } from '../../apps/casework/src/example/script';
import { fieldsOfBody } from './feature-requests';

/** Commands of each kind that are judged. */
const TRIALS = 40;
const placeMeta: EventMeta = {
  stream: '',
  category: '',
  streamId: '',
  revision: 7,
  eventId: '00000000-0000-8000-8000-000000000000',
  who: 'u-1',
  role: 'case-lead',
  recordedAt: '2025-04-01T11:00:00.000Z',
  effectiveOn: '2025-04-01',
  commandId: 'c',
  correlationId: 'c',
  causationId: 'c',
};

const catalogue = new EventCatalogue(declarationsIn(events));

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Streams as the example makes them, without a store: every state on the way is kept. */
class World {
  private readonly now = new Map<string, { state: unknown; revision: number }>();
  readonly met = new Map<string, { id: string; state: unknown; revision: number }[]>();

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
function sealed(type: string, data: object): JsonObject {
  const plain = JSON.parse(JSON.stringify(data)) as JsonObject;
  const closed = closedFieldsOf(catalogue.declarationOf(type).shape).filter(({ classification }) => classification.kind !== 'confidential');
  return closed.reduce((marking, field) => (holds(marking, field.path) ? (marked(marking, field, 0) ?? marking) : marking), plain);
}
const holds = (data: unknown, [name, ...rest]: readonly string[]): boolean =>
  Array.isArray(data)
    ? data.some((part) => holds(part, [name!, ...rest]))
    : typeof data === 'object' && data !== null && name! in data && (rest.length === 0 || holds((data as JsonObject)[name!], rest));

/** The bodies that are kept of events. */
const stored = new Map(
  catalogue.declarations.flatMap(({ type, version }) => {
    const file = join(__dirname, '../stored-events', `${type}.v${version}.json`);
    return existsSync(file) ? [[type, JSON.parse(readFileSync(file, 'utf8')) as JsonObject] as const] : [];
  }),
);

/** What the events of its stream would say in the words of a command. */
function likeEvents({ command, stream }: Feature): JsonObject[] {
  const fields = new Set(fieldsOfBody(command));
  const said = stream.events.flatMap(({ type }) => (stored.has(type) ? [stored.get(type)!] : []));
  const all = Object.assign({}, ...said) as JsonObject;
  return [...said, all].map((data) => Object.fromEntries(Object.entries(data).filter(([name]) => fields.has(name))));
}

/** States that the kept bodies of a stream's events make of one another, where the example has none. */
function statesLike({ stream }: Feature): { id: string; state: unknown; revision: number }[] {
  const states: { id: string; state: unknown; revision: number }[] = [];
  let state = stream.initial();
  for (const { type } of stream.events) {
    if (!stored.has(type)) continue;
    state = stream.evolve(state, { type, data: sealed(type, stored.get(type)!) }, { ...placeMeta, category: stream.category });
    states.push({ id: '931~1', state, revision: states.length });
  }
  return states;
}

const strange = [
  '0001-01-01',
  '1969-12-31',
  '2024-02-29',
  '2024-03-31',
  '9999-12-31',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00.000Z',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'a',
  '931',
  '0',
  '-0.000000000001',
  '99999999999.999999999999',
  'x',
  'z',
  '~',
  '..',
  0,
  1,
  -1,
  100_000_000_000,
  2 ** 53 - 1,
  true,
  false,
  [],
  {},
];

describe('whatever a command says', () => {
  const world = new World();
  const bodies = new Map<Feature, JsonObject[]>();
  const known = new Map<string, unknown[]>();
  /** Those with bodies of their own, by the example or on the wiring page. */
  const illustrated = new Set<Feature>();
  const learn = (body: JsonObject): void => {
    for (const [name, value] of Object.entries(body)) {
      known.set(name, [...(known.get(name) ?? []), value]);
      for (const part of Array.isArray(value) ? value : [value])
        if (typeof part === 'object' && part !== null && !Array.isArray(part)) learn(part);
    }
  };
  const learnChoices = (command: Shape): void => {
    for (const { propertyName, name, constraints } of getMetadataStorage().getTargetValidationMetadatas(command, '', false, false)) {
      if (name === 'isIn') known.set(propertyName, [...(known.get(propertyName) ?? []), ...(constraints[0] as unknown[])]);
    }
  };
  const note = (feature: Feature, body: object): void => {
    const plain = JSON.parse(JSON.stringify(body)) as JsonObject;
    bodies.set(feature, [...(bodies.get(feature) ?? []), plain]);
    learn(plain);
  };

  beforeAll(() => {
    for (const { do: feature, to, as: role, who, subject, day, at, with: body } of readScript('1').entries) {
      note(feature, body);
      const actor = { who, role, ...(subject !== undefined && { subject }) };
      const now = londonInstant(day, at);
      const here = world.at(feature, to);
      try {
        const command = bodyOf(feature.command, JSON.parse(JSON.stringify(body)));
        world.record(
          feature,
          to,
          feature.decide(command, here.state, world.facts(feature, command, { id: to, ...here }, now, actor)),
          now,
          actor,
        );
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
    for (const feature of features) for (const { body } of feature.examples ?? []) note(feature, body);
    for (const { stream } of features) for (const { type } of stream.events) if (stored.has(type)) learn(stored.get(type)!);
    for (const { command } of features) learnChoices(command);
    for (const feature of bodies.keys()) illustrated.add(feature);
    for (const feature of features) if (!bodies.has(feature)) for (const body of likeEvents(feature)) note(feature, body);
  });

  it.each(features.map((feature) => [feature.command.name, feature] as const))(
    '%s is recorded, has nothing to do, or is refused by a rule; nothing else',
    (name, feature) => {
      const random = numbers([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0);
      const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
      const states = [
        { id: '931~1', state: feature.stream.initial(), revision: -1 },
        ...(feature.examples ?? []).map(({ id }) => ({ id, ...world.at(feature, id) })),
        ...(world.met.get(feature.stream.category) ?? statesLike(feature)),
      ];
      const fieldsHere = fieldsOfBody(feature.command);
      const filled = (): JsonObject => Object.fromEntries(fieldsHere.map((field) => [field, pick(known.get(field) ?? strange) as never]));
      const starts = [...(bodies.get(feature) ?? []), ...(illustrated.has(feature) ? [] : Array.from({ length: 40 }, filled))];
      const altered = (body: JsonObject, fields: readonly string[] = fieldsHere): JsonObject => {
        const copy = structuredClone(body);
        const names = fields.filter((field) => field in copy || random(3) === 0);
        for (let changes = random(3); changes >= 0 && names.length > 0; changes -= 1) {
          const field = pick(names);
          const value = copy[field];
          if (random(8) === 0) delete copy[field];
          else if (Array.isArray(value) && random(2) === 0)
            copy[field] = pick([[...value, ...value], value.slice(1), value.toReversed(), value[0] ?? []]) as never;
          else if (typeof value === 'object' && value !== null && !Array.isArray(value) && random(2) === 0)
            copy[field] = pick([altered(value, Object.keys(value)), [value], [value, value]]) as never;
          else copy[field] = (random(2) === 0 ? pick(strange) : pick(known.get(field) ?? strange)) as never;
        }
        return copy;
      };
      let judged = 0;
      for (let trial = 0; trial < TRIALS * 20 && judged < TRIALS; trial += 1) {
        const place = pick(states);
        const body = trial < starts.length ? starts[trial]! : altered(pick(starts));
        const now = pick(['2021-09-02T00:00:00.000Z', '2023-10-12T09:00:00.000Z', '2025-04-01T11:00:00.000Z', '2028-12-31T23:00:00.000Z']);
        try {
          const command = bodyOf(feature.command, parseJsonBody(Buffer.from(JSON.stringify(body))));
          judged += 1;
          const actor = { who: 'u-1', role: pick(feature.roles), subject: 's_1', areas: ['931'] };
          feature.own?.[actor.role]?.(actor, place.state, place.id);
          const decided = feature.decide(command, place.state, world.facts(feature, command, place, now, actor));
          let { state } = place;
          for (const { type, data } of decided) {
            const declaration = catalogue.declarationOf(type);
            const plain = JSON.parse(JSON.stringify(data)) as JsonObject;
            declaration.assert(plain);
            const on = declaration.effective(plain);
            expect(on === undefined || isDay(on)).toBe(true);
            expect(declaration.says(sealed(type, plain))).not.toMatch(/undefined|\[object|NaN/);
            state = feature.stream.evolve(
              state,
              { type, data: sealed(type, plain) },
              { ...placeMeta, stream: streamName(feature.stream, place.id), streamId: place.id, category: feature.stream.category },
            );
          }
        } catch (error) {
          if (error instanceof Refused) {
            expect(error.message).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
          } else if (!(error instanceof Problem)) {
            throw new Error(`${name} at ${place.id}@${place.revision}, ${now}: ${JSON.stringify(body)}: ${String(error)}`, {
              cause: error,
            });
          }
        }
      }
      expect(judged).toBeGreaterThan(0);
    },
  );
});
