import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Telling } from '@app/automation/notifications/telling';
import { processes } from '@app/automation';
import { features } from '@app/domain';
import { lastInstantOf } from '@app/calendar';
import { chained, GENESIS, type EventStore } from '@app/event-store';
import { Automation, ProcessRunner, type Commands } from '@app/nest';
import { openRuntime, type Runtime } from '../../apps/casework/src/runtime';
import { settingsFrom } from '../../apps/casework/src/settings';
import { medianOf, quantile, table, writers } from './measuring';

/** How many requirements are open, and how many of them come due while the system is down; fewer by `ALARM_OPEN`, `ALARM_DUE`. */
const OPEN = Number(process.env.ALARM_OPEN ?? 100_000);
const DUE = Number(process.env.ALARM_DUE ?? 10_000);
const TICKS = 500;
const RECORDED = '2024-01-08T09:00:00.000Z';
const DUE_ON = '2024-02-01';
const BACK_UP = '2024-02-20T08:00:00.000Z';
const MINUTES = 60_000;

const golden = (type: string) => JSON.parse(readFileSync(join(__dirname, `../stored-events/${type}.v1.json`), 'utf8'));

/** Risks with a review that lies ahead, and the requirement that each has imposed. */
async function fill(store: EventStore): Promise<void> {
  const [raised, imposed] = [golden('RiskRaised'), golden('RequirementImposed')];
  const put = async (stream: string, type: string, data: object, who: string): Promise<void> => {
    const metadata = {
      v: 1 as const,
      who,
      role: 'system',
      recordedAt: RECORDED,
      effectiveOn: '2024-01-08',
      commandId: randomUUID(),
      bodyDigest: '0'.repeat(64),
      $correlationId: '36a6676b-3367-56a3-b72e-fe3c9ea8b383',
      $causationId: '36a6676b-3367-56a3-b72e-fe3c9ea8b383',
      schemaVersion: 1,
      build: 'bench',
    };
    const { event } = chained({ prev: GENESIS, stream, revision: 0, type, data: data as never, metadata });
    await store.append(stream, 'no-stream', [event]);
  };
  await writers(256, OPEN, async (number) => {
    const due = number < DUE ? DUE_ON : `2024-0${4 + (number % 5)}-1${number % 9}`;
    const id = `b${number}`;
    await put(`risk-${id}`, 'RiskRaised', { ...raised, raisedOn: '2024-01-08', nextReviewOn: due }, 'u-1');
    const requirement = {
      ...imposed,
      definition: 'risk-review',
      rule: 'C15',
      says: 'The risk is reviewed',
      what: `risk-${id}`,
      period: 'r0',
      from: '2024-01-08',
      areas: [raised.area],
      due,
      dueMoment: lastInstantOf(due),
      because: 'the next review that was set',
      counted: { from: due, unit: 'date', count: 0, skipped: [] },
      settings: [],
      imposedBy: { event: `risk-${id}@0`, effectiveOn: '2024-01-08' },
      escalation: { level: 1, need: 'information', secondInARow: 2 },
    };
    await put(`requirement-risk_review~${id}~r0`, 'RequirementImposed', requirement, 'process:requirements');
  });
}

interface Worker {
  readonly runtime: Runtime;
  readonly runner: ProcessRunner;
  readonly automation: Automation;
}

function workerOn(runtime: Runtime): Worker {
  const { store, readStore, clock, decider, foldRunner, movable } = runtime;
  const runner = new ProcessRunner({
    store,
    readStore,
    processes,
    features,
    clock,
    send: (request) => decider.handle(request),
    tell: (telling) => runtime.notifications.tell(telling as Telling),
  });
  foldRunner.onFolded = () => runner.wake();
  const commands = { holdingPeople: <T>(work: () => Promise<T>) => work() } as Commands;
  return { runtime, runner, automation: new Automation(commands, decider, foldRunner, runner, movable) };
}

/** Seconds by the clock, and of processor time of every thread. */
async function costOf(work: () => Promise<unknown>): Promise<{ clock: number; processor: number }> {
  const before = process.cpuUsage();
  const clock = await seconds(work);
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1_000_000 };
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
};

async function counted(store: EventStore): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll(after === undefined ? { limit: 2_000 } : { from: after as never, limit: 2_001 });
    const fresh = page.filter(({ position }) => position !== after);
    if (fresh.length === 0) return counts;
    for (const { type } of fresh) counts[type] = (counts[type] ?? 0) + 1;
    after = fresh.at(-1)!.position;
  }
}

/** What a tick costs while nothing is due, and whether it grows. */
async function ticks({ runner }: Worker): Promise<{ median: number; worst: number; growth: number }> {
  const times: number[] = [];
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let tick = 0; tick < TICKS; tick += 1) times.push((await seconds(() => runner.ask())) * 1_000);
  globalThis.gc?.();
  return { median: medianOf(times), worst: quantile(times, 0.99), growth: (process.memoryUsage().heapUsed - before) / 1_000_000 };
}

const raise = features.find(({ command }) => command.name === 'RaiseRisk')!;
const reassess = features.find(({ command }) => command.name === 'ReassessRisk')!;
const actor = { who: 'u-1', role: 'case-lead' };

/** Latency of a command that imposes, and of one that meets, at a steady pace, in milliseconds: the middle and the 95th of 100. */
async function paced({ runtime }: Worker, prefix: string): Promise<{ median: number; late: number }> {
  const day = runtime.clock.now().slice(0, 10);
  const assessed = { likelihood: 3, impact: 3, nextReviewOn: '2024-12-01' };
  const times: number[] = [];
  const send = async (feature: typeof raise, id: string, body: object): Promise<void> => {
    const command = Object.assign(new feature.command(), body) as object;
    times.push((await seconds(() => runtime.decider.handle({ feature, command, id, actor }))) * 1_000);
    await sleep(25);
  };
  for (let number = 0; number < 150; number += 1) {
    await send(raise, `${prefix}${number}`, { area: '931', raisedOn: day, owner: 'u-7', summary: 'Seen', ...assessed });
    await send(reassess, `${prefix}${number}`, { reassessedOn: day, reason: 'As before', ...assessed });
  }
  return { median: medianOf(times), late: quantile(times, 0.95) };
}

/** The alarm: a tick with everything open and nothing due; what came due while the system was down; what a caller notices of it. */
export async function alarmBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
  const runtime = await openRuntime(settingsFrom({ CASEWORK_DATA: folder }, ['--found', 'example']));
  const worker = workerOn(runtime);
  const { runner, automation } = worker;
  await runtime.movable!.moveTo(RECORDED);
  await fill(runtime.store);
  const folding = await costOf(async () => {
    await runtime.foldRunner.start();
    await runtime.foldRunner.caughtUp(30 * MINUTES);
  });
  const asking = await costOf(() => automation.settled());
  const tick = await ticks(worker);
  await runtime.movable!.moveTo(BACK_UP);
  const catching = await costOf(() => automation.settled());
  const counts = await counted(runtime.store);
  const { queued, delivered } = await runtime.outbox.figures();
  const without = await paced(worker, 'w');
  await automation.settled();
  runner.start();
  const with_ = await paced(worker, 'x');
  await runner.stop();
  table(
    `The alarm on the embedded store with every read model, ${OPEN} requirements open`,
    ['what', 'measured', 'by processor time', 'unit'],
    [
      ['folding what is open', (2 * OPEN) / folding.clock, (2 * OPEN) / folding.processor, 'events a second'],
      ['asking once about all that is open', OPEN / asking.clock, OPEN / asking.processor, 'a second'],
      ['a tick with nothing due, median', tick.median, '', 'ms'],
      ['a tick with nothing due, p99', tick.worst, '', 'ms'],
      [`growth of the heap over ${TICKS} ticks`, tick.growth, '', 'MB'],
      [`${DUE} due at once after downtime: lapsed, escalated, queued`, DUE / catching.clock, DUE / catching.processor, 'a second'],
      ['of them lapsed', counts.RequirementLapsed ?? 0, '', ''],
      ['of them escalated', counts.EscalationRaised ?? 0, '', ''],
      ['messages queued', queued + delivered, '', ''],
      ['a causing command, no alarm at work, median', without.median, '', 'ms'],
      ['a causing command, the alarm at work, median', with_.median, '', 'ms'],
      ['a causing command, no alarm at work, p95', without.late, '', 'ms'],
      ['a causing command, the alarm at work, p95', with_.late, '', 'ms'],
    ],
  );
  await runtime.foldRunner.stop();
  await runtime.close();
  rmSync(folder, { recursive: true, force: true });
}
