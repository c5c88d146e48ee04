import { setTimeout as sleep } from 'node:timers/promises';
import { Refused, type Action, type Feature, type Process } from '@app/event-sourcing';
import { comparePositions, type EventStore, type Position } from '@app/event-store';
import { VersionNotServing, type Instance, type InstanceRefusal, type ReadStore, type StepOutcome } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { CommandFailed } from './command-errors';
import type { CommandRequest } from './decider';
import type { DomainClock } from './clock';
import { uuidV5 } from './http/request-headers';

export interface ProcessRunnerOptions {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly processes: readonly Process[];
  readonly features: readonly Feature[];
  readonly send: (request: CommandRequest) => Promise<unknown>;
  readonly clock: DomainClock;
}

type Send = Extract<Action, { send: object }>;

/** Instances asked side by side; their own steps go one after another. */
const SIDE_BY_SIDE = 16;
/** Longest wait for a due moment, in milliseconds: a clock that was moved is noticed within it. */
const LONGEST_WAIT = 30_000;
/** Milliseconds before commands that the store could not take are sent again. */
const AGAIN = 500;

/**
 * Asks the processes what is next, at the head of the log only, the longest due first, and sends what they ask for.
 * Sent twice, a step is the same command; what was answered is remembered beside the state and is not sent again.
 */
export class ProcessRunner {
  private readonly logger = new Logger('processes');
  private readonly features = new Map<unknown, Feature>();
  private asking: Promise<number> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running = false;

  constructor(private readonly options: ProcessRunnerOptions) {
    for (const feature of options.features) this.features.set(feature.command, feature);
  }

  start(): void {
    this.running = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.timer);
    await this.asking?.catch(() => undefined);
  }

  /** Something was folded, or the clock was moved: ask again soon. */
  wake(): void {
    if (!this.running || this.asking) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.round(), 0);
  }

  /** Asks everything that is due now. @returns how many commands were answered */
  async ask(): Promise<number> {
    while (this.asking) await this.asking.catch(() => undefined);
    this.asking = this.askAll();
    try {
      return await this.asking;
    } finally {
      this.asking = undefined;
    }
  }

  /** The earliest moment at which a process wants to be asked. */
  async nextMoment(): Promise<string | undefined> {
    const moments = await Promise.all(this.options.processes.map((process) => this.momentOf(process)));
    return moments.filter((moment) => moment !== undefined).sort()[0];
  }

  private async round(): Promise<void> {
    let wait = LONGEST_WAIT;
    try {
      const answered = await this.ask();
      const next = await this.nextMoment();
      if (answered > 0 || (next !== undefined && next <= this.options.clock.now())) wait = answered > 0 ? 0 : AGAIN;
      else if (next !== undefined) wait = Math.min(LONGEST_WAIT, Date.parse(next) - Date.parse(this.options.clock.now()));
    } catch (error) {
      this.logger.warn({ error: String(error) }, 'The processes could not be asked; trying again');
      wait = AGAIN;
    }
    clearTimeout(this.timer);
    if (this.running) this.timer = setTimeout(() => void this.round(), wait);
  }

  private async momentOf(process: Process): Promise<string | undefined> {
    try {
      return await this.options.readStore.nextAttention(process);
    } catch (error) {
      if (error instanceof VersionNotServing) return undefined;
      throw error;
    }
  }

  private async askAll(): Promise<number> {
    let answered = 0;
    for (const process of this.options.processes) answered += await this.askProcess(process);
    return answered;
  }

  /** At the head only: the log's end is read first, then the state must have come that far. */
  private async askProcess(process: Process): Promise<number> {
    const { readStore, clock, store } = this.options;
    const moment = await this.momentOf(process);
    const now = clock.now();
    if (moment === undefined || moment > now) return 0;
    const end = await store.end();
    if (end !== undefined && !(await readStore.waitFor(process.name, end, 2_000))) return 0;
    let answered = 0;
    const seen = new Set<string>();
    for (;;) {
      const { instances, position } = await readStore.dueInstances(process, now, 200);
      if (comparePositions(position, end) < 0) return answered;
      const fresh = instances.filter(({ instance }) => !seen.has(instance));
      if (fresh.length === 0) return answered;
      for (let at = 0; at < fresh.length; at += SIDE_BY_SIDE) {
        const counts = await Promise.all(
          fresh.slice(at, at + SIDE_BY_SIDE).map((instance) => this.askInstance(process, instance, now, position)),
        );
        answered += counts.reduce((sum, count) => sum + count, 0);
      }
      for (const { instance } of fresh) seen.add(instance);
    }
  }

  private async askInstance(process: Process, instance: Instance<unknown>, now: string, readUpTo: Position | undefined): Promise<number> {
    const { readStore } = this.options;
    const { instance: key, state, seen } = instance;
    if (instance.refused) {
      await readStore.settle(process, key, { seen, remindAt: null });
      return 0;
    }
    const actions = process.next(state, { now, instance: key, readUpTo: readUpTo ?? '' });
    const answered: Record<string, StepOutcome> = {};
    let refused: InstanceRefusal | undefined;
    for (const action of actions) {
      if (!('send' in action) || typeof instance.answered[action.step] === 'string' || action.step in answered) continue;
      const outcome = await this.sendStep(process, key, action);
      if (outcome === 'unanswered') {
        await readStore.settle(process, key, { seen, remindAt: now, answered });
        return Object.keys(answered).length;
      }
      answered[action.step] = outcome.step;
      if (outcome.refused) {
        refused = outcome.refused;
        break;
      }
    }
    const reminders = actions.flatMap((action) => ('remindAt' in action && action.remindAt > now ? [action.remindAt] : [])).sort();
    await readStore.settle(process, key, {
      seen,
      remindAt: refused ? null : (reminders[0] ?? null),
      answered,
      ...(refused && { refused }),
    });
    return Object.keys(answered).length;
  }

  private async sendStep(
    process: Process,
    instance: string,
    { send: command, to, step, because }: Send,
  ): Promise<{ step: StepOutcome; refused?: InstanceRefusal } | 'unanswered'> {
    const feature = this.features.get(command.constructor);
    if (!feature) throw new Error(`No feature carries out ${command.constructor.name}`);
    try {
      const answer = await this.options.send({
        feature,
        command,
        id: to,
        actor: { who: `process:${process.name}`, role: 'system' },
        commandId: uuidV5(['process', process.name, instance, step]),
        ...(because && { correlationId: because.correlationId, causationId: because.eventId }),
      });
      return { step: (answer as { events: readonly unknown[] }).events.length > 0 ? 'accepted' : 'nothing' };
    } catch (error) {
      if (error instanceof CommandFailed && error.status === 503) {
        await sleep(AGAIN);
        return 'unanswered';
      }
      // The same step was recorded before with what was known then, e.g. a lapse that names an earlier head of the log.
      if (error instanceof CommandFailed && error.code === 'idempotency-key-reused') return { step: 'accepted' };
      const code = error instanceof Refused || error instanceof CommandFailed ? error.code : 'internal-error';
      const says = error instanceof Refused ? error.message : `${command.constructor.name} could not be carried out`;
      this.logger.error(
        { process: process.name, step, code, error: error instanceof Refused ? undefined : String(error) },
        'A process was refused',
      );
      return { step: { refused: code }, refused: { step, code, says } };
    }
  }
}
