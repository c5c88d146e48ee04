import type { Day } from '@app/calendar';
import type { Entry } from './world';

/** Who answers for something at level 1: the role, and the streams on which somebody is assigned, the first that has any. */
export interface Manager {
  readonly role: 'case-lead' | 'contract-manager' | 'grant-manager';
  readonly streams: readonly string[];
}

export const contractManager = (contract: string): Manager => ({ role: 'contract-manager', streams: [`contract-${contract}`] });
export const caseLead = (...cases: string[]): Manager => ({ role: 'case-lead', streams: cases.map((one) => `improvementCase-${one}`) });
export const grantManager = (grant: string): Manager => ({
  role: 'grant-manager',
  streams: [`programme-${grant.split('~')[1]}`, `partner-${grant}`],
});

/** Who is told, at which level. */
export interface Recipient {
  readonly level: number;
  readonly role: string;
  readonly person?: string;
}

interface Absence {
  readonly record: string;
  /** Absent where it holds for everything. */
  readonly within?: string;
  readonly absent: string;
  readonly cover?: string;
  readonly from: Day;
  readonly to: Day;
}

const ROLES = ['', '', 'team-leader', 'deputy-director'];

/** Everybody who is responsible for anything, and who is away, by what was recorded so far (E3). */
export class People {
  private readonly assigned = new Map<string, string>();
  private readonly holders: { level: number; person: string; from: Day }[] = [];
  private absences: Absence[] = [];

  record({ event, meta }: Entry): void {
    const said = event.data as any;
    const { from, to, absent } = said;
    const record = `${meta.stream}@${meta.revision}`;
    switch (event.type) {
      case 'CaseLeadAssigned':
      case 'ContractManagerAssigned':
      case 'GrantManagerAssigned':
        this.assigned.set(meta.stream, said.lead ?? said.manager);
        break;
      case 'LevelHolderNamed':
        this.holders.push(said);
        break;
      case 'CoverNamed':
        this.absences.push({ record, within: meta.stream, absent, cover: said.cover, from, to });
        break;
      case 'StandInNamed':
        this.absences.push({ record, absent, cover: said.standIn, from, to });
        break;
      case 'CoverWithdrawn':
      case 'StandInWithdrawn':
        this.absences = this.absences.filter((one) => one.record !== `${meta.stream}@${said.corrects}`);
    }
  }

  /** Whoever covers is told in the place of who is away; where nobody does, the level above; the highest is told all the same. */
  told(level: number, to: Manager, today: Day): Recipient {
    const role = level === 1 ? to.role : ROLES[level]!;
    const person = level === 1 ? to.streams.map((stream) => this.assigned.get(stream)).find((one) => one) : this.holder(level, today);
    const absence = person === undefined ? undefined : this.away(person, to, today);
    if (absence === undefined) return { level, role, person };
    const { cover } = absence;
    if (cover !== undefined && !this.away(cover, to, today)) return { level, role, person: cover };
    return level === 3 ? { level, role, person } : this.told(level + 1, to, today);
  }

  private away(person: string, { streams }: Manager, today: Day): Absence | undefined {
    return this.absences.findLast(
      ({ absent, within, from, to }) =>
        absent === person && from <= today && today <= to && (within === undefined || streams.includes(within)),
    );
  }

  /** Whose day came last; of two from one day, who was named last. */
  private holder(level: number, today: Day): string | undefined {
    const held = this.holders.filter((one) => one.level === level && one.from <= today);
    const last = held
      .map(({ from }) => from)
      .sort()
      .at(-1);
    return held.findLast(({ from }) => from === last)?.person;
  }
}
