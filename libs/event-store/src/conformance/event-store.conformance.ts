import { EventStore } from '../port';
import { describeAppends } from './appends';
import { describeFaults } from './faults';
import { EventStoreHarness, Run } from './harness';
import { describeReads } from './reads';
import { describeRefusals } from './refusals';
import { describeSubscriptions } from './subscriptions';
import { describeWriters } from './writers';

export { EventStoreHarness } from './harness';

/**
 * What every adapter of the port promises. The suite writes to streams of its own only, and takes any log:
 * new or full of others' events.
 */
export function describeEventStore(name: string, harness: EventStoreHarness): void {
  describe(`${name} keeps the promises of the event store port`, () => {
    const run = new Run(harness);
    jest.setTimeout(120_000);

    beforeAll(async () => {
      run.store = await harness.open();
    });
    afterAll(() => harness.close());

    it('appends, reads and subscribes, and offers no way to delete, truncate or rewrite', () => {
      const port: Record<keyof EventStore, true> = {
        append: true,
        readStream: true,
        readAll: true,
        subscribe: true,
        end: true,
        probe: true,
        close: true,
      };
      for (const method of Object.keys(port)) expect(run.store).toHaveProperty(method, expect.any(Function));
      for (const method of ['delete', 'deleteStream', 'tombstone', 'truncate', 'setStreamMetadata'])
        expect(run.store).not.toHaveProperty(method);
    });

    describeAppends(run);
    describeReads(run);
    describeSubscriptions(run);
    describeRefusals(run);
    describeWriters(run);
    describeFaults(run);
  });
}
