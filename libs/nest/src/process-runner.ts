import { setTimeout as sleep } from 'node:timers/promises';
import { Refused, UnknownEvent, type Action, type Feature, type Moment, type Process } from '@app/event-sourcing';
import { comparePositions, type EventStore, type Position } from '@app/event-store';
import { VersionNotServing, type Instance, type InstanceRefusal, type ReadStore, type Settled, type StepOutcome } from '@app/read-store';
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
  /** Queues what people are to be told. @returns whether there was anything new to queue */
  readonly tell: (telling: object) => Promise<boolean>;
  readonly clock: DomainClock;
}

/** What came of asking the processes. */
export interface Asked {
  /** Commands that were answered. */
  readonly answered: number;
  /** Whether some could not be asked or answered yet: their state is not at the log's head, or the store took no command. */
  readonly waiting: boolean;
}

/** What came of asking one instance, and what is to be noted of it. */
interface AskedOne extends Asked {
  readonly settled: Settled;
}

type Send = Extract<Action, { send: object }>;
type Tell = Extract<Action, { tell: object }>;

/** When instances are asked, up to where they were read, and what concerns all of them. */
interface At {
  readonly now: string;
  readonly position: Position | undefined;
  readonly beside: unknown;
}

/** Instances asked side by side, and settled together; their own steps go one after another. */
const SIDE_BY_SIDE = 64;
/** Longest wait for a due moment, in milliseconds: a clock that was moved is noticed within it. */
const LONGEST_WAIT = 30_000;
/** Milliseconds before commands that the store could not take are sent again. */
const AGAIN = 500;
/** Milliseconds of the domain clock before it is tried again to queue what people are to be told. */
const TELL_AGAIN = 5_000;
/** Milliseconds in which what was folded is gathered before the processes are asked. */
const SOON = 5;
/** Milliseconds that a process waits for its state to come as far as the log. */
const HEAD_WITHIN = 2_000;

/**
 * Asks the processes what is next, at the head of the log only, the longest due first, and sends what they ask for.
 * Sent twice, a step is the same command; what was answered is remembered beside the state and is not sent again.
 */
export class ProcessRunner {
  private readonly logger = new Logger('processes');
  private readonly features = new Map<unknown, Feature>();
  private asking: Promise<Asked> | undefined;
  private rounding: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private running = false;
  private stopping = false;
  /** Whether something came that has not been asked about. */
  private woken = false;

  constructor(private readonly options: ProcessRunnerOptions) {
    for (const feature of options.features) this.features.set(feature.command, feature);
  }

  start(): void {
    this.running = true;
    this.wake();
  }

  /** Sends nothing more; what is being carried out is answered first. */
  async stop(): Promise<void> {
    this.running = false;
    this.stopping = true;
    clearTimeout(this.timer);
    await this.asking?.catch(() => undefined);
    await this.rounding;
    this.stopping = false;
    this.woken = false;
  }

  /** Something was folded, or the clock was moved: ask again soon, however often this is said. */
  wake(): void {
    if (!this.running || this.woken) return;
    this.woken = true;
    if (!this.asking) this.roundIn(SOON);
  }

  /** Asks everything that is due now. */
  async ask(): Promise<Asked> {
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
    let wait = AGAIN;
    this.woken = false;
    try {
      const { answered, waiting } = await this.ask();
      if (answered > 0) wait = 0;
      else if (!waiting) wait = await this.untilNextMoment();
    } catch (error) {
      this.logger.warn({ error: String(error) }, 'The processes could not be asked; trying again');
    }
    if (this.running) this.roundIn(this.woken ? Math.min(wait, SOON) : wait);
  }

  private async untilNextMoment(): Promise<number> {
    const next = await this.nextMoment();
    const now = this.options.clock.now();
    if (next === undefined) return LONGEST_WAIT;
    return next <= now ? AGAIN : Math.min(LONGEST_WAIT, Date.parse(next) - Date.parse(now));
  }

  private roundIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.rounding = this.round()), milliseconds);
  }

  private async momentOf(process: Process): Promise<string | undefined> {
    try {
      return await this.options.readStore.nextAttention(process);
    } catch (error) {
      if (error instanceof VersionNotServing) return undefined;
      throw error;
    }
  }

  private async askAll(): Promise<Asked> {
    let asked = NOTHING;
    for (const process of this.options.processes) asked = both(asked, await this.askProcess(process));
    return asked;
  }

  /** At the head only: the log's end is read first, then the state must have come that far. */
  private async askProcess(process: Process): Promise<Asked> {
    const { readStore, clock, store } = this.options;
    const now = clock.now();
    try {
      const moment = await readStore.nextAttention(process);
      if (moment === undefined || moment > now || (await readStore.checkpoint(process.name)).stopped) return NOTHING;
      const end = await store.end();
      if (end !== undefined && !(await readStore.waitFor(process.name, end, HEAD_WITHIN))) return WAITING;
      return await this.askDue(process, now, end);
    } catch (error) {
      if (error instanceof VersionNotServing) return WAITING;
      throw error;
    }
  }

  /** Each instance once, in the order in which they are due: one that an event has touched meanwhile is behind, and comes in the next round. */
  private async askDue(process: Process, now: string, end: Position | undefined): Promise<Asked> {
    let asked = NOTHING;
    let last: Instance<unknown> | undefined;
    for (;;) {
      const { instances, position } = await this.options.readStore.dueInstances(process, now, 200, last);
      if (comparePositions(position, end) < 0) return both(asked, WAITING);
      if (instances.length === 0) return asked;
      const beside = await this.stateBeside(process);
      for (let at = 0; at < instances.length; at += SIDE_BY_SIDE) {
        if (this.stopping) return both(asked, WAITING);
        const together = await this.askTogether(process, instances.slice(at, at + SIDE_BY_SIDE), { now, position, beside });
        asked = both(asked, together);
        if (together.waiting && together.answered === 0) return asked;
      }
      last = instances.at(-1);
    }
  }

  private async askTogether(process: Process, instances: readonly Instance<unknown>[], at: At): Promise<Asked> {
    const asked = await Promise.allSettled(instances.map((instance) => this.askInstance(process, instance, at)));
    const answers = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await this.options.readStore.settle(
      process,
      answers.map(({ settled }) => settled),
    );
    const failed = asked.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return answers.reduce<Asked>(both, NOTHING);
  }

  /** What concerns all instances, as far as their own states or further. */
  private async stateBeside(process: Process): Promise<unknown> {
    if (process.beside === undefined) return undefined;
    const { instance } = await this.options.readStore.instance(process, process.beside);
    return instance?.state ?? process.initial(process.beside);
  }

  private async askInstance(process: Process, instance: Instance<unknown>, { now, position, beside }: At): Promise<AskedOne> {
    const { instance: key, state, seen } = instance;
    if (instance.refused) return { ...NOTHING, settled: { instance: key, seen, remindAt: null } };
    const actions = this.nextOf(process, state, {
      now,
      instance: key,
      readUpTo: position ?? '',
      ...(process.beside !== undefined && { beside }),
    });
    if ('code' in actions) return { ...NOTHING, settled: { instance: key, seen, remindAt: null, refused: actions } };
    const answered: Record<string, StepOutcome> = {};
    let refused: InstanceRefusal | undefined;
    const moments = actions.flatMap((action) => ('remindAt' in action && action.remindAt > now ? [action.remindAt] : []));
    for (const action of actions) {
      if (!('step' in action) || typeof instance.answered[action.step] === 'string' || action.step in answered) continue;
      if ('tell' in action) {
        const told = await this.tellStep(process, action);
        if (told) answered[action.step] = told;
        else moments.push(new Date(Date.parse(now) + TELL_AGAIN).toISOString());
        continue;
      }
      const outcome = await this.sendStep(process, key, action);
      if (outcome === 'unanswered') {
        return { answered: Object.keys(answered).length, waiting: true, settled: { instance: key, seen, remindAt: now, answered } };
      }
      answered[action.step] = outcome.step;
      if (outcome.refused) {
        refused = outcome.refused;
        break;
      }
    }
    const remindAt = refused ? null : (moments.sort()[0] ?? null);
    const settled = { instance: key, seen, remindAt, answered, ...(refused && { refused }) };
    return { answered: Object.keys(answered).length, waiting: false, settled };
  }

  /** What it wants, or why it cannot say: then it waits for a person, and the others go on. */
  private nextOf(process: Process, state: unknown, moment: Moment): readonly Action[] | InstanceRefusal {
    try {
      return process.next(state, moment);
    } catch (error) {
      this.logger.error({ process: process.name, error: String(error) }, 'A process could not say what is next');
      return { step: 'next', code: 'process-failed', says: 'It could not be said what is next' };
    }
  }

  /** What cannot be queued now is tried again later and holds nothing up. */
  private async tellStep(process: Process, { tell, step }: Tell): Promise<StepOutcome | undefined> {
    try {
      return (await this.options.tell(tell)) ? 'accepted' : 'nothing';
    } catch (error) {
      this.logger.error(
        { process: process.name, step, error: String(error) },
        'What people are to be told could not be queued; trying again',
      );
      return undefined;
    }
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
      // The same step was recorded before with what was known then, e.g. a lapse that names an earlier head of the log.
      if (error instanceof CommandFailed && error.code === 'idempotency-key-reused') return { step: 'accepted' };
      if (passes(error)) {
        await sleep(AGAIN);
        return 'unanswered';
      }
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

const NOTHING: Asked = { answered: 0, waiting: false };
const WAITING: Asked = { answered: 0, waiting: true };
const both = (one: Asked, other: Asked): Asked => ({ answered: one.answered + other.answered, waiting: one.waiting || other.waiting });

/** Whether another time may bring another answer: a store or the keys are away, the step is being carried out already, or a newer build has written there. */
function passes(error: unknown): boolean {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  return error instanceof UnknownEvent || status === 503 || status === 409 || code === 'store-unavailable' || code === 'outcome-unknown';
}
