import { Delivery } from '../port';
import { Unanswered } from './client';
import { LogEvent, Names, Place, placeIn } from './recorded';
import { FollowedLog, Subscription } from './subscription';

const event = (number: number): LogEvent => ({
  streamId: 'case-1',
  revision: BigInt(number),
  id: `${number}`,
  type: 'T',
  isJson: true,
  data: {},
  position: { commit: BigInt(number), prepare: BigInt(number) },
});
const unanswered = new Unanswered('gone', 'other', false);

/** A log that grows when it is told to, and that pushes what it is told to. */
class GrowingLog implements FollowedLog {
  readonly events: LogEvent[] = [];
  tails = 0;
  readonly running = new Set<number>();
  on: Parameters<FollowedLog['tail']>[1] | undefined;
  failures = 0;

  grow(to: number): void {
    while (this.events.length < to) this.events.push(event(this.events.length));
  }

  async after(place: Place | undefined, limit: number): Promise<readonly LogEvent[]> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw unanswered;
    }
    return this.events.filter((some) => place === undefined || placeIn(some).commit > place.commit).slice(0, limit);
  }

  tail(_place: Place | undefined, on: Parameters<FollowedLog['tail']>[1]): () => void {
    const tail = (this.tails += 1);
    this.running.add(tail);
    this.on = on;
    return () => void this.running.delete(tail);
  }
}

describe('a subscription', () => {
  const log = new GrowingLog();
  const stop = new AbortController();
  const deliveries = new Subscription(log, new Names(''), undefined, 300, stop.signal, 20).deliveries();
  const next = async () => {
    const { value } = (await deliveries.next()) as { value: Delivery };
    return [value.events.map(({ revision }) => revision), value.caughtUp] as const;
  };
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_nothing, index) => from + index);

  afterAll(() => stop.abort());

  it('reads pages while it is behind, tries again where none is given, and hands over no more at a time than is wanted', async () => {
    log.grow(750);
    log.failures = 1;
    expect(await next()).toEqual([range(0, 300), false]);
    expect(await next()).toEqual([range(300, 500), false]);
    expect(await next()).toEqual([range(500, 750), true]);
  });

  it('takes what is pushed once it has caught up', async () => {
    const pushed = next();
    await new Promise((resolve) => setImmediate(resolve));
    log.grow(751);
    log.on?.event(event(750));
    expect(await pushed).toEqual([[750], true]);
    expect(log.tails).toBe(1);
  });

  it('reads what should have been pushed and was not, and has it pushed anew', async () => {
    log.grow(753);
    expect(await next()).toEqual([[751, 752], true]);
    expect(log.running).not.toContain(1);
  });

  it('reads the log where more is pushed than it may hold', async () => {
    const pushed = next();
    while (log.tails < 2) await new Promise((resolve) => setImmediate(resolve));
    log.grow(1_500);
    for (let number = 753; number < 1_500; number += 1) log.on?.event(event(number));
    expect(await pushed).toEqual([range(753, 1_053), false]);
    expect(await next()).toEqual([range(1_053, 1_253), false]);
    expect(await next()).toEqual([range(1_253, 1_500), true]);
  });

  it('is pushed to anew where the server ends it, and skips what it has', async () => {
    const pushed = next();
    while (log.tails < 3) await new Promise((resolve) => setImmediate(resolve));
    log.on?.ended(unanswered);
    while (log.tails < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    log.on?.event(event(10));
    log.grow(1_501);
    expect(await pushed).toEqual([[1_500], true]);
  });

  it('ends where it is stopped', async () => {
    const pending = deliveries.next();
    stop.abort();
    expect((await pending).done).toBe(true);
    expect(log.running.size).toBe(0);
  });
});
