import type { EventStore } from '@app/event-store';
import type { MovableClock } from './movable-clock';
import type { FoldRunner } from './fold-runner';
import type { ProcessRunner } from './process-runner';

/** Read models, processes and the clock, as something that can be waited for and moved. */
export class Automation {
  constructor(
    private readonly store: EventStore,
    private readonly folds: FoldRunner,
    private readonly processes: ProcessRunner,
    private readonly clock?: MovableClock,
  ) {}

  /** Resolves when everything recorded has been folded, every process has been asked, and nothing more follows. */
  async settled(): Promise<void> {
    for (;;) {
      const end = await this.store.end();
      await this.folds.caughtUp();
      const answered = await this.processes.ask();
      if (answered === 0 && (await this.store.end()) === end) return;
    }
  }

  /**
   * Moves the domain clock from due moment to due moment, letting everything settle in between (example installations only).
   * @param target instant with Z. @throws when the clock cannot be moved, or the target lies behind it
   */
  async advanceTo(target: string, onMoment: (moment: string) => void = () => undefined): Promise<void> {
    const { clock } = this;
    if (!clock) throw new Error('The clock of a live installation cannot be moved');
    await clock.whileStill(async () => {
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
    });
  }
}
