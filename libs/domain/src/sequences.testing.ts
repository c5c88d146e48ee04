import assert from 'node:assert/strict';
import { type Actor, type DomainEvent, type EventMeta, type Feature, Refused, type Shape, type Stream } from '@app/event-sourcing';
import { deepFreeze, make, recorded, stateAfter } from '@app/event-sourcing/testing';
import fc from 'fast-check';

export interface Sequences<S, E extends DomainEvent> {
  readonly stream: Stream<S, E>;
  readonly features: readonly Feature[];
  readonly id: string;
  /** Instant with milliseconds and Z. */
  readonly now: string;
  readonly actors: readonly Actor[];
  /** What has happened before the first command. */
  readonly past?: readonly E[];
  /** A body for each command, by its class's name; every feature has one. A field that is a function is asked with the state. */
  readonly bodies: Readonly<Record<string, fc.Arbitrary<object>>>;
  /** What a command finds on other streams. */
  readonly found?: (command: object) => object;
  /** Commands that happen again when they are sent again. */
  readonly repeatable?: readonly string[];
  /** Asserts what must hold after every accepted command. */
  readonly holds: (state: S, revision: number, happened: readonly E[], actor: Actor) => void;
  readonly runs?: number;
}

const answered = <S>(body: object, state: S): object =>
  Object.fromEntries(
    Object.entries(body)
      .map(([field, value]) => [field, typeof value === 'function' ? (value as (state: S) => unknown)(state) : (value as unknown)] as const)
      .filter(([, value]) => value !== undefined),
  );

/**
 * Sends random commands one after another: what is refused or repeated changes nothing, a replay of what was stored gives
 * the same state, and the invariants hold. Every command must be accepted somewhere.
 */
export function tryAnySequence<S, E extends DomainEvent>(sequences: Sequences<S, E>): void {
  const { stream, features, id, now, actors, past = [], bodies, found = () => ({}), repeatable = [], holds, runs = 120 } = sequences;
  const missing = features.filter(({ command }) => !bodies[command.name]).map(({ command }) => command.name);
  assert.deepStrictEqual(missing, [], 'commands without a body');
  const start = stateAfter(stream, past, id);
  const step = fc
    .constantFrom(...features)
    .chain((feature) =>
      fc.record({ feature: fc.constant(feature), body: bodies[feature.command.name]!, actor: fc.constantFrom(...actors) }),
    );
  const happens = ({ command, decide }: Feature, body: object, actor: Actor, state: S, revision: number): readonly E[] | 'refused' => {
    try {
      const facts = { now, actor, stream: { id, revision }, found: found(body) };
      return decide(deepFreeze(make(command as Shape, body)), state, facts) as readonly E[];
    } catch (error) {
      if (error instanceof Refused) return 'refused';
      throw error;
    }
  };
  const accepted = new Set<string>();
  const name = `${stream.category}-${id}`;
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 45, size: 'max' }), (steps) => {
      let state = start;
      const history = past.map((event, revision) => recorded(event, { revision }));
      for (const { feature, body: asked, actor } of steps) {
        const body = answered(asked, state);
        const happened = happens(feature, body, actor, state, history.length - 1);
        if (happened === 'refused' || happened.length === 0) continue;
        accepted.add(feature.command.name);
        for (const event of happened) {
          stream.events.find(({ type }) => type === event.type)!.assert(event.data);
          const meta = { revision: history.length, who: actor.who, role: actor.role };
          state = deepFreeze(stream.evolve(state, deepFreeze(event), { stream: name, streamId: id, ...meta } as EventMeta));
          history.push(recorded(JSON.parse(JSON.stringify(event)) as E, meta));
        }
        holds(state, history.length - 1, happened, actor);
        const again = happens(feature, body, actor, state, history.length - 1);
        if (again !== 'refused' && !repeatable.includes(feature.command.name)) {
          assert.deepStrictEqual(again, [], `${feature.command.name} happened twice`);
        }
      }
      assert.deepStrictEqual(stateAfter(stream, history, id), state, 'the replay differs');
    }),
    { numRuns: runs, seed: 22889 },
  );
  const never = features.map(({ command }) => command.name).filter((command) => !accepted.has(command));
  assert.deepStrictEqual(never, [], 'commands that were never accepted: the bodies are too wide');
}
