import { daysBetween, londonDay } from '@app/calendar';
import { processes } from '@app/automation';
import { requirementRegister } from '@app/reporting/requirement-register/requirement-register';
import type { Runtime } from './runtime';

/** Figures that are asked for when the metrics are read. Labels are names of folds, never of people or cases. */
export function registerGauges({ metrics, readStore, store, clock, freshness, outbox }: Runtime): void {
  metrics.gauge('casework_fold_behind', '1 while a read model or process has not seen the end of the log', 'fold', async () => {
    const end = await store.end();
    const status = await readStore.status();
    return Object.fromEntries(status.map(({ name, serving }) => [name, end !== undefined && (serving.position ?? '') < end ? 1 : 0]));
  });
  metrics.gauge('casework_fold_stale_seconds', 'Seconds since which a fold may lack something that was recorded', 'fold', async () =>
    Object.fromEntries([...freshness.stale].map(([name, since]) => [name, (Date.now() - since) / 1_000])),
  );
  metrics.gauge('casework_parked_instances', 'Instances that wait behind an event that could not be folded', 'fold', async () => {
    const status = await readStore.status();
    return Object.fromEntries(status.map(({ name, serving }) => [name, serving.parked]));
  });
  metrics.gauge(
    'casework_refused_instances',
    'Process instances that wait for a person because a step of theirs was refused',
    'fold',
    async () => {
      const counts: Record<string, number> = {};
      for (const process of processes) counts[process.name] = (await readStore.refusedInstances(process)).instances.length;
      return counts;
    },
  );
  metrics.gauge('casework_oldest_overdue_days', 'Days since the oldest requirement that is still owed was due', 'status', async () => {
    // Each by itself is the first row of an index; together they would be sorted first.
    const owed = ['open', 'lapsed'].map((status) => readStore.find(requirementRegister, { where: { status }, orderBy: 'due', limit: 1 }));
    const oldest = (await Promise.all(owed)).flatMap(({ rows }) => rows.map(({ row }) => row.due)).sort()[0];
    const today = londonDay(clock.now());
    return { owed: oldest !== undefined && oldest < today ? daysBetween(oldest, today) : 0 };
  });
  metrics.gauge('casework_notifications', 'Messages to people by what became of them', 'state', async () => {
    const { queued, delivered, parked } = await outbox.figures();
    return { queued, delivered, parked };
  });
  metrics.gauge(
    'casework_notifications_oldest_undelivered_seconds',
    'How long the oldest message that is queued or parked has waited',
    'state',
    async () => ({ undelivered: (await outbox.figures()).oldestUndeliveredSeconds }),
  );
}
