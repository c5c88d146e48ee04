import { comparePositions, Delivery, Position, RecordedEvent } from '../port';
import { ahead, ids, numbers, outcome, Run, someEvents } from './harness';

interface Following {
  after?: Position;
  maxBatch?: number;
  /** Awaited after each delivery: a slow consumer. */
  busy?: (seen: RecordedEvent[]) => Promise<void>;
}

/** Follows the log until `enough` of our events were seen, then aborts and lets the subscription end. */
export async function follow(run: Run, options: Following, enough: (seen: RecordedEvent[], delivery: Delivery) => boolean) {
  const stop = new AbortController();
  const deliveries: Delivery[] = [];
  const seen: RecordedEvent[] = [];
  for await (const delivery of run.store.subscribe({ after: options.after, maxBatch: options.maxBatch, signal: stop.signal })) {
    deliveries.push(delivery);
    seen.push(...run.ours(delivery.events));
    if (enough(seen, delivery)) stop.abort();
    else await options.busy?.(seen);
  }
  return { deliveries, seen };
}

/** Each stream's revisions in the order in which they were seen are 0, 1, 2 …, and the log's order was kept. */
export function expectInOrder(seen: readonly RecordedEvent[]): void {
  const next = new Map<string, number>();
  for (const [index, { stream, revision, position }] of seen.entries()) {
    expect(revision).toBe(next.get(stream) ?? 0);
    next.set(stream, revision + 1);
    expect(comparePositions(seen[index - 1]?.position, position)).toBeLessThan(0);
  }
}

export function describeSubscriptions(run: Run): void {
  describe('a subscription', () => {
    it('gives what is in the log and what comes, each event once and in order', async () => {
      const after = await run.store.end();
      const [before, since] = [someEvents(5), someEvents(5)];
      const stream = await run.streamOf(...before);
      let written: Promise<unknown> | undefined;
      const { seen } = await follow(run, { after }, (events) => {
        if (events.length >= 5) written ??= run.store.append(stream, 4, since);
        return events.length >= 10;
      });
      await written;
      expect(ids(seen)).toEqual(ids([...before, ...since]));
      expectInOrder(seen);
    });

    it('excludes the event at the position given', async () => {
      const stream = await run.streamOf(...someEvents(4));
      const read = await run.store.readStream(stream);
      const { seen } = await follow(run, { after: read[1]?.position }, (events) => events.length >= 2);
      expect(ids(seen)).toEqual(ids(read.slice(2)));
    });

    it('starts at the beginning of the log where no position is given', async () => {
      await run.streamOf(...someEvents(1));
      const [first] = await run.store.readAll({ limit: 1 });
      const { deliveries } = await follow(run, {}, (_seen, { events }) => events.length > 0);
      expect(deliveries.flatMap(({ events }) => ids(events))[0]).toBe(first?.id);
    });

    it('gives whole events', async () => {
      const after = await run.store.end();
      const stream = await run.streamOf(...someEvents(2));
      const { seen } = await follow(run, { after }, (events) => events.length >= 2);
      const read = await run.store.readStream(stream);
      for (const [index, event] of read.entries()) {
        expect(seen[index]).toMatchObject({
          stream,
          revision: index,
          id: event.id,
          type: event.type,
          schemaVersion: 1,
          position: event.position,
        });
        expect(seen[index]?.data).toEqual(event.data);
        expect(seen[index]?.metadata).toEqual(event.metadata);
      }
    });

    it('says when it has caught up, and only then', async () => {
      const after = await run.store.end();
      await run.streamOf(...someEvents(30));
      const { deliveries, seen } = await follow(run, { after, maxBatch: 10 }, (_events, { caughtUp }) => caughtUp);
      expect(seen).toHaveLength(30);
      expect(deliveries.slice(0, -1).map(({ caughtUp }) => caughtUp)).not.toContain(true);
    });

    it('that starts at the end says that it has caught up', async () => {
      await run.streamOf(...someEvents(1));
      const after = await run.store.end();
      const { deliveries } = await follow(run, { after }, (_events, { caughtUp }) => caughtUp);
      expect(run.ours(deliveries.flatMap(({ events }) => events))).toEqual([]);
      expect(comparePositions(deliveries.at(-1)?.position, after)).toBeGreaterThanOrEqual(0);
    });

    it('gives no more at a time than was asked for', async () => {
      const after = await run.store.end();
      await run.streamOf(...someEvents(25));
      const { deliveries, seen } = await follow(run, { after, maxBatch: 4 }, (events) => events.length >= 25);
      expect(seen).toHaveLength(25);
      expect(Math.max(...deliveries.map(({ events }) => events.length))).toBeLessThanOrEqual(4);
    });

    it('can be resumed after any delivery, without loss or repetition', async () => {
      const start = await run.store.end();
      const events = [...numbers(3)].map(() => someEvents(7));
      for (const some of events) await run.streamOf(...some);
      const seen: RecordedEvent[] = [];
      let after = start;
      while (seen.length < 21) {
        const part = await follow(run, { after, maxBatch: 5 }, (some) => some.length > 0);
        const delivery = part.deliveries.at(-1);
        seen.push(...part.seen);
        expect(comparePositions(delivery?.position, delivery?.events.at(-1)?.position)).toBeGreaterThanOrEqual(0);
        after = delivery?.position;
      }
      expect(ids(seen)).toEqual(ids(events.flat()));
    });

    it('moves its position over what is of no interest, and never back', async () => {
      const after = await run.store.end();
      await run.streamOf(...someEvents(20));
      const { deliveries } = await follow(run, { after, maxBatch: 3 }, (events) => events.length >= 20);
      let last: Position | undefined = after;
      for (const { position } of deliveries) {
        expect(comparePositions(last, position)).toBeLessThanOrEqual(0);
        last = position;
      }
    });

    const { harness } = run;
    if (harness.writeDoomed !== undefined) {
      it('goes on from its position where a scavenge has taken away what stood there, which was not ours', async () => {
        const stream = await run.streamOf(...someEvents(1));
        const scavenge = await harness.writeDoomed!();
        const { deliveries } = await follow(run, { after: await run.store.end() }, (_seen, { caughtUp }) => caughtUp);
        const after = deliveries.at(-1)!.position!;
        expect(comparePositions(after, await run.store.end())).toBeGreaterThan(0);
        const later = someEvents(2);
        await run.store.append(stream, 0, later);
        await scavenge();
        const { seen } = await follow(run, { after }, (events) => events.length >= 2);
        expect(ids(seen)).toEqual(ids(later));
        expect(ids(run.ours(await run.store.readAll({ from: after, limit: 1 })))).toEqual(ids(later.slice(0, 1)));
      });
    }

    it('ends without an error when it is stopped: while it waits, while its consumer works, before it began', async () => {
      const after = await run.store.end();
      await follow(run, { after }, (_seen, { caughtUp }) => caughtUp);

      const waiting = new AbortController();
      const asked = run.store.subscribe({ after, signal: waiting.signal })[Symbol.asyncIterator]();
      for (let next = await asked.next(); !(next.value as Delivery).caughtUp;) next = await asked.next();
      const pending = asked.next();
      waiting.abort();
      expect((await pending).done).toBe(true);
      expect((await asked.next()).done).toBe(true);

      const never = run.store.subscribe({ after, signal: AbortSignal.abort() })[Symbol.asyncIterator]();
      expect((await never.next()).done).toBe(true);
    });

    it('can be left at any time', async () => {
      const after = await run.store.end();
      const stream = await run.streamOf(...someEvents(3));
      for await (const { events } of run.store.subscribe({ after, signal: new AbortController().signal, maxBatch: 1 })) {
        if (run.ours(events).length > 0) break;
      }
      expect((await run.store.append(stream, 2, someEvents(1))).revision).toBe(3);
    });

    it('is one of several that do not disturb each other', async () => {
      const after = await run.store.end();
      const all = numbers(5).map((index) => follow(run, { after, maxBatch: index + 1 }, (seen) => seen.length >= 60));
      await Promise.all(numbers(20).map(() => run.streamOf(...someEvents(3))));
      const [first, ...others] = (await Promise.all(all)).map(({ seen }) => ids(seen));
      expect(new Set(first).size).toBe(60);
      for (const other of others) expect(other).toEqual(first);
    });

    it('loses nothing on a slow consumer, and hands over no more at a time for it', async () => {
      const after = await run.store.end();
      let writing: Promise<unknown> = Promise.resolve();
      let round = 0;
      const { deliveries, seen } = await follow(
        run,
        {
          after,
          maxBatch: 50,
          busy: async () => {
            round += 1;
            if (round > 6) return;
            writing = Promise.all(numbers(40).map(() => run.streamOf(...someEvents(10))));
            await writing;
          },
        },
        (events) => events.length >= 2_400,
      );
      await writing;
      expect(seen).toHaveLength(2_400);
      expect(new Set(ids(seen)).size).toBe(2_400);
      expectInOrder(seen);
      expect(Math.max(...deliveries.map(({ events }) => events.length))).toBeLessThanOrEqual(50);
    });

    it('stops with an error where the log ends before its position', async () => {
      await run.streamOf(...someEvents(1));
      const end = await run.store.end();
      if (end === undefined) throw new Error('the log is empty');
      const beyond = follow(run, { after: ahead(end, 1_000_000_000_000n) }, () => true);
      expect(await outcome(beyond)).toBe('position-beyond-end');
    });

    it('refuses what is no position and no batch', async () => {
      expect(await outcome(follow(run, { after: 'nowhere' as Position }, () => true))).toBe('port-refusal: position-not-given');
      expect(await outcome(follow(run, { maxBatch: 0 }, () => true))).toBe('port-refusal: limit-below-one');
    });
  });
}
