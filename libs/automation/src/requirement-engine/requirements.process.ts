import { londonDay, type Day } from '@app/calendar';
import type { Action, DomainEvent, EventMeta, Followed, Lines, Process } from '@app/event-sourcing';
import { staysLapsed, toImpose, toReconcile } from './outstanding';
import { addressee, EVERYBODY, nobody, peopleLines, type People, type Rung } from './people';
import { recordLines, type Recorded } from './record';
import { toRemind } from './reminders';
import { causeOf, type Cause, type Duty, type RequirementRow } from './row';

/** One definition for one thing, e.g. `monthly_report~CON_22889`. */
export interface Instance {
  /** What the row makes of the events of its thing. */
  readonly facts: unknown;
  /** The last event that the facts were folded from. */
  readonly last?: Cause;
  /** By the last part of the requirement's id. */
  readonly records: Readonly<Record<string, Recorded>>;
  /** In the one instance that knows the people. */
  readonly people?: People;
}

const keyOfRow = ({ definition }: { definition: string }): string => definition.replaceAll('-', '_');

/** The instance of a requirement or of its escalation: its id without the period. */
const instanceOf = (id: string): string => id.slice(0, id.lastIndexOf('~'));
const periodOf = (id: string): string => id.slice(id.lastIndexOf('~') + 1);

/**
 * The one process of every requirement (E2-E5). Per definition and thing it folds the facts, and what the requirement streams say;
 * what is outstanding is the difference. So a correction or a late fact needs no code of its own.
 */
export function requirementsProcess(rows: readonly RequirementRow[]): Process<Instance, DomainEvent> {
  const byKey = new Map(rows.map((row) => [keyOfRow(row), row]));
  const rowOf = (instance: string): RequirementRow => {
    const row = byKey.get(instance.slice(0, instance.indexOf('~')));
    if (!row) throw new Error(`No row of the table is called ${instance}`);
    return row;
  };

  const factTypes = new Map<string, RequirementRow[]>();
  for (const row of rows) for (const type of Object.keys(row.watch.on)) factTypes.set(type, [...(factTypes.get(type) ?? []), row]);

  const concerned = (row: RequirementRow, event: DomainEvent, meta: EventMeta): readonly string[] => [
    ...(meta.category === row.watch.of ? [meta.streamId] : []),
    ...(row.watch.also?.(event, meta) ?? []),
  ];

  const following = rows.filter(({ watch }) => watch.follows !== undefined);
  const follows = (event: DomainEvent, { category, streamId }: EventMeta): readonly Followed[] =>
    following.flatMap((row) => {
      const stream = row.watch.of === category ? row.watch.follows!(event) : undefined;
      return stream === undefined ? [] : [{ stream, key: `${keyOfRow(row)}~${streamId}` }];
    });

  const key = (event: DomainEvent, meta: EventMeta): readonly string[] => {
    const watched = (factTypes.get(event.type) ?? []).flatMap((row) => concerned(row, event, meta).map((id) => `${keyOfRow(row)}~${id}`));
    const ownRecord = event.type in recordLines && byKey.has(meta.streamId.slice(0, meta.streamId.indexOf('~')));
    return [...watched, ...(ownRecord ? [instanceOf(meta.streamId)] : []), ...(event.type in peopleLines ? [EVERYBODY] : [])];
  };

  const foldRecord = (state: Instance, type: string, data: object, meta: EventMeta, instance: string): Instance => {
    const line = recordLines[type as keyof typeof recordLines];
    if (!line || instanceOf(meta.streamId) !== instance) return state;
    const period = periodOf(meta.streamId);
    const record = line(state.records[period], data as never, meta, instance);
    return record === undefined ? state : { ...state, records: { ...state.records, [period]: record } };
  };

  const foldFacts = (state: Instance, type: string, data: object, meta: EventMeta, instance: string): Instance => {
    const { watch } = rowOf(instance);
    const line = watch.on[type];
    const id = instance.slice(instance.indexOf('~') + 1);
    const isFollowed = watch.follows !== undefined && meta.category !== watch.of;
    if (!line || !(isFollowed || concerned(rowOf(instance), { type, data }, meta).includes(id))) return state;
    return { ...state, facts: line(state.facts, data as never, meta, id), last: causeOf(meta) };
  };

  const foldPeople = (state: Instance, type: string, data: object, meta: EventMeta): Instance => {
    const line = peopleLines[type as keyof typeof peopleLines];
    return line ? { ...state, people: line(state.people ?? nobody, data as never, meta, EVERYBODY) } : state;
  };

  const types = new Set([...factTypes.keys(), ...Object.keys(recordLines), ...Object.keys(peopleLines)]);
  const on: Lines<Instance, DomainEvent, Instance> = Object.fromEntries(
    [...types].map((type) => [
      type,
      (state: Instance, data: object, meta: EventMeta, instance: string) =>
        instance === EVERYBODY
          ? foldPeople(state, type, data, meta)
          : foldFacts(foldRecord(state, type, data, meta, instance), type, data, meta, instance),
    ]),
  );

  return {
    name: 'requirements',
    version: 11,
    inForceFrom: '2021-09-02',
    beside: EVERYBODY,
    key,
    follows,
    on,
    initial: (instance) => ({
      facts: instance === EVERYBODY ? undefined : rowOf(instance).watch.initial(instance.slice(instance.indexOf('~') + 1)),
      records: {},
    }),
    next: (state, moment) => {
      if (state.last === undefined) return [];
      const row = rowOf(moment.instance);
      const today = londonDay(moment.now);
      const what = `${row.watch.of}-${moment.instance.slice(moment.instance.indexOf('~') + 1)}`;
      const setting = {
        row,
        what,
        facts: state.facts,
        addressee: (rung: Rung) => addressee((moment.beside as Instance).people ?? nobody, rung, today),
        last: state.last,
        moment,
      };
      const duties = new Map(row.watch.duties(state.facts, today).map((duty) => [duty.period.replaceAll('-', '_'), duty]));
      const wanted = [...duties].map(([period, duty]) => {
        const record = state.records[period];
        if (!record) return toImpose(duty, setting);
        const again = () => before(period, duties, state.records).some(([duty, record]) => staysLapsed(duty, record));
        return toReconcile(duty, record, again, setting);
      });
      const unwanted = Object.entries(state.records).map(([period, record]) =>
        duties.has(period) ? undefined : toReconcile(undefined, record, () => false, setting),
      );
      const reminders = [...duties].flatMap(([period, duty]) => toRemind(duty, state.records[period], setting));
      return soonest([...wanted, ...unwanted, ...reminders]);
    },
  };
}

/**
 * Those of the same series that fell due last before it: duties lapse in the order in which they fall due, whenever they were asked for and
 * whenever the worker looks (E3, E5). Several may fall due on one day; what was never imposed has no place among them.
 */
function before(period: string, duties: ReadonlyMap<string, Duty>, records: Instance['records']): readonly (readonly [Duty, Recorded])[] {
  const { series } = duties.get(period)!;
  if (series === undefined) return [];
  const due = dueDay(duties.get(period)!, records[period]!);
  let day = '';
  let found: (readonly [Duty, Recorded])[] = [];
  for (const [other, duty] of duties) {
    const record = records[other];
    if (duty.series !== series || record === undefined) continue;
    const fell = dueDay(duty, record);
    if (fell >= due || fell < day) continue;
    found = fell === day ? [...found, [duty, record]] : [[duty, record]];
    day = fell;
  }
  return found;
}

const dueDay = (duty: Duty, { settings }: Recorded): Day => duty.due(settings).day;

/** Everything to send and to tell, and the first moment at which to ask again. */
function soonest(actions: readonly (Action | undefined)[]): Action[] {
  const steps = actions.filter((action): action is Exclude<Action, { remindAt: string }> => action !== undefined && 'step' in action);
  const moments = actions.flatMap((action) => (action && 'remindAt' in action ? [action.remindAt] : [])).sort();
  return [...steps, ...moments.slice(0, 1).map((remindAt) => ({ remindAt }))];
}
