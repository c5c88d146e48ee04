import type { DomainClock } from './clock';

/** Where the clock of an example is kept across restarts. */
export interface ClockMemory {
  load(): Promise<string | undefined>;
  save(now: string): Promise<void>;
}

/** Milliseconds between two notes of where the clock is. */
const NOTED_EVERY = 60_000;

/** The domain clock of an example: set by its script, movable forwards, otherwise it runs on; never backwards, also across restarts. */
export class MovableClock implements DomainClock {
  private still = 0;
  private notedAt = Date.now();

  private constructor(
    private readonly memory: ClockMemory,
    private domain: number,
    private wall: number,
  ) {}

  /** @param notBefore where it begins, or where it was at least */
  static async open(memory: ClockMemory, notBefore: string): Promise<MovableClock> {
    return new MovableClock(memory, Math.max(Date.parse((await memory.load()) ?? notBefore), Date.parse(notBefore)), Date.now());
  }

  /** Comes as far as another process has moved the same clock. */
  async catchUp(): Promise<void> {
    const kept = Date.parse((await this.memory.load()) ?? this.now());
    if (kept > Date.parse(this.now())) this.domain = kept;
  }

  now(): string {
    const wall = Date.now();
    if (this.still === 0 && wall > this.wall) this.domain += wall - this.wall;
    this.wall = wall;
    if (wall - this.notedAt > NOTED_EVERY) {
      this.notedAt = wall;
      void this.memory.save(new Date(this.domain).toISOString()).catch(() => undefined);
    }
    return new Date(this.domain).toISOString();
  }

  /** @throws RangeError for a moment behind it */
  async moveTo(instant: string): Promise<void> {
    const target = Date.parse(instant);
    if (target < Date.parse(this.now())) throw new RangeError(`The clock stands at ${this.now()} and does not go back to ${instant}.`);
    await this.memory.save(instant);
    this.domain = target;
    this.wall = Date.now();
  }

  /** Holds the clock while work is done, so that what is recorded in it bears one time. */
  async whileStill<T>(work: () => Promise<T>): Promise<T> {
    this.now();
    this.still += 1;
    try {
      return await work();
    } finally {
      this.wall = Date.now();
      this.still -= 1;
    }
  }
}
