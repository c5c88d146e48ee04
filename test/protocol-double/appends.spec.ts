import { randomUUID } from 'node:crypto';
import { ANY, EventStoreDBClient, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import { all, anEvent, aStream, Clients, events, failure, ids, persistently, Served, servers, UNARY } from './callers';
import { ProtocolDouble, startProtocolDouble } from './protocol-double';

const MEBIBYTE = 1024 * 1024;
const dataOf = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });

const paths: [name: string, options: object][] = [
  ['unary', UNARY],
  ['batch', {}],
];
const combinations = servers().flatMap(([name, start]) => paths.map(([path, options]) => ({ name, start, path, options })));

describe.each(combinations)('$name, appended to on the $path path,', ({ start, options }) => {
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

  const append = (stream: string, some: ReturnType<typeof events>, expectedRevision: bigint | 'no_stream' | 'any' | 'stream_exists') =>
    client.appendToStream(stream, some, { expectedRevision, ...options });

  it('answers with the revision and the position of the last event, positions growing', async () => {
    const stream = aStream();
    const first = await append(stream, events(3), NO_STREAM);
    const second = await append(stream, events(1), 2n);
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(second).toMatchObject({ success: true, nextExpectedRevision: 3n });
    expect(second.position!.commit).toBeGreaterThan(first.position!.commit);
    expect(await all(client.readStream(stream)).then((read) => read.map(({ revision }) => revision))).toEqual([0n, 1n, 2n, 3n]);
  });

  it('answers a wrong expected revision with the actual one', async () => {
    const stream = aStream();
    await append(stream, events(2), NO_STREAM);
    expect(await failure(append(stream, events(1), NO_STREAM))).toMatchObject({
      type: 'wrong-expected-version',
      message: '',
      streamName: stream,
      expectedVersion: NO_STREAM,
      actualVersion: 1n,
    });
    expect(await failure(append(stream, events(1), 0n))).toMatchObject({ expectedVersion: 0n, actualVersion: 1n });
    expect(await failure(append(stream, events(1), 5n))).toMatchObject({ expectedVersion: 5n, actualVersion: 1n });
    expect(await failure(append(aStream(), events(1), 0n))).toMatchObject({ expectedVersion: 0n, actualVersion: NO_STREAM });
    expect(await failure(append(aStream(), events(1), STREAM_EXISTS))).toMatchObject({
      expectedVersion: STREAM_EXISTS,
      actualVersion: NO_STREAM,
    });
    expect(await all(client.readStream(stream))).toHaveLength(2);
  });

  it('answers a replay as the first time: whole, prefix, or spanning two earlier appends', async () => {
    const stream = aStream();
    const [one, two] = [events(3), events(2)];
    const first = await append(stream, one, NO_STREAM);
    expect(await append(stream, one, NO_STREAM)).toEqual(first);
    await append(stream, two, 2n);
    expect(await append(stream, one, NO_STREAM)).toEqual(first);
    expect(await append(stream, one.slice(0, 2), NO_STREAM)).toMatchObject({ nextExpectedRevision: 1n });
    expect(await append(stream, [...one.slice(1), ...two], 0n)).toMatchObject({ nextExpectedRevision: 4n });
    expect(await all(client.readStream(stream))).toHaveLength(5);
  });

  it('refuses a superset and a mixture as conflicts', async () => {
    const stream = aStream();
    const one = events(2);
    await append(stream, one, NO_STREAM);
    expect(await failure(append(stream, [...one, anEvent()], NO_STREAM))).toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 1n,
    });
    expect(await failure(append(stream, [one[0]!, anEvent()], NO_STREAM))).toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 1n,
    });
    expect(await all(client.readStream(stream))).toHaveLength(2);
  });

  it('compares ids, never contents', async () => {
    const stream = aStream();
    const id = randomUUID();
    await append(stream, [anEvent({ told: 'first' }, id)], NO_STREAM);
    await append(stream, [anEvent({ told: 'later' }, id)], NO_STREAM);
    expect(await all(client.readStream(stream))).toEqual([expect.objectContaining({ data: { told: 'first' } })]);
  });

  it('takes the same id in another stream, later in the same and twice in one append as new', async () => {
    const [stream, other] = [aStream(), aStream()];
    const twin = anEvent();
    await append(stream, [twin], NO_STREAM);
    await append(other, [twin], NO_STREAM);
    await append(stream, [anEvent()], 0n);
    await append(stream, [twin, twin], 1n);
    expect(await all(client.readStream(stream))).toHaveLength(4);
    expect(await all(client.readStream(other))).toHaveLength(1);
  });

  it('knows replays at any revision by heart', async () => {
    const stream = aStream();
    const one = events(2);
    await append(stream, one, NO_STREAM);
    expect(await append(stream, one, ANY)).toMatchObject({ nextExpectedRevision: 1n });
    expect(await append(stream, one, STREAM_EXISTS)).toMatchObject({ nextExpectedRevision: 1n });
    expect(await failure(append(stream, [one[0]!, anEvent()], ANY))).toMatchObject({ expectedVersion: ANY, actualVersion: 1n });
    expect(await all(client.readStream(stream))).toHaveLength(2);
  });

  it('takes exactly 1,048,576 bytes of data in one append, metadata not counted, and no byte more', async () => {
    const stream = aStream();
    const half = dataOf(MEBIBYTE / 2);
    await append(stream, [anEvent(half), anEvent(half)], NO_STREAM);
    expect(await failure(append(stream, [anEvent(half), anEvent(dataOf(MEBIBYTE / 2 + 1))], 1n))).toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: MEBIBYTE,
    });
    expect(await all(client.readStream(stream))).toHaveLength(2);
  });

  it('keeps data, metadata, type and id as written, the id in lower case', async () => {
    const stream = aStream();
    const id = randomUUID();
    await append(stream, [anEvent({ text: 'Größe ✓' }, id.toUpperCase())], NO_STREAM);
    expect(await all(client.readStream(stream))).toEqual([
      expect.objectContaining({ id, type: 'ReportReceived', data: { text: 'Größe ✓' }, metadata: { who: 'case-lead' }, isJson: true }),
    ]);
  });

  it('refuses writers of a deleted stream, and lets them go on behind one deleted softly', async () => {
    const [gone, soft] = [aStream(), aStream()];
    for (const stream of [gone, soft]) await append(stream, events(2), NO_STREAM);
    await client.tombstoneStream(gone);
    await client.deleteStream(soft);
    expect(await failure(append(gone, events(1), 1n))).toMatchObject({ type: 'stream-deleted' });
    expect(await append(soft, events(1), NO_STREAM)).toMatchObject({ nextExpectedRevision: 2n });
    expect(await persistently(() => all(client.readStream(soft)), 'stream-not-found')).toEqual([expect.objectContaining({ revision: 2n })]);
  });

  it('keeps 64 writers on 64 streams and on one stream apart', async () => {
    const shared = aStream();
    const winners = await Promise.all(
      Array.from({ length: 64 }, async () => {
        const own = aStream();
        for (let revision = 0n; revision < 5n; revision += 1n) await append(own, events(1), revision === 0n ? NO_STREAM : revision - 1n);
        return append(shared, events(1), NO_STREAM).then(
          () => true,
          () => false,
        );
      }),
    );
    expect(winners.filter(Boolean)).toHaveLength(1);
    expect(await all(client.readStream(shared))).toHaveLength(1);
  });

  it('stores the events of one append whole and side by side', async () => {
    const { position } = await append(aStream(), events(1), NO_STREAM);
    const written = Array.from({ length: 8 }, () => ({ stream: aStream(), some: events(5) }));
    await Promise.all(written.map(({ stream, some }) => append(stream, some, NO_STREAM)));
    const log = await all(client.readAll({ fromPosition: position }));
    for (const { stream, some } of written) {
      const first = log.findIndex(({ streamId }) => streamId === stream);
      expect(ids(log.slice(first, first + 5))).toEqual(ids(some));
    }
  });
});

describe.each(servers())('%s', (_name, start) => {
  const clients = new Clients();
  let server: Served;

  beforeAll(async () => {
    server = await start();
  });
  afterAll(async () => {
    await clients.dispose();
    await server.stop();
  });

  it('refuses malformed appends with code 2', async () => {
    const client = clients.to(server);
    const append = (stream: string, event = anEvent(), expectedRevision: bigint | 'no_stream' = NO_STREAM) =>
      failure(client.appendToStream(stream, event, { expectedRevision, ...UNARY }));
    expect(await append(aStream(), anEvent({}, 'no-uuid'))).toMatchObject({ type: 'unknown', code: 2 });
    expect(await append(aStream(), { ...anEvent(), type: '' })).toMatchObject({ type: 'unknown', code: 2 });
    expect(await append('')).toMatchObject({ type: 'unknown', code: 2 });
    expect(await append(aStream(), anEvent(), 2n ** 63n)).toMatchObject({ type: 'unknown', code: 2 });
  });
});

describe('the protocol double', () => {
  const clients = new Clients();
  let double: ProtocolDouble;

  beforeEach(async () => {
    double = await startProtocolDouble();
  });
  afterEach(async () => {
    await clients.dispose();
    await double.stop();
  });

  it('refuses a malformed batch with what the client does not recognise', async () => {
    const error = await failure(clients.to(double).appendToStream(aStream(), anEvent({}, 'no-uuid'), { expectedRevision: NO_STREAM }));
    expect(error).toMatchObject({ type: 'unknown', message: 'Could not recognize BadRequest' });
  });

  it('knows replays at exact revisions for ever, at any revision until it is restarted', async () => {
    const client = clients.to(double);
    const stream = aStream();
    const one = events(2);
    await client.appendToStream(stream, one, { expectedRevision: NO_STREAM, ...UNARY });
    await double.restart();
    await persistently(() => client.appendToStream(stream, one, { expectedRevision: NO_STREAM, ...UNARY }));
    expect(await all(client.readStream(stream))).toHaveLength(2);
    await client.appendToStream(stream, one, { expectedRevision: ANY, ...UNARY });
    expect(await all(client.readStream(stream))).toHaveLength(4);
  });
});
