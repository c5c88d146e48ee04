import { setTimeout as sleep } from 'node:timers/promises';
import type { Commands } from './commands';
import { notSettled } from './command-errors';
import type { Decider } from './decider';
import type { MovableClock } from './movable-clock';
import type { FoldRunner } from './fold-runner';
import type { ProcessRunner } from './process-runner';

/** Milliseconds without any progress after which it is said that nothing settles. */
const PATIENCE = 30_000;
/** Milliseconds in which commands under way are answered, unless the store is away. */
const COMMANDS_WITHIN = 2_000;

/** Read models, processes and the clock, as something that can be waited for and moved. */
export class Automation {
  constructor(
    private readonly commands: Commands,
    private readonly decider: Decider,
    private readonly folds: FoldRunner,
    private readonly processes: ProcessRunner,
    private readonly clock?: MovableClock,
  ) {}

  /**
   * Resolves when everything recorded has been folded, every process has been asked, and nothing more follows.
   * @throws StoreUnavailable, ReadStoreUnavailable; CommandFailed `not-settled` when nothing moves
   */
  async settled(): Promise<void> {
    let lastProgress = performance.now();
    for (;;) {
      const caughtUp = await this.folds.caughtUp();
      const { answered, waiting } = await this.processes.ask();
      if (answered > 0) lastProgress = performance.now();
      else if (caughtUp && !waiting) return;
      if (performance.now() - lastProgress > PATIENCE) throw notSettled();
    }
  }

  /**
   * Moves the domain clock from due moment to due moment, letting everything settle in between (example installations only). What people
   * send meanwhile is told to come again, so that nothing is recorded on a day that is only passed by.
   * @param target instant with Z. @throws when the clock cannot be moved, or the target lies behind it; as {@link settled}
   */
  async advanceTo(target: string, onMoment: (moment: string) => void = () => undefined): Promise<void> {
    const { clock } = this;
    if (!clock) throw new Error('The clock of a live installation cannot be moved');
    await this.commands.holdingPeople(() =>
      clock.whileStill(async () => {
        await this.nothingUnderWay();
        await this.advance(clock, target, onMoment);
      }),
    );
  }

  /** What bears the time of before is on record before the clock passes a due moment. @throws CommandFailed `not-settled` */
  private async nothingUnderWay(): Promise<void> {
    const late = sleep(COMMANDS_WITHIN, 'late' as const, { ref: false });
    if ((await Promise.race([this.decider.idle(), late])) === 'late') throw notSettled();
  }

  private async advance(clock: MovableClock, target: string, onMoment: (moment: string) => void): Promise<void> {
    await this.settled();
    for (;;) {
      const moment = await this.processes.nextMoment();
      if (moment === undefined || moment === '' || moment > target) break;
      await clock.moveTo(moment < clock.now() ? clock.now() : moment);
      onMoment(clock.now());
      await this.settled();
      const next = await this.processes.nextMoment();
      if (next !== undefined && next <= clock.now()) break;
    }
    await clock.moveTo(target);
    await this.settled();
  }
}
