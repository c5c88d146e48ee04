import { LogEvent } from './recorded';

/** What the server pushed and nobody has pulled yet, up to a bound: what is beyond it is read again from the log. */
export class Backlog {
  private events: LogEvent[] = [];
  private over = false;
  private overrun = false;
  private wake: (() => void) | undefined;

  constructor(private readonly bound: number) {}

  /** False once the backlog is full: nothing is taken from then on. */
  push(event: LogEvent): boolean {
    if (this.over) return false;
    if (this.events.length >= this.bound) {
      this.overrun = true;
      this.end();
      return false;
    }
    this.events.push(event);
    this.wake?.();
    return true;
  }

  /** Nothing will follow what is here. */
  end(): void {
    this.over = true;
    this.wake?.();
  }

  /** Whether events were lost to the bound. */
  get full(): boolean {
    return this.overrun;
  }

  get size(): number {
    return this.events.length;
  }

  /** The next events, at most `most`; `ended` when there are none and none will follow, `idle` when none came for so many milliseconds. */
  async take(most: number, idle: number, stop: AbortSignal): Promise<LogEvent[] | 'ended' | 'idle'> {
    if (this.events.length === 0 && !this.over && !stop.aborted) await this.change(idle, stop);
    if (stop.aborted) return 'ended';
    if (this.events.length > 0) return this.events.splice(0, most);
    return this.over ? 'ended' : 'idle';
  }

  private change(idle: number, stop: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const changed = (): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', changed);
        this.wake = undefined;
        resolve();
      };
      const timer = setTimeout(changed, idle);
      stop.addEventListener('abort', changed);
      this.wake = changed;
    });
  }
}
