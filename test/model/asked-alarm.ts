import { among, ask, reason, revision, type Asked, type Asking } from './asking';
import type { World } from './world';

/** Of those that stand so, the latest ones. */
const standing = (world: World, category: string, statuses: readonly string[]): string[] =>
  world
    .ids(category)
    .filter((id) => !id.startsWith('acknowledgement') && statuses.includes(world.state<{ status: string }>(`${category}-${id}`)!.status))
    .slice(-6);

const onStanding =
  (category: string) =>
  (name: string, statuses: readonly string[], body: (world: World, id: string) => object): [string, Asking] => [
    name,
    (world, { a }) => {
      const id = among(standing(world, category, statuses), a);
      return id !== undefined && ask(world, name, id, body(world, id));
    },
  ];
const onEscalation = onStanding('escalation');
const onRequirement = onStanding('requirement');

/** What people answer to the alarm itself. */
export const askedOfAlarm: Asked = Object.fromEntries([
  onEscalation('AcknowledgeEscalation', ['open'], () => ({ reason })),
  onEscalation('ResolveEscalation', ['open', 'acknowledged'], () => ({ reason })),
  onEscalation('WithdrawEscalation', ['open', 'acknowledged'], () => ({ reason })),
  onEscalation('ReopenEscalation', ['resolved', 'withdrawn'], (world, id) => ({
    corrects: revision(world, `escalation-${id}`, 'EscalationResolved', 'EscalationWithdrawn'),
    reason,
  })),
  onRequirement('WaiveRequirement', ['open', 'lapsed'], () => ({ reason })),
  onRequirement('WithdrawWaiver', ['waived'], (world, id) => ({
    corrects: revision(world, `requirement-${id}`, 'RequirementWaived'),
    reason,
  })),
]);
