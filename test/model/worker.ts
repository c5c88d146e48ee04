import { processes } from '@app/automation';
import { keysOf, type Process } from '@app/event-sourcing';
import type { Told, World } from './world';

interface Instance {
  readonly state: unknown;
  /** When it wants to be asked; empty: at once; absent: not before the next event. */
  readonly wanted?: string;
  readonly answered: ReadonlySet<string>;
}

/** What a worker has folded, as the read store keeps it across restarts. */
export interface Folded {
  /** Events of the log that are folded. */
  readonly upTo: number;
  readonly instances: ReadonlyMap<string, Instance>;
  /** Instances that a stream's events concern besides those that they name, by process and stream. */
  readonly followed: ReadonlyMap<string, readonly string[]>;
}

export const nothingFolded: Folded = { upTo: 0, instances: new Map(), followed: new Map() };

const byName = new Map<string, Process>(processes.map((process) => [process.name, process]));
const MOST_ROUNDS = 400;

/**
 * The worker on a world: folds, asks at the head of the log what is next, and sends it. What it has folded and settled outlives it; what it
 * was about to settle does not.
 */
export class Worker {
  private upTo: number;
  private readonly instances: Map<string, Instance>;
  private readonly followed: Map<string, readonly string[]>;

  constructor(
    private readonly world: World,
    { upTo, instances, followed }: Folded = nothingFolded,
  ) {
    this.upTo = upTo;
    this.instances = new Map(instances);
    this.followed = new Map(followed);
  }

  /** What it would find again after a restart at this moment. */
  get folded(): Folded {
    return { upTo: this.upTo, instances: new Map(this.instances), followed: new Map(this.followed) };
  }

  /** The earliest moment at which an instance wants to be asked. */
  nextMoment(): string | undefined {
    let earliest: string | undefined;
    for (const { wanted } of this.instances.values()) {
      if (wanted !== undefined && (earliest === undefined || wanted < earliest)) earliest = wanted;
    }
    return earliest;
  }

  /** Everything that is due now, until nothing more follows. It pauses before and after every command: one that is not resumed is dead. */
  *settle(): Generator<void, void, void> {
    for (let round = 0; ; round += 1) {
      if (round > MOST_ROUNDS) throw new Error(`It does not settle at ${this.world.now}: ${this.due().join(', ')}`);
      this.fold();
      const due = this.due();
      if (due.length === 0) return;
      for (const key of due) yield* this.ask(key);
    }
  }

  /** As {@link settle}, without a pause. */
  settled(): void {
    for (const _pause of this.settle());
  }

  private due(): string[] {
    const { now } = this.world;
    return [...this.instances].flatMap(([key, { wanted }]) => (wanted !== undefined && wanted <= now ? [key] : []));
  }

  private *ask(key: string): Generator<void, void, void> {
    const { world } = this;
    const asked = this.instances.get(key)!;
    const [name, instance] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
    const process = byName.get(name)!;
    const { beside } = process;
    const all = beside === undefined ? {} : { beside: this.instances.get(`${name}/${beside}`)?.state ?? process.initial(beside) };
    const actions = process.next(asked.state, { now: world.now, instance, readUpTo: String(this.upTo), ...all });
    const answered = new Set(asked.answered);
    let wanted: string | undefined;
    for (const action of actions) {
      if ('remindAt' in action) {
        if (action.remindAt > world.now && (wanted === undefined || action.remindAt < wanted)) wanted = action.remindAt;
      } else if (!answered.has(action.step)) {
        yield;
        if ('tell' in action) world.tell(action.tell as Told);
        else world.send(action.send, action.to, { who: `process:${name}`, role: 'system' }, `${key}/${action.step}`);
        answered.add(action.step);
        yield;
      }
    }
    this.fold();
    const now = this.instances.get(key)!;
    const again = now === asked ? wanted : now.wanted;
    this.instances.set(key, { state: now.state, answered, ...(again !== undefined && { wanted: again }) });
  }

  private follow(process: Process, stream: string, key: string): void {
    const name = `${process.name}/${stream}`;
    this.followed.set(name, [...(this.followed.get(name) ?? []), key]);
  }

  private fold(): void {
    const { log } = this.world;
    for (; this.upTo < log.length; this.upTo += 1) {
      const { event, meta } = log[this.upTo]!;
      for (const process of processes) {
        for (const { stream, key } of process.follows?.(event, meta) ?? []) this.follow(process, stream, key);
        const line = process.on[event.type];
        if (!line) continue;
        const followed = this.followed.get(`${process.name}/${meta.stream}`) ?? [];
        for (const instance of new Set([...keysOf(process, event, meta), ...followed])) {
          const key = `${process.name}/${instance}`;
          const before = this.instances.get(key);
          const state = line(before?.state ?? process.initial(instance), event.data as never, meta, instance);
          this.instances.set(key, { state, answered: before?.answered ?? new Set(), wanted: '' });
        }
      }
    }
  }
}
