import { londonDay, type Day } from '@app/calendar';
import { RaiseEscalation } from '@app/domain/escalation/raise-escalation/raise-escalation.command';
import { SettleEscalation } from '@app/domain/escalation/settle-escalation/settle-escalation.command';
import type { EscalationRaised, EscalationReopened, EscalationResolved, EscalationWithdrawn } from '@app/domain/events';
import type { Action, DomainEvent, EventMeta, EventOf, Lines, Process } from '@app/event-sourcing';
import { addressee, EVERYBODY, managersOf, nobody, peopleLines, type People } from '../requirement-engine/people';
import type { RecordedEscalation } from '../requirement-engine/record';
import type { Signal, SignalRow } from './signal';

interface RaisedSignal extends RecordedEscalation {
  /** A later cause that it has told of too: it was up still when that came and went. */
  readonly tells?: string;
}

interface Instance {
  readonly facts: unknown;
  /** By the last part of the escalation's id. */
  readonly raised: Readonly<Record<string, RaisedSignal>>;
  /** In the one instance that knows the people. */
  readonly people?: People;
}

type EscalationEvent = EventOf<
  typeof EscalationRaised | typeof EscalationResolved | typeof EscalationWithdrawn | typeof EscalationReopened
>;

type Raised = RaisedSignal | undefined;
const ended = (raised: Raised, _data: object, { revision }: EventMeta): Raised => raised && { ...raised, live: false, revision };

const escalationLines: Required<Lines<Raised, EscalationEvent, Raised>> = {
  EscalationRaised: (_raised, { cause }, { revision }) => ({ cause, live: true, byHand: false, revision }),
  EscalationResolved: ended,
  EscalationWithdrawn: ended,
  EscalationReopened: (raised, _data, { revision }) => raised && { ...raised, live: true, byHand: true, revision },
};

/** Raises what escalates without a lapse, once for each cause, and settles it when its cause has gone (E3, E4). */
export function signalsProcess(rows: readonly SignalRow[]): Process<Instance, DomainEvent> {
  const rowOf = (instance: string): SignalRow | undefined =>
    rows.find(({ definition }) => instance.startsWith(`${definition.replaceAll('-', '_')}~`));
  const keyOf = ({ definition }: SignalRow, id: string): string => `${definition.replaceAll('-', '_')}~${id}`;

  const fold = (state: Instance, type: string, data: object, meta: EventMeta, instance: string): Instance => {
    if (instance === EVERYBODY) {
      const line = peopleLines[type as keyof typeof peopleLines];
      return line ? { ...state, people: line(state.people ?? nobody, data as never, meta, EVERYBODY) } : state;
    }
    if (meta.category === 'escalation') {
      const line = escalationLines[type as keyof typeof escalationLines];
      const part = meta.streamId.slice(meta.streamId.lastIndexOf('~') + 1);
      const raised = line?.(state.raised[part], data as never, meta, instance);
      return raised ? { ...state, raised: { ...state.raised, [part]: raised } } : state;
    }
    const row = rowOf(instance);
    const factLine = row?.on[type];
    if (!row || !factLine) return state;
    const facts: unknown = factLine(state.facts, data as never, meta, instance);
    return { ...state, facts, raised: telling(state.raised, row.signals(facts)) };
  };

  const types = new Set([...rows.flatMap(({ on }) => Object.keys(on)), ...Object.keys(escalationLines), ...Object.keys(peopleLines)]);
  return {
    name: 'signals',
    version: 7,
    inForceFrom: '2021-09-02',
    beside: EVERYBODY,
    key: (event, meta) => {
      const { type } = event;
      const { category, streamId } = meta;
      if (category !== 'escalation') {
        const concerned = rows.filter(({ of, on }) => of === category && type in on);
        const keys = concerned.flatMap((row) => (row.concerns?.(event, meta) ?? [streamId]).map((id) => keyOf(row, id)));
        return type in peopleLines ? [...keys, EVERYBODY] : keys;
      }
      return type in escalationLines && rowOf(streamId) ? streamId.slice(0, streamId.lastIndexOf('~')) : undefined;
    },
    on: Object.fromEntries(
      [...types].map((type) => [
        type,
        (state: Instance, data: object, meta: EventMeta, instance: string) => fold(state, type, data, meta, instance),
      ]),
    ),
    initial: (instance) => ({ facts: rowOf(instance)?.initial(), raised: {} }),
    next: ({ facts, raised }, { instance, now, beside }) => {
      const row = rowOf(instance);
      if (!row) return [];
      const at = { people: (beside as Instance).people ?? nobody, today: londonDay(now) };
      const what = `${row.of}-${instance.slice(instance.indexOf('~') + 1)}`;
      return row.signals(facts).flatMap((signal) => {
        const to = `${instance}~${signal.id}`;
        return toRaise(signal, raised[signal.id], row, what, to, at) ?? toSettle(signal, raised[signal.id], to) ?? [];
      });
    },
  };
}

/** What is up while a signal of its kind ends has told of that one too. */
const telling = (raised: Instance['raised'], signals: readonly Signal[]): Instance['raised'] =>
  signals.reduce((so, { id, cause, settled }) => {
    const up = so[id];
    return settled && up?.live ? { ...so, [id]: { ...up, tells: cause.event } } : so;
  }, raised);

function toRaise(
  signal: Signal,
  raised: Raised,
  { rule, inForceFrom, runsFromRecording }: SignalRow,
  stream: string,
  to: string,
  { people, today }: { readonly people: People; readonly today: Day },
): Action | undefined {
  const { cause, need, because, areas, since, what = stream, assignedTo = managersOf(what) } = signal;
  if ((runsFromRecording ? londonDay(cause.recordedAt) : since) < inForceFrom) return undefined;
  if (raised && (raised.live || raised.cause === cause.event || raised.tells === cause.event)) return undefined;
  const { level, role, person, insteadOf } = addressee(people, { level: signal.level, role: signal.role, assignedTo }, today);
  const send = Object.assign(new RaiseEscalation(), {
    cause: cause.event,
    rule,
    level,
    role,
    ...(person === undefined ? {} : { person }),
    ...(insteadOf === undefined ? {} : { insteadOf }),
    need,
    because,
    what,
    areas: [...areas],
    since,
  });
  return { send, to, step: `raise~${signal.id}@${cause.event}`, because: { eventId: cause.eventId, correlationId: cause.correlationId } };
}

function toSettle({ id, settled }: Signal, raised: Raised, to: string): Action | undefined {
  if (!settled || !raised?.live || raised.byHand) return undefined;
  const { by, because } = settled;
  const send = Object.assign(new SettleEscalation(), { cause: raised.cause, because, by: by.event });
  return { send, to, step: `settle~${id}@${raised.revision}`, because: { eventId: by.eventId, correlationId: by.correlationId } };
}
