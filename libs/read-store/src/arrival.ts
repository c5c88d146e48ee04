import { comparePositions, type Position } from '@app/event-store/port';

/** Readers that wait for a fold to come as far as an event. */
export class Arrivals {
  private readonly waiting = new Map<string, Set<(position: Position | undefined) => void>>();

  /** Told after every batch of this process. */
  reached(name: string, position: Position | undefined): void {
    for (const tell of this.waiting.get(name) ?? []) tell(position);
  }

  /**
   * @param ask how far the fold is, in the database: asked at the start, and again every `every` milliseconds where others may fold
   * @returns whether it came within `timeout` milliseconds
   */
  async wait(
    name: string,
    position: Position,
    { timeout, every, ask }: { timeout: number; every: number | undefined; ask: () => Promise<Position | undefined> },
  ): Promise<boolean> {
    const there = (now: Position | undefined): boolean => comparePositions(now, position) >= 0;
    let arrive!: (arrived: boolean) => void;
    const arrival = new Promise<boolean>((resolve) => (arrive = resolve));
    const tell = (now: Position | undefined): void => void (there(now) && arrive(true));
    const tellers = this.waiting.get(name) ?? new Set();
    this.waiting.set(name, tellers.add(tell));
    const giveUp = setTimeout(() => arrive(false), timeout);
    const poll = every === undefined ? undefined : setInterval(() => void ask().then(tell, () => undefined), every);
    try {
      return there(await ask()) || (await arrival);
    } finally {
      tellers.delete(tell);
      clearTimeout(giveUp);
      clearInterval(poll);
    }
  }
}
