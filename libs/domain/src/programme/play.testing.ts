import { Refused, type Actor, type Decide, type DomainEvent, type EventMeta, type Stream } from '@app/event-sourcing';
import { deepFreeze, recorded, stateAfter, type Past } from '@app/event-sourcing/testing';

/** A command of a random sequence, with what the decision finds. */
export interface Step {
  readonly decide: Decide<any, any, any, any>;
  readonly command: object;
  /** Instant; never before the step before it. */
  readonly now: string;
  readonly found?: object;
  readonly actor?: Actor;
  /** A command that can be given again as it stands, e.g. because its words are sealed and cannot be compared. */
  readonly again?: true;
}

/** The decision on a command of which one number follows from the state as it is first asked, e.g. the revision that it corrects. */
export function numbered<S>(decide: Step['decide'], field: string, find: (state: S) => number | undefined): Step['decide'] {
  let found: number | undefined;
  return (command, state, facts) => decide(Object.assign({}, command, { [field]: (found ??= find(state) ?? 0) }), state, facts);
}

const someone: Actor = { who: 'somebody', role: 'grant-manager' };

function metaOf(stream: Pick<Stream, 'category'>, id: string, revision: number, recordedAt: string): EventMeta {
  return {
    stream: `${stream.category}-${id}`,
    category: stream.category,
    streamId: id,
    revision,
    eventId: `event-${revision}`,
    who: someone.who,
    role: someone.role,
    recordedAt,
    effectiveOn: recordedAt.slice(0, 10),
    commandId: `command-${revision}`,
    correlationId: `correlation-${revision}`,
    causationId: `cause-${revision}`,
  };
}

/**
 * Plays a random sequence as the log would: every event has its shape, a refused or repeated command changes nothing,
 * replaying the stored events gives the same state. `check` sees the state after every accepted command.
 */
export function play<S, E extends DomainEvent>(
  stream: Stream<S, E>,
  id: string,
  steps: readonly Step[],
  check: (state: S, happened: readonly E[], before: S) => void,
): S {
  const history: Past<E>[] = [];
  let state = deepFreeze(stream.initial());
  const ask = ({ decide, command, now, found = {}, actor = someone }: Step): readonly E[] => {
    try {
      const facts = { now, actor, stream: { id, revision: history.length - 1 }, found };
      return decide(deepFreeze(command), state, deepFreeze(facts)) as readonly E[];
    } catch (error) {
      if (error instanceof Refused) return [];
      throw error;
    }
  };
  for (const step of steps) {
    const before = state;
    const happened = ask(step);
    for (const event of happened) {
      const declaration = stream.events.find(({ type }) => type === event.type);
      if (!declaration) throw new Error(`${event.type} is no event of ${stream.category}`);
      declaration.assert(event.data);
      const meta = metaOf(stream, id, history.length, step.now);
      history.push(recorded(JSON.parse(JSON.stringify(event)) as E, meta));
      state = deepFreeze(stream.evolve(state, deepFreeze(event), meta));
    }
    if (happened.length === 0) continue;
    check(state, happened, before);
    if (!step.again) expect(ask(step)).toEqual([]);
  }
  expect(stateAfter(stream, history, id)).toEqual(state);
  return state;
}
