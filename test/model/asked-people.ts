import { addDays } from '@app/calendar';
import { ago, among, askedOf, reason, revision, today, type Asked, type Asking, type Chance } from './asking';
import { CASE, CONTRACT, INSTALLATION, LEAD, PROGRAMME, TIMELINESS } from './scene';
import type { World } from './world';

const caseOf = ({ a }: Chance): string => among([CASE, CASE, TIMELINESS], a);
const onCase = askedOf(caseOf);
const onUnit = askedOf(INSTALLATION);
const LEADS = [LEAD, 'u-lead-2'];
const STAFF = [...LEADS, 'u-manager', 'u-two', 'u-three'];

const away = (world: World, { a, b }: Chance): object => ({ from: ago(world, a % 5), to: addDays(today(world), b % 30), reason });

/** Who answers for what, who holds the levels above, and who covers (E3). */
export const askedOfPeople: Asked = Object.fromEntries([
  onCase('AssignCaseLead', (_world, { b }) => ({ lead: among(LEADS, b), reason })),
  onCase('NameCover', (world, chance) => ({
    absent: among(LEADS, chance.b),
    ...(chance.a % 2 === 0 ? {} : { cover: among(['u-cover', 'u-lead-2', 'u-two'], chance.a) }),
    ...away(world, chance),
  })),
  onCase('WithdrawCover', (world, chance) => ({
    corrects: revision(world, `improvementCase-${caseOf(chance)}`, 'CoverNamed'),
    reason,
  })),
  askedOf(CONTRACT)('AssignContractManager', (_world, { a }) => ({ manager: among(['u-manager', 'u-manager-2'], a), reason })),
  askedOf(PROGRAMME)('AssignGrantManager', (_world, { a }) => ({ manager: among(['u-manager', 'u-manager-3'], a), reason })),
  onUnit('NameLevelHolder', (world, { a, b }) => ({
    level: among([2, 3], a),
    person: among(a % 2 === 0 ? ['u-two', 'u-two-2'] : ['u-three', 'u-three-2'], b),
    from: ago(world, (b % 30) - 10),
  })),
  onUnit('NameStandIn', (world, chance) => ({
    absent: among(STAFF, chance.b),
    ...(chance.a % 2 === 0 ? {} : { standIn: among(['u-cover', 'u-lead-2', 'u-three'], chance.a) }),
    ...away(world, chance),
  })),
  onUnit('WithdrawStandIn', (world) => ({ corrects: revision(world, `installation-${INSTALLATION}`, 'StandInNamed'), reason })),
] satisfies [string, Asking][]);
