import { anEvent, ids, numbers, outcome, Run, someEvents } from './harness';
import { expectInOrder, follow } from './subscriptions';

/** Appends the events one by one; an event whose outcome is not known is appended again with the same id. */
async function writePersistently(run: Run, stream: string, events: ReturnType<typeof someEvents>, onWritten: () => void): Promise<void> {
  for (const [index, event] of events.entries()) {
    for (let answer = ''; answer !== 'answered';) {
      answer = await outcome(run.store.append(stream, index === 0 ? 'no-stream' : index - 1, [event], { giveUpAt: Date.now() + 30_000 }));
      expect(['answered', 'outcome-unknown', 'store-unavailable']).toContain(answer);
    }
    onWritten();
  }
}

/** Asks until the probe answers as expected. */
async function probed(run: Run, expected: string): Promise<void> {
  while ((await outcome(run.store.probe())) !== expected) await new Promise((resolve) => setImmediate(resolve));
}

export function describeFaults(run: Run): void {
  describe('a restart in the middle', () => {
    it('loses nothing, and writers and subscribers go on where they were', async () => {
      const after = await run.store.end();
      const [before, since] = [someEvents(12), someEvents(12)];
      const stream = run.stream();
      await run.store.append(stream, 'no-stream', before);
      const first = await follow(run, { after, maxBatch: 5 }, (seen) => seen.length > 0);
      await run.reopen();
      expect((await run.store.append(stream, 11, since)).revision).toBe(23);
      const resumed = await follow(run, { after: first.deliveries.at(-1)?.position }, (seen) => first.seen.length + seen.length >= 24);
      expect(ids([...first.seen, ...resumed.seen])).toEqual(ids([...before, ...since]));
      expectInOrder([...first.seen, ...resumed.seen]);
    });

    it('keeps what was acknowledged, and conflicts are judged as before', async () => {
      const written = await Promise.all(numbers(32).map(async () => ({ events: someEvents(2), stream: run.stream() })));
      await Promise.all(written.map(({ stream, events }) => run.store.append(stream, 'no-stream', events)));
      await run.reopen();
      for (const { stream, events } of written) {
        expect(ids(await run.store.readStream(stream))).toEqual(ids(events));
        await expect(run.store.append(stream, 0, [anEvent()])).rejects.toMatchObject({ code: 'wrong-expected-revision', actual: 1 });
      }
    });

    it('leaves the store that was closed saying so', async () => {
      const closed = run.store;
      await run.reopen();
      expect(await outcome(closed.append(run.stream(), 'no-stream', someEvents(1)))).toBe('store-unavailable');
      expect(await outcome(closed.readAll({ limit: 1 }))).toBe('store-unavailable');
      expect(await outcome(closed.probe())).toBe('store-unavailable');
      await closed.close();
    });
  });

  const { harness } = run;
  if (harness.deleteStream !== undefined) {
    describe('a stream that was deleted in the store itself', () => {
      it('is neither read nor written to', async () => {
        const stream = await run.streamOf(...someEvents(2));
        await harness.deleteStream?.(stream);
        expect(await outcome(run.store.readStream(stream))).toBe('stream-deleted');
        expect(await outcome(run.store.append(stream, 1, someEvents(1)))).toBe('stream-deleted');
      });
    });
  }

  if (harness.vanish === undefined || harness.comeBack === undefined) return;
  const { vanish, comeBack } = harness;
  describe('a server that vanishes and comes back', () => {
    it('mid-append: what was acknowledged is there once, writers and a subscriber go on by themselves', async () => {
      const after = await run.store.end();
      const written = numbers(16).map(() => ({ stream: run.stream(), events: someEvents(12) }));
      const following = follow(run, { after }, (seen) => seen.length >= 16 * 12);
      let count = 0;
      let enough: () => void;
      const underWay = new Promise<void>((resolve) => (enough = resolve));
      const writing = Promise.all(
        written.map(({ stream, events }) => writePersistently(run, stream, events, () => (count += 1) === 40 && enough())),
      );
      await underWay;
      await vanish.call(harness);
      await probed(run, 'store-unavailable');
      await comeBack.call(harness);
      await writing;
      const { seen } = await following;
      for (const { stream, events } of written) expect(ids(await run.store.readStream(stream))).toEqual(ids(events));
      expect(new Set(ids(seen)).size).toBe(16 * 12);
      expect(seen).toHaveLength(16 * 12);
      expectInOrder(seen);
    });

    it('is said to be unavailable meanwhile, and an append is not said to be stored', async () => {
      const stream = await run.streamOf(...someEvents(1));
      const [unknown, later] = [anEvent(), anEvent()];
      await vanish.call(harness);
      const answer = await outcome(run.store.append(stream, 0, [unknown], { giveUpAt: Date.now() + 1_000 }));
      expect(['outcome-unknown', 'store-unavailable']).toContain(answer);
      expect(await outcome(run.store.readStream(stream))).toBe('store-unavailable');
      expect(await outcome(run.store.readAll({ limit: 1 }))).toBe('store-unavailable');
      await comeBack.call(harness);
      await probed(run, 'answered');
      const stored = (await run.store.readStream(stream)).length - 1;
      if (answer === 'store-unavailable') expect(stored).toBe(0);
      expect((await run.store.append(stream, 0, [unknown])).revision).toBe(1);
      expect((await run.store.append(stream, 1, [later])).revision).toBe(2);
      expect(ids(await run.store.readStream(stream)).slice(1)).toEqual([unknown.id, later.id]);
    });

    it('goes on with an append by itself, where it may still be given up later', async () => {
      const stream = await run.streamOf(...someEvents(1));
      const event = anEvent();
      await vanish.call(harness);
      await probed(run, 'store-unavailable');
      const appending = run.store.append(stream, 0, [event], { giveUpAt: Date.now() + 30_000 });
      await comeBack.call(harness);
      expect((await appending).revision).toBe(1);
      expect(ids(await run.store.readStream(stream)).slice(1)).toEqual([event.id]);
    });
  });
}
