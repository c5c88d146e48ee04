import type { Day } from '@app/calendar';
import type { ContractManagerAssigned } from '@app/domain/events';
import type { EventOf, Lines } from '@app/event-sourcing';
import type { Told } from './outstanding';
import type { LevelOneRole } from './row';

/** Who is assigned to a thing. */
export type Assignments = Readonly<Partial<Record<LevelOneRole, string>>>;

/** Events on a thing's own stream that say who is responsible for it at level 1 (E3). */
export const assignmentLines: Lines<Assignments, EventOf<typeof ContractManagerAssigned>, Assignments> = {
  ContractManagerAssigned: (assigned, { manager }) => ({ ...assigned, 'contract-manager': manager }),
};

/** Who is told at level 1 on a day. */
export function told(assigned: Assignments, role: LevelOneRole, _today: Day): Told {
  const person = assigned[role];
  return person === undefined ? {} : { person };
}
