import { status } from '@grpc/grpc-js';
import { BACKWARDS, END, EventStoreDBClient, NO_STREAM, Position } from '@eventstore/db-client';
import { all, anEvent, aStream, Clients, events, failure, ids, persistently, UNARY } from './callers';
import { caughtUp, Ear } from './ear';
import { ProtocolDouble, startProtocolDouble } from './protocol-double';

const WRITE_TIMEOUT = 300;

describe('the protocol double, told to fail,', () => {
  const clients = new Clients();
  let double: ProtocolDouble;
  let client: EventStoreDBClient;

  beforeEach(async () => {
    double = await startProtocolDouble({ writeTimeout: WRITE_TIMEOUT });
    client = clients.to(double);
  });
  afterEach(async () => {
    double.faults.clear();
    await clients.dispose();
    await double.stop();
  });

  const append = (stream: string, some: ReturnType<typeof events>, expected: bigint | 'no_stream' = NO_STREAM, options = {}) =>
    client.appendToStream(stream, some, { expectedRevision: expected, ...UNARY, ...options });
  const read = (stream: string) => all(client.readStream(stream));

  describe('killed and restarted', () => {
    it('drops appends, reads and subscriptions with code 14 at once', async () => {
      const stream = aStream();
      await append(stream, events(1));
      const ear = new Ear(client, {});
      await ear.until(caughtUp);
      const ended = failure(ear.ended);
      await double.kill();
      expect(await ended).toMatchObject({ type: 'unavailable', code: 14 });
      expect(await failure(append(stream, events(1), 0n))).toMatchObject({ type: 'unavailable', code: 14 });
      expect(await failure(read(stream))).toMatchObject({ type: 'unavailable', code: 14 });
    });

    it('drops a call that waits for its answer', async () => {
      double.faults.freeze();
      const waiting = failure(append(aStream(), events(1)));
      await double.kill();
      expect(await waiting).toMatchObject({ type: 'unavailable', code: 14 });
    });

    it('comes back on the same port with the same events at the same positions, and goes on', async () => {
      const stream = aStream();
      const written = events(3);
      await append(stream, written);
      const before = await read(stream);
      await double.kill();
      await double.restart();
      expect(await persistently(() => read(stream))).toEqual(before);
      expect(await append(stream, events(1), 2n)).toMatchObject({ nextExpectedRevision: 3n });
      expect(await append(stream, written)).toMatchObject({ nextExpectedRevision: 2n });
    });

    it('loses what was in flight, or keeps it, as told', async () => {
      const [lost, kept] = [aStream(), aStream()];
      await append(lost, events(1));
      await append(kept, events(1));
      double.faults.slowWrites(60_000);
      for (const [stream, inFlight] of [
        [lost, 'lost'],
        [kept, 'kept'],
      ] as const) {
        const before = double.eventCount;
        const answer = failure(append(stream, events(2), 0n));
        while (double.eventCount === before) await new Promise((resolve) => setImmediate(resolve));
        await double.kill(inFlight);
        expect(await answer).toMatchObject({ code: 14 });
        double.faults.slowWrites(0);
        await double.restart();
        await persistently(() => read(stream));
        double.faults.slowWrites(60_000);
      }
      expect(await read(lost)).toHaveLength(1);
      expect(await read(kept)).toHaveLength(3);
    });

    it('writes system events of its own into the log', async () => {
      await double.restart();
      double.writeSystemEvents();
      const types = (await persistently(() => all(client.readAll()))).map(({ type }) => type);
      expect(types.slice(0, 2)).toEqual(['$metadata', '$UserCreated']);
      expect(types.slice(2)).toEqual(['$statsCollected', '$statsCollected', '$statsCollected']);
    });
  });

  describe('with slow writes,', () => {
    it('lets an identical append in flight wait for a timeout, stored once', async () => {
      const stream = aStream();
      const written = events(2);
      double.faults.slowWrites(WRITE_TIMEOUT / 2);
      const [first, twin] = [append(stream, written), failure(append(stream, written))];
      expect(await first).toMatchObject({ nextExpectedRevision: 1n });
      expect(await twin).toMatchObject({ type: 'timeout', code: 10 });
      expect(await read(stream)).toHaveLength(2);
      expect(await append(stream, written)).toMatchObject({ nextExpectedRevision: 1n });
    });

    it('tells another writer of the conflict at once, while nobody can read what is in flight', async () => {
      const stream = aStream();
      double.faults.slowWrites(WRITE_TIMEOUT / 2);
      const first = append(stream, events(1));
      const conflict = await failure(append(stream, events(1)));
      expect(conflict).toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
      expect(await failure(read(stream))).toMatchObject({ type: 'stream-not-found' });
      await first;
      expect(await read(stream)).toHaveLength(1);
    });

    it('answers a write that takes too long with a timeout, and stores it', async () => {
      const stream = aStream();
      const written = events(2);
      double.faults.slowWrites(WRITE_TIMEOUT * 2);
      expect(await failure(append(stream, written))).toMatchObject({ type: 'timeout', code: 10 });
      double.faults.slowWrites(0);
      expect(await failure(append(stream, written))).toMatchObject({ type: 'timeout', code: 10 });
      expect(await append(stream, written)).toMatchObject({ nextExpectedRevision: 1n });
      expect(await read(stream)).toHaveLength(2);
    });

    it('commits in log order: a quick write waits for the slow one before it', async () => {
      const [slow, quick] = [aStream(), aStream()];
      double.faults.slowWrites(WRITE_TIMEOUT / 2);
      const answers: string[] = [];
      const first = append(slow, events(1)).then(() => answers.push('slow'));
      while ((await failure(append(slow, events(1)))).type !== 'wrong-expected-version');
      double.faults.slowWrites(0);
      await Promise.all([first, append(quick, events(1)).then(() => answers.push('quick'))]);
      expect(answers).toEqual(['slow', 'quick']);
    });
  });

  describe('not ready,', () => {
    it('says so to so many calls, appends and reads', async () => {
      const stream = aStream();
      double.faults.notReady(2);
      expect(await failure(append(stream, events(1)))).toMatchObject({
        type: 'unavailable',
        code: 14,
        message: '14 UNAVAILABLE: Server Is Not Ready',
      });
      expect(await failure(read(stream))).toMatchObject({ type: 'unavailable', code: 14 });
      expect(await append(stream, events(1))).toMatchObject({ success: true });
    });

    it('says what the client does not recognise on the batch path', async () => {
      double.faults.notReady(1);
      const error = await failure(client.appendToStream(aStream(), events(1), { expectedRevision: NO_STREAM }));
      expect(error).toMatchObject({ type: 'unknown', message: 'Could not recognize Server Is Not Ready' });
    });
  });

  describe('not the leader,', () => {
    it('sends those who require one to the leader, and serves the others', async () => {
      const leader = await startProtocolDouble({ beside: double });
      double.faults.notLeader({ host: '127.0.0.1', port: leader.port });
      const stream = aStream();
      expect(await failure(append(stream, events(1), NO_STREAM, { requiresLeader: true }))).toMatchObject({
        type: 'not-leader',
        code: 5,
        leader: { address: '127.0.0.1', port: leader.port },
      });
      expect(await append(stream, events(1), NO_STREAM, { requiresLeader: true })).toMatchObject({ success: true });
      expect(await all(clients.to(double).readStream(stream))).toHaveLength(1);
      await leader.stop();
    });

    it('is told from the leader by gossip', async () => {
      const leader = await startProtocolDouble({ beside: double });
      double.faults.notLeader({ host: '127.0.0.1', port: leader.port });
      const found = clients.to({ url: double.clusterUrl });
      expect(await found.appendToStream(aStream(), events(1), { requiresLeader: true, ...UNARY })).toMatchObject({ success: true });
      await leader.stop();
    });
  });

  describe('to slow consumers,', () => {
    it('asks every live subscriber to resubscribe, who loses nothing', async () => {
      const stream = aStream();
      await append(stream, events(1));
      const ear = new Ear(client, {});
      await ear.until(caughtUp);
      const ended = failure(ear.ended);
      double.faults.consumersTooSlow();
      const error = await ended;
      expect(error).toMatchObject({ type: 'timeout', code: 10 });
      expect(error.message).toMatch(/Consumer too slow to handle event while live. Client resubscription required./);
      const later = events(2);
      await append(stream, later, 0n);
      const last = ear.heard.findLast(({ kind }) => kind === 'event') as { position: Position };
      const again = new Ear(client, { after: last.position });
      await again.until(caughtUp);
      expect(again.ids).toEqual(ids(later));
      await again.stop();
    });

    it('asks one who lags behind by more than the limit', async () => {
      const subscription = client.subscribeToAll({ fromPosition: END });
      const failed = failure(new Promise((_resolve, reject) => subscription.once('error', reject)));
      await new Promise((resolve) => subscription.resume().once('caughtUp', resolve));
      subscription.pause();
      double.faults.limitLiveBuffer(32);
      const large = anEvent({ text: 'x'.repeat(25_000) });
      const forty = Array.from({ length: 40 }, () => large);
      for (let written = 0; written < 5; written += 1) await append(aStream(), forty);
      subscription.resume();
      expect(await failed).toMatchObject({ type: 'timeout', code: 10 });
    });
  });

  describe('frozen,', () => {
    it('never answers: appends end at their deadline, reads when it thaws', async () => {
      const stream = aStream();
      const later = events(1);
      await append(stream, events(1));
      double.faults.freeze();
      const began = performance.now();
      const reading = read(stream);
      expect(await failure(append(stream, later, 0n, { deadline: 100 }))).toMatchObject({ type: 'deadline-exceeded', code: 4 });
      expect(performance.now() - began).toBeLessThan(2_000);
      double.faults.thaw();
      expect((await reading).length).toBeGreaterThanOrEqual(1);
      expect(await append(stream, later, 0n)).toMatchObject({ nextExpectedRevision: 1n });
      expect(await read(stream)).toHaveLength(2);
    });

    it('keeps subscribers waiting', async () => {
      const ear = new Ear(client, {});
      await ear.until(caughtUp);
      double.faults.freeze();
      const appending = append(aStream(), events(2));
      double.faults.thaw();
      await appending;
      await ear.until((heard) => heard.filter(({ kind }) => kind === 'event').length === 2);
      await ear.stop();
    });
  });

  describe('asked to lose answers,', () => {
    it('stores the append and drops the connection', async () => {
      const stream = aStream();
      const written = events(2);
      double.faults.nextAppends({ applied: true, answer: 'cut' });
      expect(await failure(append(stream, written))).toMatchObject({ type: 'unavailable', code: 14 });
      expect(await persistently(() => append(stream, written))).toMatchObject({ nextExpectedRevision: 1n });
      expect(await read(stream)).toHaveLength(2);
    });

    it('stores the append and says nothing', async () => {
      const stream = aStream();
      double.faults.nextAppends({ applied: true, answer: 'silence' });
      expect(await failure(append(stream, events(1), NO_STREAM, { deadline: 100 }))).toMatchObject({ type: 'deadline-exceeded' });
      expect(await read(stream)).toHaveLength(1);
    });

    it('answers anything else, stored or not, one append after the other', async () => {
      const [stored, refused] = [aStream(), aStream()];
      double.faults.nextAppends({ applied: true, answer: { code: status.UNKNOWN, details: 'something went wrong' } });
      double.faults.nextAppends({ applied: false, answer: { code: status.ABORTED, details: 'Operation timed out' } }, 2);
      expect(await failure(append(stored, events(1)))).toMatchObject({ type: 'unknown', code: 2 });
      expect(await failure(append(refused, events(1)))).toMatchObject({ type: 'timeout', code: 10 });
      expect(await failure(append(refused, events(1)))).toMatchObject({ type: 'timeout', code: 10 });
      expect(await read(stored)).toHaveLength(1);
      expect(await failure(read(refused))).toMatchObject({ type: 'stream-not-found' });
      expect(await append(refused, events(1))).toMatchObject({ success: true });
    });

    it('answers replays without a position', async () => {
      const stream = aStream();
      const written = events(1);
      double.faults.replaysWithoutPosition();
      expect((await append(stream, written)).position).toBeDefined();
      const replay = await append(stream, written);
      expect(replay).toMatchObject({ nextExpectedRevision: 0n });
      expect(replay.position).toBeUndefined();
    });
  });

  it('answers as late as it is told', async () => {
    const stream = aStream();
    double.faults.latency(80);
    const began = performance.now();
    await append(stream, events(1));
    await read(stream);
    expect(performance.now() - began).toBeGreaterThanOrEqual(155);
  });

  it('is well again when everything is taken back', async () => {
    double.faults.notReady();
    double.faults.latency(10_000);
    double.faults.freeze();
    double.faults.nextAppends({ applied: false, answer: 'silence' }, 5);
    double.faults.clear();
    expect(await append(aStream(), events(1))).toMatchObject({ success: true });
    expect(await all(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }))).toHaveLength(1);
  });
});
