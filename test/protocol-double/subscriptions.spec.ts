import { EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { all, aStream, Clients, events, failure, ids, PREFIX, Served, servers, UNARY } from './callers';
import { caughtUp, Ear } from './ear';

describe.each(servers())('%s, subscribed to,', (_name, start) => {
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

  async function write(count: number, stream = aStream()) {
    const written = events(count);
    const { position } = await client.appendToStream(stream, written, { expectedRevision: NO_STREAM, ...UNARY });
    return { stream, written, position: position! };
  }

  it('gives what is there, says that it has caught up, and goes on with what comes', async () => {
    const { position } = await write(1);
    const [before, since] = [await write(5), await write(60)];
    const ear = new Ear(client, { after: position, resubscribing: true });
    await ear.until(caughtUp);
    expect(ear.ids).toEqual([...ids(before.written), ...ids(since.written)]);
    const live = await write(3);
    await ear.until((heard) => heard.filter(({ kind }) => kind === 'event').length === 68);
    expect(ear.ids.slice(65)).toEqual(ids(live.written));
    await ear.stop();
  });

  it('starts at the beginning of the log where no position is given', async () => {
    await write(2);
    const ear = new Ear(client, { filtered: false, resubscribing: true });
    const log = await all(client.readAll({ maxCount: 5 }));
    await ear.until((heard) => heard.length >= log.length);
    expect(ear.ids.slice(0, log.length)).toEqual(ids(log));
    await ear.stop();
  });

  it('excludes the event at the position given', async () => {
    const { stream, written } = await write(4);
    const read = await all(client.readStream(stream));
    const ear = new Ear(client, { after: read[1]!.position, resubscribing: true });
    await ear.until(caughtUp);
    expect(ear.ids.slice(0, 2)).toEqual(ids(written.slice(2)));
    await ear.stop();
  });

  it('gives others’ events only where they pass the filter', async () => {
    const { position } = await write(1);
    await client.appendToStream(`others-${aStream()}`, events(3), UNARY);
    const { written } = await write(1);
    const [ours, whole] = [
      new Ear(client, { after: position, resubscribing: true }),
      new Ear(client, { after: position, filtered: false, resubscribing: true }),
    ];
    await Promise.all([ours.until(caughtUp), whole.until(caughtUp)]);
    expect(ours.ids).toEqual(ids(written));
    expect(whole.ids).toHaveLength(4);
    await Promise.all([ours.stop(), whole.stop()]);
  });

  it('tells of checkpoints while it catches up and when live, never back', async () => {
    const { position } = await write(1);
    for (let round = 0; round < 3; round += 1) await client.appendToStream(`others-${aStream()}`, events(50), UNARY);
    const ear = new Ear(client, { after: position, resubscribing: true });
    await ear.until(caughtUp);
    const catchingUp = ear.heard.filter(({ kind }) => kind === 'checkpoint').length;
    expect(catchingUp).toBeGreaterThan(0);
    await client.appendToStream(`others-${aStream()}`, events(100), UNARY);
    await ear.until((heard) => heard.filter(({ kind }) => kind === 'checkpoint').length > catchingUp);
    const positions = ear.heard.flatMap((heard) => (heard.kind === 'checkpoint' ? [heard.position.commit] : []));
    expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
    await ear.stop();
  });

  it('can be resumed from any checkpoint without loss', async () => {
    const { position } = await write(1);
    const written = [];
    for (let round = 0; round < 8; round += 1) {
      await client.appendToStream(`others-${aStream()}`, events(13), UNARY);
      written.push(...(await write(7)).written);
    }
    const ear = new Ear(client, { after: position, resubscribing: true });
    await ear.until(caughtUp);
    expect(ear.ids).toEqual(ids(written));
    let seen = 0;
    for (const heard of ear.heard) {
      if (heard.kind === 'event') seen += 1;
      if (heard.kind !== 'checkpoint') continue;
      const resumed = new Ear(client, { after: heard.position, resubscribing: true });
      await resumed.until(caughtUp);
      expect(resumed.ids.slice(-(written.length - seen))).toEqual(ids(written).slice(seen));
      await resumed.stop();
    }
    await ear.stop();
  });

  it('refuses a position at which no record starts', async () => {
    const { stream } = await write(3);
    const [first] = await all(client.readStream(stream));
    const { commit, prepare } = first!.position!;
    const ear = new Ear(client, { after: { commit: commit + 5n, prepare: prepare + 5n } });
    expect(await failure(ear.ended)).toMatchObject({ type: 'unknown', code: 2 });
  });

  it('delivers lower positions to one who starts beyond the end of the log', async () => {
    const { position } = await write(1);
    const beyond = position.commit + 1_000_000n;
    const ear = new Ear(client, { after: { commit: beyond, prepare: beyond } });
    await ear.until(caughtUp);
    const { written } = await write(2);
    await ear.until((heard) => heard.length >= 3);
    expect(ear.ids).toEqual(ids(written));
    await ear.stop();
  });

  it('gives several subscribers beside writers each event once and in order', async () => {
    const { position } = await write(1);
    const ears = [1, 2, 3].map(() => new Ear(client, { after: position, resubscribing: true }));
    await Promise.all(Array.from({ length: 30 }, () => write(4)));
    const [log] = await Promise.all([
      all(client.readAll({ fromPosition: position })),
      ...ears.map((ear) => ear.until((heard) => heard.filter(({ kind }) => kind === 'event').length >= 120)),
    ]);
    const ours = log.slice(1).filter(({ streamId }) => streamId.startsWith(PREFIX));
    for (const ear of ears) expect(ear.ids).toEqual(ids(ours));
    await Promise.all(ears.map((ear) => ear.stop()));
  });
});

describe('the protocol double as 24.6.0', () => {
  it('stays silent towards one who starts beyond the end of the log, until the log gets there', async () => {
    const clients = new Clients();
    const [[, start]] = servers() as [[string, ReturnType<typeof servers>[0][1]]];
    const server = await start({ version: '24.6.0' });
    const client = clients.to(server);
    const write = () => client.appendToStream(aStream(), events(2), { expectedRevision: NO_STREAM, ...UNARY });
    const { position } = await write();
    const beyond = position!.commit + 500n;
    const ear = new Ear(client, { after: { commit: beyond, prepare: beyond } });
    await ear.until(caughtUp);
    while ((await write()).position!.commit <= beyond) expect(ear.ids).toEqual([]);
    await ear.until((heard) => heard.length > 1);
    const later = (await all(client.readAll())).filter((event) => event.position!.commit > beyond);
    expect(ear.ids[0]).toBe(later[0]!.id);
    await clients.dispose();
    await server.stop();
  });
});
