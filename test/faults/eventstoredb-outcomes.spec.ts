import { randomUUID } from 'node:crypto';
import { EventStore, NewEvent, OutcomeUnknown, StoreUnavailable, WrongExpectedRevision } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/eventstoredb';
import { ProtocolDouble, startProtocolDouble } from '../protocol-double/protocol-double';

/** Milliseconds for one call; the server's own limit for a write is set below it, as it is in fact. */
const DEADLINE = 400;

let double: ProtocolDouble;
let store: EventStore;
let stream: string;
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);

const anEvent = (): NewEvent => ({ id: randomUUID(), type: 'DeepDiveRecorded', data: {}, metadata: {} });
const idsIn = async (name: string) => (await store.readStream(name)).map(({ id }) => id);
const within = (milliseconds: number) => ({ giveUpAt: Date.now() + milliseconds });

beforeAll(async () => {
  double = await startProtocolDouble({ writeTimeout: 200 });
  process.on('unhandledRejection', note);
});
beforeEach(async () => {
  store = openEventStoreDb(double.url, { deadline: DEADLINE });
  stream = `improvementCase-${randomUUID().slice(0, 8)}`;
  await store.append(stream, 'no-stream', [anEvent()]);
});
afterEach(async () => {
  double.faults.clear();
  await store.close();
  expect(uncaught).toEqual([]);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await double.stop();
});

describe('an append whose outcome is not known', () => {
  it.each([
    ['stored, and the answer lost with the connection', { applied: true, answer: 'cut' }],
    ['stored, and never answered', { applied: true, answer: 'silence' }],
    ['lost with the connection', { applied: false, answer: 'cut' }],
    ['lost, and never answered', { applied: false, answer: 'silence' }],
    ['stored, and answered with a timeout', { applied: true, answer: { code: 10, details: 'timeout' } }],
    ['lost, and answered with an error of no known kind', { applied: false, answer: { code: 2, details: 'whatever' } }],
  ] as const)('is settled by itself where it was %s', async (_what, fate) => {
    const event = anEvent();
    double.faults.nextAppends(fate);
    expect((await store.append(stream, 0, [event], within(10_000))).revision).toBe(1);
    expect((await idsIn(stream)).slice(1)).toEqual([event.id]);
  });

  it('is a conflict where another writer was first', async () => {
    const other = anEvent();
    const others = openEventStoreDb(double.url);
    await others.probe();
    double.faults.nextAppends({ applied: false, answer: 'silence' });
    const [lost] = await Promise.allSettled([store.append(stream, 0, [anEvent()], within(10_000)), others.append(stream, 0, [other])]);
    await others.close();
    expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(WrongExpectedRevision) });
    expect((await idsIn(stream)).slice(1)).toEqual([other.id]);
  });

  it('is said to be unknown where its time is over, and may be appended again later', async () => {
    const event = anEvent();
    double.faults.nextAppends({ applied: true, answer: 'silence' }, 100);
    await expect(store.append(stream, 0, [event], within(900))).rejects.toThrow(OutcomeUnknown);
    double.faults.clear();
    double.faults.nextAppends({ applied: true, answer: 'cut' }, 1);
    expect((await store.append(stream, 0, [event], within(10_000))).revision).toBe(1);
    expect((await idsIn(stream)).slice(1)).toEqual([event.id]);
  });

  it('is said not to be stored where the server refused every time', async () => {
    double.faults.notReady();
    await expect(store.append(stream, 0, [anEvent()], within(500))).rejects.toThrow(StoreUnavailable);
    double.faults.clear();
    expect(await idsIn(stream)).toHaveLength(1);
  });

  it('keeps later ones on the same stream waiting, and none on others', async () => {
    const [first, second] = [anEvent(), anEvent()];
    double.faults.nextAppends({ applied: true, answer: 'silence' });
    const order: string[] = [];
    const appending = [
      store.append(stream, 0, [first], within(10_000)).then(() => order.push('first')),
      store.append(stream, 1, [second], within(10_000)).then(() => order.push('second')),
      store.append(`${stream}b`, 'no-stream', [anEvent()], within(10_000)).then(() => order.push('elsewhere')),
    ];
    await Promise.all(appending);
    expect(order).toEqual(['elsewhere', 'first', 'second']);
    expect((await idsIn(stream)).slice(1)).toEqual([first.id, second.id]);
  });

  it('is stored once where writes take longer than the server waits', async () => {
    const event = anEvent();
    double.faults.slowWrites(500);
    expect((await store.append(stream, 0, [event], within(20_000))).revision).toBe(1);
    expect((await idsIn(stream)).slice(1)).toEqual([event.id]);
  });
});

describe('a server that refuses for a while', () => {
  it.each([
    ['is not ready', () => double.faults.notReady()],
    ['is not the leader, and says who is', () => double.faults.notLeader({ host: '127.0.0.1', port: double.port })],
    ['is not the leader, and does not know who is', () => double.faults.notLeader({})],
    ['is frozen', () => double.faults.freeze()],
  ])('because it %s is waited for, by writers, readers and a subscriber', async (_what, refuse) => {
    const stop = new AbortController();
    const seen: string[] = [];
    let enough!: () => void;
    const all = new Promise<void>((resolve) => (enough = resolve));
    const following = (async () => {
      for await (const { events } of store.subscribe({ signal: stop.signal })) {
        seen.push(...events.filter((event) => event.stream === stream).map(({ id }) => id));
        if (seen.length >= 2) enough();
      }
    })();
    refuse();
    await expect(store.probe()).rejects.toThrow(StoreUnavailable);
    const event = anEvent();
    const appending = store.append(stream, 0, [event], within(20_000));
    const reading = store.readStream(stream, { limit: 1 });
    double.faults.clear();
    expect((await appending).revision).toBe(1);
    expect(await reading).toHaveLength(1);
    await all;
    stop.abort();
    await following;
    expect(seen).toEqual(await idsIn(stream));
  });

  it('never lets a stream seem empty, or the log shorter than it is', async () => {
    double.faults.notLeader({});
    const [end, page, events] = await Promise.allSettled([store.end(), store.readAll({ limit: 1 }), store.readStream(stream)]);
    for (const answer of [end, page, events]) expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
  });
});

describe('a subscription', () => {
  it('that the server ends again and again loses nothing, doubles nothing and keeps the order', async () => {
    const after = await store.end();
    const stop = new AbortController();
    const total = 600;
    const seen: number[] = [];
    double.faults.limitLiveBuffer(5);
    const writing = (async () => {
      for (let revision = 0; revision < total; revision += 20) {
        await store.append(stream, revision, Array.from({ length: 20 }, anEvent));
        if (revision % 100 === 0) double.faults.consumersTooSlow();
      }
    })();
    for await (const { events } of store.subscribe({ after, signal: stop.signal, maxBatch: 7 })) {
      for (const event of events) if (event.stream === stream) seen.push(event.revision);
      if (seen.length >= total) stop.abort();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: total }, (_nothing, index) => index + 1));
  });
});
