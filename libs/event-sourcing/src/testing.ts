import assert from 'node:assert/strict';
import { plainToInstance } from 'class-transformer';
import type { Actor, Decide, Facts } from './decision';
import type { DomainEvent, EventMeta } from './event';
import { keysOf, type Routing } from './fold';
import type { Action, Process } from './process';
import type { Projection } from './projection';
import { Refused } from './refusal';
import { assertShape } from './shape';
import { partsOfStream, type Stream } from './stream';

/** Locks a value and everything in it, so that a rule that mutates what it was handed fails. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** An event with the provenance that a spec cares about; the rest is filled in. */
export interface Past<E extends DomainEvent = DomainEvent> {
  readonly event: E;
  readonly meta: Partial<EventMeta>;
}

/** `recorded(CaseOpened({…}), { who: 'u-2', stream: 'improvementCase-931~inspection' })`. */
export const recorded = <E extends DomainEvent>(event: E, meta: Partial<EventMeta>): Past<E> => ({ event, meta });

type Given<E extends DomainEvent> = E | Past<E>;

function past<E extends DomainEvent>(given: Given<E>, index: number, stream: string): { event: E; meta: EventMeta } {
  const { event, meta } = 'event' in given ? given : { event: given, meta: {} };
  const name = meta.stream ?? stream;
  const { category, id } = partsOfStream(name);
  const filled: EventMeta = {
    stream: name,
    category,
    streamId: id,
    revision: index,
    eventId: `event-${index}`,
    position: String(index).padStart(20, '0'),
    who: 'somebody',
    role: 'case-lead',
    recordedAt: '2021-09-02T09:00:00.000Z',
    effectiveOn: (meta.recordedAt ?? '2021-09-02').slice(0, 10),
    commandId: `command-${index}`,
    correlationId: `correlation-${index}`,
    causationId: `cause-${index}`,
    ...meta,
  };
  return deepFreeze({ event, meta: filled });
}

/** Folds a stream's past as a load does. */
export function stateAfter<S, E extends DomainEvent>(stream: Stream<S, E>, events: readonly Given<E>[], id = 'spec'): S {
  return events.reduce((state, given, index) => {
    const { event, meta } = past(given, index, `${stream.category}-${id}`);
    return deepFreeze(stream.evolve(state, event, meta));
  }, deepFreeze(stream.initial()));
}

export interface SpecFacts<R> {
  /** Instant, or a London day that stands for its noon. */
  now: string;
  actor: Actor;
  id?: string;
  found?: R;
}

/**
 * Given events, when a command, then events or a refusal; strict equality, everything deep-frozen, every shape checked.
 * `const given = specFor(caseStream, recordDeepDive, { now: '2024-06-01', actor: caseLead })`
 */
export function specFor<C extends object, S, E extends DomainEvent, R = object>(
  stream: Stream<S, E>,
  decide: Decide<C, S, E, R>,
  defaults: SpecFacts<R>,
) {
  return (...events: Given<E>[]) => ({
    when(command: C, overrides: Partial<SpecFacts<R>> = {}) {
      const { now, actor, id = 'spec', found } = { ...defaults, ...overrides };
      const instant = now.includes('T') ? now : `${now}T12:00:00.000Z`;
      const facts = deepFreeze({ now: instant, actor, stream: { id, revision: events.length - 1 }, found: found ?? {} }) as Facts<R>;
      const run = (): readonly E[] => {
        const state = stateAfter(stream, events, id);
        if (command.constructor !== Object) assertShape(command);
        const happened = decide(deepFreeze(command), state, facts);
        for (const { type, data } of happened) {
          const declaration = stream.events.find((candidate) => candidate.type === type);
          assert(declaration, `${type} is no event of ${stream.category}`);
          declaration.assert(data);
          assert.deepStrictEqual(JSON.parse(JSON.stringify(data)), data, `${type} does not survive JSON`);
          declaration.says(data as never);
        }
        happened.reduce((next, event, index) => {
          const { meta } = past(event, events.length + index, `${stream.category}-${id}`);
          return stream.evolve(next, deepFreeze(event), meta);
        }, state);
        return happened;
      };
      return {
        /** Exactly these events. */
        then: (...expected: E[]) => assert.deepStrictEqual(run(), expected),
        /** It was already so. */
        thenNothing: () => assert.deepStrictEqual(run(), []),
        /** Refused with this code (and at this field). */
        thenRefused: (code: string, field?: string, rule?: string) => {
          let refusal: unknown;
          try {
            refusal = { happened: run() };
          } catch (error) {
            refusal = error;
          }
          if (!(refusal instanceof Refused)) {
            if (refusal instanceof Error) throw refusal;
            assert.fail(`Expected the refusal ${code}, but this happened: ${JSON.stringify(refusal)}`);
          }
          assert.equal(refusal.code, code);
          assert.doesNotMatch(refusal.message, /undefined|\{\w+\}/, 'the sentence has a hole');
          if (field !== undefined) assert.equal(refusal.field, field);
          if (rule !== undefined) assert.equal(refusal.rule, rule);
        },
        /** For assertions of another kind, e.g. properties. */
        happened: run,
      };
    },
  });
}

/** An instance of a command class or a shape from a plain body. */
export const make = <T extends object>(shape: new () => T, body: object): T => plainToInstance(shape, body);

/** Folds events into rows as the read store does, by key: `specForProjection(p)(recorded(…)).rows({ … })`. */
export function specForProjection<Row extends object, E extends DomainEvent>(projection: Projection<Row, E>) {
  return (...events: Given<E>[]) => {
    const rows: Record<string, Row> = {};
    for (const { event, meta, keys } of routed(projection, events)) {
      const line = projection.on[event.type as E['type']];
      if (!line) continue;
      for (const key of projection.rows === 'entry' ? [meta.position!] : keys) {
        const next = line(rows[key], event.data as never, meta, key, keys);
        if (next === null) delete rows[key];
        else if (next !== undefined) rows[key] = deepFreeze(JSON.parse(JSON.stringify(next)) as Row);
      }
    }
    return { rows: (expected: Record<string, Row>) => assert.deepStrictEqual(rows, expected), folded: rows };
  };
}

/** Folds events into one instance's state and asks what is next: `specForProcess(p)('instance', …events).at('2024-06-01').then(…)`. */
export function specForProcess<S, E extends DomainEvent>(process: Process<S, E>) {
  return (instance: string, ...events: Given<E>[]) => ({
    at(now: string) {
      const instant = now.includes('T') ? now : `${now}T12:00:00.000Z`;
      let state = deepFreeze(process.initial(instance));
      let readUpTo = '';
      for (const { event, meta, keys } of routed(process, events)) {
        readUpTo = meta.position ?? readUpTo;
        const line = process.on[event.type as E['type']];
        if (line && keys.includes(instance)) {
          state = deepFreeze(JSON.parse(JSON.stringify(line(state, event.data as never, meta, instance))) as S);
        }
      }
      const actions = process.next(state, { now: instant, instance, readUpTo });
      assert.deepStrictEqual(process.next(state, { now: instant, instance, readUpTo }), actions, 'asked twice it answers differently');
      return { then: (...expected: Action[]) => assert.deepStrictEqual(actions, expected), actions };
    },
  });
}

function* routed<E extends DomainEvent>(routing: Routing<E>, events: readonly Given<E>[]) {
  const followed = new Map<string, Set<string>>();
  for (const [index, given] of events.entries()) {
    const { event, meta } = past(given, index, 'spec-spec');
    for (const { stream, key } of routing.follows?.(event, meta) ?? []) {
      followed.set(stream, (followed.get(stream) ?? new Set()).add(key));
    }
    yield { event, meta, keys: keysOf(routing, event, meta, followed.get(meta.stream)) };
  }
}
