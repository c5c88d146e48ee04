import type { Day } from '@app/calendar';
import type { CaseLeadAssigned, ContractManagerAssigned, CoverNamed, CoverWithdrawn } from '@app/domain/events';
import type { EventOf, Lines } from '@app/event-sourcing';
import type { LevelOneRole } from './row';

/** Who is told at level 1, and in whose place. */
export interface Told {
  readonly person?: string;
  readonly insteadOf?: string;
  /** The person is absent and nobody covers: it starts a level higher (E3). */
  readonly nobody?: boolean;
}

interface Absence {
  readonly revision: number;
  readonly absent: string;
  readonly cover?: string;
  readonly from: Day;
  readonly to: Day;
}

/** Who is assigned to a thing, and who is away. */
export interface Assignments {
  readonly people: Readonly<Partial<Record<LevelOneRole, string>>>;
  readonly absences: readonly Absence[];
}

export const nobodyAssigned: Assignments = { people: {}, absences: [] };

/** Events on a thing's own stream that say who is responsible for it at level 1, and who covers (E3). */
export const assignmentLines: Lines<
  Assignments,
  EventOf<typeof ContractManagerAssigned | typeof CaseLeadAssigned | typeof CoverNamed | typeof CoverWithdrawn>,
  Assignments
> = {
  ContractManagerAssigned: (assigned, { manager }) => ({ ...assigned, people: { ...assigned.people, 'contract-manager': manager } }),
  CaseLeadAssigned: (assigned, { lead }) => ({ ...assigned, people: { ...assigned.people, 'case-lead': lead } }),
  CoverNamed: (assigned, { absent, cover, from, to }, { revision }) => ({
    ...assigned,
    absences: [...assigned.absences, { revision, absent, from, to, ...(cover === undefined ? {} : { cover }) }],
  }),
  CoverWithdrawn: (assigned, { corrects }) => ({
    ...assigned,
    absences: assigned.absences.filter(({ revision }) => revision !== corrects),
  }),
};

/** Who is told at level 1 on a day: the person assigned, or who covers for them. */
export function told({ people, absences }: Assignments, role: LevelOneRole, today: Day): Told {
  const person = people[role];
  if (person === undefined) return {};
  const away = (who: string): Absence | undefined =>
    absences.findLast(({ absent, from, to }) => absent === who && from <= today && today <= to);
  const absence = away(person);
  if (!absence) return { person };
  const { cover } = absence;
  return cover === undefined || away(cover) ? { nobody: true } : { person: cover, insteadOf: person };
}
