import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { all, aStream, Clients, events, failure, ids, persistently, UNARY } from './callers';
import { ProtocolDoubleProcess, startProtocolDoubleProcess } from './process';
import { startProtocolDouble } from './protocol-double';

describe('the protocol double in a process of its own', () => {
  const clients = new Clients();
  let double: ProtocolDoubleProcess;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    double = await startProtocolDoubleProcess();
    client = clients.to(double);
  }, 30_000);
  afterAll(async () => {
    await clients.dispose();
    await double.stop();
  });

  const append = (stream: string, some: ReturnType<typeof events>, expected: bigint | 'no_stream' = NO_STREAM, options = {}) =>
    client.appendToStream(stream, some, { expectedRevision: expected, ...UNARY, ...options });

  it('keeps what it acknowledged through kill -9 under writers', async () => {
    const written = Array.from({ length: 16 }, () => ({ stream: aStream(), acknowledged: [] as string[] }));
    let total = 0;
    let enough = (): void => undefined;
    const underWay = new Promise<void>((resolve) => (enough = resolve));
    const writing = written.map(async ({ stream, acknowledged }) => {
      for (;;) {
        const some = events(1);
        const last = BigInt(acknowledged.length - 1);
        await append(stream, some, last < 0n ? NO_STREAM : last);
        acknowledged.push(...ids(some));
        if ((total += 1) === 200) enough();
      }
    });
    const outcomes = Promise.all(writing.map(failure));
    await underWay;
    await double.kill();
    for (const error of await outcomes) expect(error).toMatchObject({ code: 14 });
    await double.restart();
    for (const { stream, acknowledged } of written) {
      const stored = ids(await persistently(() => all(client.readStream(stream))));
      expect(stored.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect(stored.length).toBeLessThanOrEqual(acknowledged.length + 1);
    }
  }, 60_000);

  it('stands still as a whole when it is frozen', async () => {
    const stream = aStream();
    await append(stream, events(1));
    double.freeze();
    const reading = all(client.readStream(stream));
    expect(await failure(append(aStream(), events(1), NO_STREAM, { deadline: 200 }))).toMatchObject({ type: 'deadline-exceeded', code: 4 });
    double.thaw();
    expect(await reading).toHaveLength(1);
  });

  it('takes its faults from its parent', async () => {
    const stream = aStream();
    await double.faults.notReady(1);
    expect(await failure(append(stream, events(1)))).toMatchObject({ type: 'unavailable', code: 14 });
    await double.faults.nextAppends({ applied: true, answer: 'cut' });
    expect(await failure(append(stream, events(1)))).toMatchObject({ type: 'unavailable', code: 14 });
    expect(await persistently(() => all(client.readStream(stream)))).toHaveLength(1);
    await double.faults.notReady();
    await double.faults.clear();
    expect(await append(stream, events(1), 0n)).toMatchObject({ success: true });
  });
});

describe('the folder of a protocol double', () => {
  it('is opened again with the same events, positions, deletions and gaps', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'protocol-double-'));
    const clients = new Clients();
    const [kept, gone, soft] = [aStream(), aStream(), aStream()];
    const first = await startProtocolDouble({ folder });
    const writer = clients.to(first);
    for (const stream of [kept, gone, soft]) await writer.appendToStream(stream, events(9), UNARY);
    await writer.tombstoneStream(gone);
    await writer.deleteStream(soft);
    const before = await all(writer.readAll());
    await first.stop();

    const second = await startProtocolDouble({ folder });
    const reader = clients.to(second);
    const after = await all(reader.readAll());
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ type }) => type)).toEqual(['$statsCollected']);
    expect(await all(reader.readAll({ fromPosition: before.at(-1)!.position, maxCount: 1 }))).toEqual(before.slice(-1));
    expect(await failure(all(reader.readStream(gone)))).toMatchObject({ type: 'stream-deleted' });
    expect(await failure(all(reader.readStream(soft)))).toMatchObject({ type: 'stream-not-found' });
    expect(await reader.appendToStream(kept, events(1), { expectedRevision: 8n, ...UNARY })).toMatchObject({ nextExpectedRevision: 9n });
    await clients.dispose();
    await second.stop();
    rmSync(folder, { recursive: true });
  });
});
