import type { Day } from '@app/calendar';
import { ROLE_OF_LEVEL, type EscalationLevel, type EscalationRole } from '@app/domain/escalation/escalation.parts.command';
import type {
  CaseLeadAssigned,
  ContractManagerAssigned,
  CoverNamed,
  CoverWithdrawn,
  GrantManagerAssigned,
  LevelHolderNamed,
  StandInNamed,
  StandInWithdrawn,
} from '@app/domain/events';
import type { EventMeta, EventOf, Lines } from '@app/event-sourcing';
import type { LevelOneRole } from './row';

interface Absence {
  /** Its record, `stream@revision`. */
  readonly record: string;
  /** Stream that it is about; absent where it holds everywhere. */
  readonly within?: string;
  readonly absent: string;
  readonly cover?: string;
  readonly from: Day;
  readonly to: Day;
}

/** Who is responsible for what at level 1, who holds the levels above, and who is away (E3). */
export interface People {
  /** By the stream to which they are assigned. */
  readonly assigned: Readonly<Record<string, string>>;
  /** By level, in the order in which they were named. */
  readonly holders: Readonly<Record<string, readonly { readonly person: string; readonly from: Day }[]>>;
  readonly absences: readonly Absence[];
}

export const nobody: People = { assigned: {}, holders: {}, absences: [] };

/** Key of the process instance that knows the people; every other one sees it beside its own state. */
export const EVERYBODY = 'everybody';

const assign = (people: People, person: string, { stream }: EventMeta): People => ({
  ...people,
  assigned: { ...people.assigned, [stream]: person },
});

const away = (people: People, absence: Omit<Absence, 'record'>, { stream, revision }: EventMeta): People => ({
  ...people,
  absences: [...people.absences, { record: `${stream}@${revision}`, ...absence }],
});

const back = (people: People, { corrects }: { corrects: number }, { stream }: EventMeta): People => ({
  ...people,
  absences: people.absences.filter(({ record }) => record !== `${stream}@${corrects}`),
});

type PeopleEvent = EventOf<
  | typeof ContractManagerAssigned
  | typeof CaseLeadAssigned
  | typeof GrantManagerAssigned
  | typeof LevelHolderNamed
  | typeof CoverNamed
  | typeof CoverWithdrawn
  | typeof StandInNamed
  | typeof StandInWithdrawn
>;

/** Everything that says who is told. */
export const peopleLines: Required<Lines<People, PeopleEvent, People>> = {
  ContractManagerAssigned: (people, { manager }, meta) => assign(people, manager, meta),
  GrantManagerAssigned: (people, { manager }, meta) => assign(people, manager, meta),
  CaseLeadAssigned: (people, { lead }, meta) => assign(people, lead, meta),
  LevelHolderNamed: (people, { level, person, from }) => ({
    ...people,
    holders: { ...people.holders, [level]: [...(people.holders[level] ?? []), { person, from }] },
  }),
  CoverNamed: (people, { absent, cover, from, to }, meta) =>
    away(people, { within: meta.stream, absent, from, to, ...(cover !== undefined && { cover }) }, meta),
  CoverWithdrawn: back,
  StandInNamed: (people, { absent, standIn, from, to }, meta) =>
    away(people, { absent, from, to, ...(standIn !== undefined && { cover: standIn }) }, meta),
  StandInWithdrawn: back,
};

/** Streams to which whoever answers for a grant is assigned: the programme that the partner's id names after the local area's. */
export const managersOfGrant = (partner: string): readonly string[] => [`programme-${partner.split('~')[1]}`, `partner-${partner}`];

/** Streams to which whoever answers for a thing is assigned, by the thing's own stream. */
export const managersOf = (stream: string): readonly string[] =>
  stream.startsWith('partner-') ? managersOfGrant(stream.slice('partner-'.length)) : [stream];

/** Where an escalation starts, or goes to. */
export interface Rung {
  readonly level: EscalationLevel;
  /** Role at level 1. */
  readonly role: LevelOneRole;
  /** Streams to which the person at level 1 is assigned, the first one that has any; absences recorded there count too. */
  readonly assignedTo: readonly string[];
}

/** Who is told. */
export interface Addressee {
  readonly level: EscalationLevel;
  readonly role: EscalationRole;
  /** Absent where nobody is assigned: then whoever has the role. */
  readonly person?: string;
  /** Whom the person covers for. */
  readonly insteadOf?: string;
}

/** Who is told on a day: the person of the level or who covers; where nobody covers, the level above; at the highest the person all the same (E3). */
export function addressee(people: People, { level, role, assignedTo }: Rung, today: Day): Addressee {
  const to = { level, role: level === 1 ? role : ROLE_OF_LEVEL[level] };
  const person = level === 1 ? firstAssigned(people, assignedTo) : holderOn(people, level, today);
  if (person === undefined) return to;
  const absenceOf = (who: string): Absence | undefined =>
    people.absences.findLast(
      ({ absent, within, from, to: until }) =>
        absent === who && from <= today && today <= until && (within === undefined || assignedTo.includes(within)),
    );
  const absence = absenceOf(person);
  if (!absence) return { ...to, person };
  const { cover } = absence;
  if (cover !== undefined && !absenceOf(cover)) return { ...to, person: cover, insteadOf: person };
  if (level === 3) return { ...to, person };
  return addressee(people, { level: level === 1 ? 2 : 3, role, assignedTo }, today);
}

const firstAssigned = ({ assigned }: People, streams: readonly string[]): string | undefined =>
  streams.map((stream) => assigned[stream]).find((person) => person !== undefined);

/** Who was named for the latest day that has come. */
const holderOn = ({ holders }: People, level: EscalationLevel, today: Day): string | undefined =>
  (holders[level] ?? [])
    .filter(({ from }) => from <= today)
    .reduce<{ person: string; from: Day } | undefined>((last, one) => (last && last.from > one.from ? last : one), undefined)?.person;
