import * as events from '@app/domain/events';
import type { DomainEvent, EventMeta } from '@app/event-sourcing';
import { addressee, managersOf, nobody, peopleLines, type People, type Rung } from './people';

const CASE = 'improvementCase-931~inspection';
const CONTRACT = 'contract-CON_22889';
const HOUSE = 'installation-1';

const after = (...given: readonly (readonly [string, DomainEvent])[]): People =>
  given.reduce<People>((people, [stream, event], revision) => {
    const line = peopleLines[event.type as keyof typeof peopleLines];
    return line(people, event.data as never, { stream, revision } as EventMeta, '');
  }, nobody);

const lead = [CASE, events.CaseLeadAssigned({ lead: 'u-1', reason: 'r' })] as const;
const leader = [HOUSE, events.LevelHolderNamed({ level: 2, person: 'u-30', from: '2021-09-02' })] as const;
const director = [HOUSE, events.LevelHolderNamed({ level: 3, person: 'u-40', from: '2021-09-02' })] as const;
const away = (absent: string, standIn?: string) =>
  [HOUSE, events.StandInNamed({ absent, from: '2023-12-18', to: '2024-01-02', reason: 'Leave', ...(standIn && { standIn }) })] as const;
const whole = [lead, leader, director];

const at = (level: 1 | 2 | 3, change: Partial<Rung> = {}): Rung => ({ level, role: 'case-lead', assignedTo: [CASE], ...change });
const DAY = '2023-12-20';

describe('who is told (E3)', () => {
  it('is the person of each level', () => {
    const people = after(...whole);
    expect(addressee(people, at(1), DAY)).toEqual({ level: 1, role: 'case-lead', person: 'u-1' });
    expect(addressee(people, at(2), DAY)).toEqual({ level: 2, role: 'team-leader', person: 'u-30' });
    expect(addressee(people, at(3), DAY)).toEqual({ level: 3, role: 'deputy-director', person: 'u-40' });
  });

  it('is the role alone where nobody is assigned or named', () => {
    expect(addressee(nobody, at(1), DAY)).toEqual({ level: 1, role: 'case-lead' });
    expect(addressee(nobody, at(3), DAY)).toEqual({ level: 3, role: 'deputy-director' });
  });

  it('is who is assigned to the first of several streams that has anybody', () => {
    const people = after(lead, [CONTRACT, events.ContractManagerAssigned({ manager: 'u-21', reason: 'r' })]);
    expect(addressee(people, at(1, { assignedTo: ['improvementCase-931~timeliness', CASE, CONTRACT] }), DAY).person).toBe('u-1');
    expect(addressee(people, at(1, { role: 'contract-manager', assignedTo: [CONTRACT] }), DAY)).toEqual({
      level: 1,
      role: 'contract-manager',
      person: 'u-21',
    });
  });

  it('is the grant manager of the programme for a partner, its packages and its applications', () => {
    const people = after(['programme-project_5369', events.GrantManagerAssigned({ manager: 'u-11', reason: 'r' })]);
    const told = (assignedTo: readonly string[]) => addressee(people, at(1, { role: 'grant-manager', assignedTo }), DAY).person;
    expect(told(managersOf('partner-851~project_5369'))).toBe('u-11');
    expect(told(managersOf('partner-887~project_5369~urgent'))).toBe('u-11');
    expect(told(managersOf('partner-851~another'))).toBeUndefined();
    expect(managersOf('contract-CON_22889')).toEqual(['contract-CON_22889']);
  });

  it('is who holds the level on the day, whenever that was recorded', () => {
    const next = [HOUSE, events.LevelHolderNamed({ level: 2, person: 'u-31', from: '2023-12-21' })] as const;
    const people = after(next, leader);
    expect(addressee(people, at(2), '2023-12-20').person).toBe('u-30');
    expect(addressee(people, at(2), '2023-12-21').person).toBe('u-31');
    expect(addressee(people, at(2), '2021-09-01')).toEqual({ level: 2, role: 'team-leader' });
    const corrected = [HOUSE, events.LevelHolderNamed({ level: 2, person: 'u-32', from: '2021-09-02' })] as const;
    expect(addressee(after(leader, corrected), at(2), DAY).person).toBe('u-32');
  });

  it('is who stands in, at every level, from the first day of the absence to the last', () => {
    const people = after(...whole, away('u-1', 'u-2'), away('u-30', 'u-31'), away('u-40', 'u-41'));
    expect(addressee(people, at(1), '2023-12-18')).toEqual({ level: 1, role: 'case-lead', person: 'u-2', insteadOf: 'u-1' });
    expect(addressee(people, at(2), '2024-01-02')).toMatchObject({ person: 'u-31', insteadOf: 'u-30' });
    expect(addressee(people, at(3), DAY)).toMatchObject({ person: 'u-41', insteadOf: 'u-40' });
    for (const day of ['2023-12-17', '2024-01-03']) expect(addressee(people, at(3), day)).toMatchObject({ level: 3, person: 'u-40' });
  });

  it('is a level higher where nobody covers, or who covers is away too; at the highest the person all the same', () => {
    const one = after(...whole, away('u-1'));
    expect(addressee(one, at(1), DAY)).toEqual({ level: 2, role: 'team-leader', person: 'u-30' });
    const two = after(...whole, away('u-1', 'u-2'), away('u-2', 'u-1'), away('u-30'));
    expect(addressee(two, at(1), DAY)).toEqual({ level: 3, role: 'deputy-director', person: 'u-40' });
    const all = after(...whole, away('u-1'), away('u-30'), away('u-40'));
    expect(addressee(all, at(1), DAY)).toEqual({ level: 3, role: 'deputy-director', person: 'u-40' });
  });

  it('minds the cover of one case in that case alone', () => {
    const cover = [CASE, events.CoverNamed({ absent: 'u-1', cover: 'u-2', from: DAY, to: DAY, reason: 'Leave' })] as const;
    const OTHER = 'improvementCase-887~timeliness';
    const people = after(lead, [OTHER, lead[1]], cover);
    expect(addressee(people, at(1), DAY).person).toBe('u-2');
    expect(addressee(people, at(1, { assignedTo: [OTHER] }), DAY).person).toBe('u-1');
  });

  it('is the person again where the absence was withdrawn', () => {
    const absence = { absent: 'u-1', from: '2023-12-18', to: '2024-01-02', reason: 'r' };
    const withdrawn = [HOUSE, events.StandInWithdrawn({ ...absence, corrects: 1 })] as const;
    expect(addressee(after(lead, away('u-1', 'u-2'), withdrawn), at(1), DAY).person).toBe('u-1');
    const elsewhere = [CASE, events.CoverWithdrawn({ ...absence, corrects: 1 })] as const;
    expect(addressee(after(lead, away('u-1', 'u-2'), elsewhere), at(1), DAY).person).toBe('u-2');
  });
});
