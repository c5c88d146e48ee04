import { BACKWARDS, END, EventStoreDBClient, FORWARDS, NO_STREAM, START } from '@eventstore/db-client';
import { all, aStream, Clients, events, failure, ids, Served, servers, UNARY } from './callers';

describe.each(servers())('%s', (_name, start) => {
  const clients = new Clients();
  let server: Served;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    server = await start();
    client = clients.to(server);
  });
  afterAll(async () => {
    await clients.dispose();
    await server.stop();
  });

  async function aStreamOf(count: number) {
    const stream = aStream();
    const written = events(count);
    const { position } = await client.appendToStream(stream, written, { expectedRevision: NO_STREAM, ...UNARY });
    return { stream, written, position: position! };
  }

  describe('read by stream', () => {
    it('gives the events forwards and backwards, from a revision or from either end, no more than asked for', async () => {
      const { stream, written } = await aStreamOf(70);
      const read = (options: Parameters<EventStoreDBClient['readStream']>[1]) => all(client.readStream(stream, options)).then(ids);
      const backwards = ids(written).reverse();
      expect(await read({})).toEqual(ids(written));
      expect(await read({ fromRevision: 5n, maxCount: 40 })).toEqual(ids(written.slice(5, 45)));
      expect(await read({ direction: BACKWARDS, fromRevision: END })).toEqual(backwards);
      expect(await read({ direction: BACKWARDS, fromRevision: END, maxCount: 40 })).toEqual(backwards.slice(0, 40));
      expect(await read({ direction: BACKWARDS, fromRevision: 3n })).toEqual(ids(written.slice(0, 4)).reverse());
      expect(await read({ direction: BACKWARDS, fromRevision: START })).toEqual([written[0]!.id]);
    });

    it('carries log positions that readAll understands', async () => {
      const { stream, written } = await aStreamOf(3);
      const [, second] = await all(client.readStream(stream));
      const [found] = await all(client.readAll({ fromPosition: second!.position, maxCount: 1 }));
      expect(found).toEqual(second);
      expect(found!.id).toBe(written[1]!.id);
    });

    it('gives nothing beyond the end of a stream', async () => {
      const { stream } = await aStreamOf(2);
      expect(await all(client.readStream(stream, { fromRevision: 2n }))).toEqual([]);
      expect(await all(client.readStream(stream, { fromRevision: 1_000n }))).toEqual([]);
    });

    it('does not find an absent stream, in either direction', async () => {
      const stream = aStream();
      for (const direction of [FORWARDS, BACKWARDS] as const) {
        const error = await failure(all(client.readStream(stream, { direction, fromRevision: direction === FORWARDS ? START : END })));
        expect(error).toMatchObject({ type: 'stream-not-found', streamName: stream });
      }
    });

    it('refuses a tombstoned stream with code 9, and does not find one deleted softly', async () => {
      const [gone, soft] = [await aStreamOf(2), await aStreamOf(2)];
      await client.tombstoneStream(gone.stream);
      await client.deleteStream(soft.stream);
      expect(await failure(all(client.readStream(gone.stream)))).toMatchObject({
        type: 'stream-deleted',
        code: 9,
        streamName: gone.stream,
      });
      expect(await failure(all(client.readStream(soft.stream)))).toMatchObject({ type: 'stream-not-found' });
    });

    it('refuses to begin at the end forwards and to read none', async () => {
      const { stream } = await aStreamOf(2);
      expect(await failure(all(client.readStream(stream, { fromRevision: END })))).toMatchObject({ type: 'unknown', code: 2 });
      expect(await failure(all(client.readStream(stream, { maxCount: 0 })))).toMatchObject({ type: 'unknown', code: 2 });
    });
  });

  describe('read as a whole', () => {
    it('includes the event at the position forwards and excludes it backwards', async () => {
      const { stream, written } = await aStreamOf(4);
      const read = await all(client.readStream(stream));
      const at = read[2]!.position!;
      expect(ids(await all(client.readAll({ fromPosition: at, maxCount: 2 })))).toEqual(ids(written.slice(2)));
      const before = await all(client.readAll({ fromPosition: at, direction: BACKWARDS, maxCount: 2 }));
      expect(ids(before)).toEqual([written[1]!.id, written[0]!.id]);
    });

    it('has growing positions, the same in both directions', async () => {
      await aStreamOf(40);
      const backwards = await all(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 50 }));
      const forwards = await all(client.readAll({ fromPosition: backwards.at(-1)!.position, maxCount: backwards.length }));
      expect(ids(backwards.reverse())).toEqual(ids(forwards));
      for (const [index, { position }] of forwards.entries()) {
        if (index > 0) expect(position!.commit).toBeGreaterThan(forwards[index - 1]!.position!.commit);
        expect(position!.prepare).toBe(position!.commit);
      }
    });

    it('refuses a position at which no record starts', async () => {
      const { stream } = await aStreamOf(3);
      const [first] = await all(client.readStream(stream));
      const { commit, prepare } = first!.position!;
      const between = { commit: commit + 5n, prepare: prepare + 5n };
      for (const direction of [FORWARDS, BACKWARDS] as const) {
        expect(await failure(all(client.readAll({ fromPosition: between, direction, maxCount: 1 })))).toMatchObject({
          type: 'unknown',
          code: 2,
        });
      }
      const reversed = { commit, prepare: commit + 1n };
      expect(await failure(all(client.readAll({ fromPosition: reversed, maxCount: 1 })))).toMatchObject({ code: 2 });
    });

    it('gives nothing forwards from beyond the end of the log', async () => {
      const { position } = await aStreamOf(1);
      const beyond = { commit: position.commit + 1_000_000n, prepare: position.commit + 1_000_000n };
      expect(await all(client.readAll({ fromPosition: beyond }))).toEqual([]);
    });

    it('shows what is not ours: metadata of streams, and a deletion with revision 2^63−1', async () => {
      const { stream } = await aStreamOf(1);
      await client.setStreamMetadata(stream, { maxAge: 1_000 }, UNARY);
      await client.tombstoneStream(stream);
      const log = await all(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 10 }));
      const deletion = log.find(({ type, streamId }) => type === '$streamDeleted' && streamId === stream);
      expect(deletion).toMatchObject({ revision: 2n ** 63n - 1n });
      const metadata = log.find(({ type, streamId }) => type === '$metadata' && streamId === `$$${stream}`);
      expect(metadata).toMatchObject({ data: { $maxAge: 1_000 } });
      expect((await all(client.readAll({ maxCount: 1 })))[0]!.type).toMatch(/^\$/);
    });
  });
});
