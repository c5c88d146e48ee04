import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDay } from '@app/calendar';
import { features } from '@app/domain';
import { Refused, streamName, type EventMeta, type Feature, type Shape } from '@app/event-sourcing';
import type { JsonObject } from '@app/event-store';
import { bodyOf, parseJsonBody, Problem } from '@app/nest';
import { getMetadataStorage } from 'class-validator';
import { catalogue, playedExample, sealed, type World } from './example-world';
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

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

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
  let world: World;
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
    world = playedExample(({ feature, body }) => note(feature, body));
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
