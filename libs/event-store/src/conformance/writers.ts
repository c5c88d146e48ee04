import { NewEvent } from '../port';
import { anEvent, ids, numbers, outcome, Run } from './harness';
import { expectInOrder, follow } from './subscriptions';

/** Loads, then appends at the revision just read, again and again until it is taken: what every command does. */
async function writeOptimistically(run: Run, stream: string, event: NewEvent): Promise<void> {
  for (;;) {
    const missing = await outcome(run.store.readStream(stream, { limit: 1 }));
    const last = missing === 'answered' ? (await run.store.readStream(stream, { direction: 'backwards', limit: 1 }))[0] : undefined;
    const answer = await outcome(run.store.append(stream, last?.revision ?? 'no-stream', [event]));
    if (answer === 'answered') return;
    expect(answer).toBe('wrong-expected-revision');
  }
}

export function describeWriters(run: Run): void {
  describe('64 writers', () => {
    it('on 64 streams lose and double nothing, and a subscriber beside them sees each event once and in order', async () => {
      const after = await run.store.end();
      const events = numbers(64).map(() => numbers(6).map(() => anEvent()));
      const following = follow(run, { after }, (seen) => seen.length >= 64 * 6);
      const streams = await Promise.all(
        events.map(async (own) => {
          const stream = run.stream();
          for (const [index, event] of own.entries()) await run.store.append(stream, index === 0 ? 'no-stream' : index - 1, [event]);
          return stream;
        }),
      );
      const { seen } = await following;
      expect(new Set(ids(seen)).size).toBe(64 * 6);
      expectInOrder(seen);
      for (const [index, stream] of streams.entries()) {
        expect(ids(await run.store.readStream(stream))).toEqual(ids(events[index] ?? []));
        expect(ids(seen.filter((event) => event.stream === stream))).toEqual(ids(events[index] ?? []));
      }
      expect(ids(await run.since(after))).toEqual(ids(seen));
    });

    it('on one stream take turns, and a subscriber beside them sees each event once and in order', async () => {
      const after = await run.store.end();
      const [stream, events] = [run.stream(), numbers(64).map(() => anEvent())];
      const following = follow(run, { after }, (seen) => seen.length >= 64);
      await Promise.all(events.map((event) => writeOptimistically(run, stream, event)));
      const { seen } = await following;
      const read = await run.store.readStream(stream);
      expect(ids(read).sort()).toEqual(ids(events).sort());
      expect(read.map(({ revision }) => revision)).toEqual(numbers(64));
      expect(ids(seen)).toEqual(ids(read));
      expectInOrder(seen);
    });
  });
}
