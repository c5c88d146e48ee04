import { laterBy } from '@app/calendar';
import { begin, bind } from './beginnings';
import type { Chance } from './asking';
import { asked } from './commands';
import { Oracle } from './oracle';
import { opening } from './scene';
import type { Entry, World } from './world';
import { nothingFolded, Worker, type Folded } from './worker';

const DAY = 86_400_000;
const outcomes = new Set(['requirements', 'signals'].map((name) => `process:${name}`));

/** The system and the oracle side by side; each step happens to both. */
export class Machine {
  readonly world: World = opening();
  readonly oracle = new Oracle();
  /** Whether something was done while a worker was in the middle of its work: when it was told is then a matter of chance. */
  raced = false;
  /** When the worker had looked, and how much of what people asked for was on record then. */
  readonly looked: { readonly now: string; readonly taken: number }[] = [];
  private workers: Worker[] = [new Worker(this.world)];
  /** Present while no worker runs: what it will find. */
  private down: Folded | undefined;
  private earlier: Folded = nothingFolded;
  private told = 0;
  /** How often each thing was done. */
  private readonly done = new Map<string, number>();

  /** @param begun whether the case is in full course from the start */
  constructor(begun: boolean) {
    bind(this.world);
    if (begun) begin(this.world);
    this.settle();
  }

  /** Several people ask, each for the first thing that the rules take; the worker, where one is up, answers to each. */
  asks(askings: readonly (readonly [names: readonly string[], chance: Chance])[]): void {
    for (const [names, chance] of askings) if (this.oneOf(names, chance)) this.settle();
  }

  /** Of several things the first that the rules take; what was done least so far is asked for first, so that a history has some of all. */
  private oneOf(names: readonly string[], chance: Chance): boolean {
    const name = [...names].sort((one, other) => this.times(one) - this.times(other)).find((one) => asked[one]!(this.world, chance));
    if (name !== undefined) this.done.set(name, this.times(name) + 1);
    return name !== undefined;
  }

  private readonly times = (name: string): number => this.done.get(name) ?? 0;

  /** Somebody asks for something between two commands of a worker that is at work. */
  asksMeanwhile(after: number, late: number, names: readonly string[], chance: Chance): void {
    if (this.down) return;
    this.world.now = laterBy(this.world.now, late * DAY);
    const work = this.workers[0]!.settle();
    for (let pause = 0; pause < after; pause += 1) if (work.next().done) break;
    this.looks(true);
    if (this.oneOf(names, chance)) this.raced = true;
    for (const _pause of work);
    this.settle();
  }

  /** Time passes, from one due moment to the next where a worker is up. */
  passes(milliseconds: number): void {
    const target = laterBy(this.world.now, milliseconds);
    for (;;) {
      const moment = this.down ? undefined : this.workers[0]!.nextMoment();
      if (moment === undefined || moment > target) break;
      if (moment > this.world.now) this.world.now = moment;
      this.settle();
    }
    this.jumps(target);
  }

  /** The clock stands at a later moment at once. */
  jumps(target: string): void {
    if (target < this.world.now) return;
    this.world.now = target;
    this.settle();
  }

  /** To a moment beside the end of a due day: the last millisecond in time, the first late one, a second to either side. */
  toDue(which: number, beside: number): void {
    const moments = [
      ...new Set(
        this.world
          .ids('requirement')
          .map((id) => this.world.state<{ imposed?: { dueMoment: string } }>(`requirement-${id}`)!.imposed!.dueMoment)
          .map((moment) => laterBy(moment, beside))
          .filter((moment) => moment >= this.world.now),
      ),
    ].sort();
    if (moments.length > 0) this.passes(Date.parse(moments[which % Math.min(3, moments.length)]!) - Date.parse(this.world.now));
  }

  /** The worker stops; what it has settled stays. */
  stops(): void {
    this.down ??= this.workers[0]!.folded;
  }

  starts(): void {
    if (!this.down) return;
    this.workers = [new Worker(this.world, this.down)];
    this.down = undefined;
    this.settle();
  }

  /** Some time on, the worker dies between two commands, or between a command and its note of it; another starts at once. */
  dies(after: number, days: number): void {
    if (this.down) return;
    this.world.now = laterBy(this.world.now, days * DAY);
    const work = this.workers[0]!.settle();
    for (let pause = 0; pause < after; pause += 1) if (work.next().done) break;
    this.workers = [new Worker(this.world, this.workers[0]!.folded)];
    this.settle();
  }

  /** Everything is folded again from the start of the log. */
  rebuilds(): void {
    if (!this.down) this.workers = [new Worker(this.world)];
    this.settle();
  }

  /** A worker starts where one was long ago: everything since then is delivered again. */
  redelivers(): void {
    if (!this.down) this.workers = [new Worker(this.world, this.earlier)];
    this.settle();
    this.earlier = this.down ?? this.workers[0]!.folded;
  }

  /** A second worker runs beside the first one, on a state of its own, their commands in turns. */
  doubles(days: number, turns: readonly boolean[]): void {
    if (this.down) return;
    this.world.now = laterBy(this.world.now, days * DAY);
    const both = [this.workers[0]!, new Worker(this.world, this.earlier)];
    const work = both.map((worker) => worker.settle());
    for (let turn = 0; turn < 10_000; turn += 1) {
      const mine = work[turns[turn % turns.length] ? 0 : 1]!;
      const other = work[turns[turn % turns.length] ? 1 : 0]!;
      if (mine.next().done && other.next().done) break;
    }
    this.settle();
  }

  /** What a worker adds that folds everything anew: nothing, where nothing was forgotten and nothing would be repeated. */
  adds(): readonly Entry[] {
    const { length } = this.world.log;
    new Worker(this.world).settled();
    return this.world.log.slice(length);
  }

  private settle(): void {
    if (!this.down) this.workers[0]!.settled();
    this.looks();
  }

  /** The oracle hears what was recorded, the outcomes of the alarm left out, and looks where a worker does. */
  private looks(atWork = false): void {
    const { log, now } = this.world;
    for (; this.told < log.length; this.told += 1) {
      const entry = log[this.told]!;
      if (!outcomes.has(entry.meta.who)) this.oracle.record(entry);
    }
    if (this.down) return;
    this.oracle.look(now, atWork);
    this.looked.push({ now, taken: this.world.taken.length });
  }
}
