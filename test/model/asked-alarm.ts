import { among, ask, reason, revision, type Asked, type Asking } from './asking';
import type { World } from './world';

const onEscalation = (name: string, body: (world: World, id: string) => object): [string, Asking] => [
  name,
  (world, { a }) => {
    const ids = world.ids('escalation');
    const id = ids.at(-1 - (a % 4)) ?? ids[0];
    return id !== undefined && ask(world, name, id, body(world, id));
  },
];
const onRequirement = (name: string, body: (world: World, id: string) => object): [string, Asking] => [
  name,
  (world, { a }) => {
    const ids = world.ids('requirement').filter((id) => !id.startsWith('acknowledgement'));
    return ids.length > 0 && ask(world, name, among(ids, a), body(world, among(ids, a)));
  },
];

/** What people answer to the alarm itself. */
export const askedOfAlarm: Asked = Object.fromEntries([
  onEscalation('AcknowledgeEscalation', () => ({ reason })),
  onEscalation('ResolveEscalation', () => ({ reason })),
  onEscalation('WithdrawEscalation', () => ({ reason })),
  onEscalation('ReopenEscalation', (world, id) => ({
    corrects: revision(world, `escalation-${id}`, 'EscalationResolved', 'EscalationWithdrawn'),
    reason,
  })),
  onRequirement('WaiveRequirement', () => ({ reason })),
  onRequirement('WithdrawWaiver', (world, id) => ({ corrects: revision(world, `requirement-${id}`, 'RequirementWaived'), reason })),
]);
