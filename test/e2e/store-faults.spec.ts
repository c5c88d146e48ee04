import { AppendTooLarge, ChainCheck, OutcomeUnknown, StoreUnavailable, type RecordedEvent } from '@app/event-store';
import { Decider } from '@app/nest';
import { BUILD, catalogue } from '../../apps/casework/src/runtime';
import { FaultyStore, shut } from './faulty-store';
import { startInstallation, type Answer, type Installation } from './installation';
import { expectProblem, expectUnavailable } from './problems';

/** What a caller is promised an answer in, with room for a busy machine. */
const IN_TIME = 3_000;

describe('when the store fails', () => {
  let installation: Installation;
  let store: FaultyStore;
  const gates: ReturnType<typeof shut>[] = [];
  const shutGate = (): ReturnType<typeof shut> => {
    gates.push(shut());
    return gates.at(-1)!;
  };
  let count = 0;
  let id: string;
  const lead = { role: 'case-lead', who: 'u-1' };

  beforeAll(async () => {
    installation = await startInstallation({
      altered: (runtime) => {
        store = new FaultyStore(runtime.store);
        const { clock, sealer: sealing, erasures } = runtime;
        const afterAppend = erasures.onRecorded.bind(erasures);
        return { ...runtime, store, decider: new Decider({ store, catalogue, clock, sealing, build: BUILD, afterAppend }) };
      },
    });
  });
  beforeEach(() => {
    count += 1;
    id = `s_${count}`;
    store.onAppend = undefined;
    store.onRead = undefined;
  });
  afterEach(() => gates.splice(0).forEach((gate) => gate.open()));
  afterAll(() => installation.clear());

  const register = (key: string, subject = id, name = 'Illustrative Adviser'): Promise<Answer> =>
    installation.post(`/v1/subjects/${subject}/register-subject`, { subject, kind: 'adviser', name }, lead, { 'idempotency-key': key });
  const correct = (key: string, name = 'Another'): Promise<Answer> =>
    installation.post(`/v1/subjects/${id}/correct-subject`, { subject: id, kind: 'adviser', name, reason: key }, lead, {
      'idempotency-key': key,
    });
  const recorded = async (subject = id): Promise<RecordedEvent[]> => {
    const held = store.onRead;
    store.onRead = undefined;
    const events = await store.readStream(`subject-${subject}`).catch(() => []);
    store.onRead = held;
    return events;
  };
  const timed = async <T>(work: Promise<T>): Promise<T> => {
    const asked = performance.now();
    const answer = await work;
    expect(performance.now() - asked).toBeLessThan(IN_TIME);
    return answer;
  };

  it('an append that does not answer is an unknown outcome, and the same key learns the one true answer later', async () => {
    const [reached, gate] = [shut(), shutGate()];
    store.onAppend = async (append) => {
      reached.open();
      await gate.opened;
      return append();
    };
    const asking = timed(register('hung'));
    await reached.opened;
    store.onAppend = undefined;
    const [hung, again, queued, elsewhere] = await Promise.all([
      asking,
      register('hung'),
      timed(correct('queued')),
      timed(register('elsewhere', `${id}~other`)),
    ]);
    expectUnavailable(hung, 'outcome-unknown');
    expect(hung.body.commandId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expectProblem(again, { status: 409, code: 'idempotency-key-in-flight' });
    expectUnavailable(queued, 'stream-busy');
    expect(elsewhere.status).toBe(200);
    expect(await recorded()).toEqual([]);

    gate.open();
    await installation.runtime.decider.idle();
    const answer = await register('hung');
    expect(answer.status).toBe(200);
    const events = await recorded();
    expect(events.map(({ type }) => type)).toEqual(['SubjectRegistered']);
    expect(answer.body.events).toMatchObject([{ id: events[0]!.id, metadata: { commandId: hung.body.commandId } }]);
    expect(answer.body.position).toBe(events[0]!.position);
    expect((await register('hung')).body).toEqual(answer.body);
    expect((await correct('queued')).status).toBe(200);
  }, 15_000);

  it.each([
    ['was stored', true],
    ['was not stored', false],
  ])('an answer that was lost says so, and the same key learns that it %s', async (_what, stored) => {
    store.onAppend = async (append) => {
      if (stored) await append();
      throw new OutcomeUnknown('the answer was lost');
    };
    const lost = await register('lost');
    expectUnavailable(lost, 'outcome-unknown');
    expect(await recorded()).toHaveLength(stored ? 1 : 0);
    store.onAppend = undefined;
    const answer = await register('lost');
    expect(answer.status).toBe(200);
    expect(answer.body.events).toMatchObject([{ revision: 0, metadata: { commandId: lost.body.commandId } }]);
    expect(await recorded()).toHaveLength(1);
    expectProblem(await register('lost', id, 'Another Name'), { status: 422, code: 'idempotency-key-reused' });
  });

  it('a store that is gone is said to be, at once, and nothing is stored', async () => {
    store.onAppend = () => Promise.reject(new StoreUnavailable('gone'));
    expectUnavailable(await register('gone'), 'store-unavailable');
    expect(await recorded()).toEqual([]);
    store.onAppend = undefined;
    store.onRead = () => Promise.reject(new StoreUnavailable('gone'));
    expectUnavailable(await register('gone'), 'store-unavailable');
    expectUnavailable(await installation.get(`/v1/events/subject-${id}`), 'store-unavailable');
    store.onRead = undefined;
    expect((await register('gone')).status).toBe(200);
    expect(await recorded()).toHaveLength(1);
  });

  it('a store that does not answer a read keeps nobody waiting, and nothing is stored once it answers', async () => {
    const gate = shutGate();
    store.onRead = async (read) => {
      await gate.opened;
      return read();
    };
    expectUnavailable(await timed(register('unread')), 'store-unavailable');
    gate.open();
    await installation.runtime.decider.idle();
    expect(await recorded()).toEqual([]);
    store.onRead = undefined;
    expect((await register('unread')).status).toBe(200);
  });

  it('what is too large for one append is refused', async () => {
    store.onAppend = () => Promise.reject(new AppendTooLarge('too large'));
    expectProblem(await register('large'), { status: 413, code: 'append-too-large' });
    expect(await recorded()).toEqual([]);
  });

  it('whoever was told that the stream is busy has recorded nothing, then or later', async () => {
    await register('first');
    const [reached, gate] = [shut(), shutGate()];
    store.onAppend = async (append) => {
      reached.open();
      await gate.opened;
      return append();
    };
    const held = correct('held');
    await reached.opened;
    const told = await Promise.all(Array.from({ length: 8 }, (_none, index) => timed(correct(`busy-${index}`, `Name ${index}`))));
    for (const answer of told) expectUnavailable(answer, 'stream-busy');
    expectUnavailable(await held, 'outcome-unknown');
    store.onAppend = undefined;
    gate.open();
    await installation.runtime.decider.idle();
    expect((await recorded()).map(({ type }) => type)).toEqual(['SubjectRegistered', 'SubjectCorrected']);
  }, 15_000);

  it('one key sent many times at once has one effect and one answer', async () => {
    for (let round = 0; round < 10; round += 1) {
      const subject = `${id}~${round}`;
      const answers = await Promise.all(Array.from({ length: 6 }, () => register('twice', subject)));
      const told = answers.filter(({ status }) => status === 200);
      expect(told.length).toBeGreaterThan(0);
      for (const answer of answers) {
        if (answer.status === 200) expect(answer.body).toEqual(told[0]!.body);
        else expectProblem(answer, { status: 409, code: 'idempotency-key-in-flight' });
      }
      expect(await recorded(subject)).toHaveLength(1);
    }
  });

  it('a rightful retry is answered whatever has become of the stream since', async () => {
    const first = await register('kept');
    await correct('later');
    for (const ifMatch of ['"0"', '"1"', '"7"', '*']) {
      const answer = await installation.post(
        `/v1/subjects/${id}/register-subject`,
        { subject: id, kind: 'adviser', name: 'Illustrative Adviser' },
        lead,
        { 'idempotency-key': 'kept', 'if-match': ifMatch },
      );
      expect(answer.body).toEqual(first.body);
    }
    expectProblem(
      await installation.post(`/v1/subjects/${id}/correct-subject`, { subject: id, kind: 'adviser', name: 'X', reason: 'x' }, lead, {
        'if-match': '"0"',
      }),
      {
        status: 412,
        code: 'stale-revision',
      },
    );
    expect(await recorded()).toHaveLength(2);
  });

  it('every chain is whole afterwards (P6)', async () => {
    const chains = new Map<string, ChainCheck>();
    for (const event of await store.readAll({ limit: 1_000 })) {
      const chain = chains.get(event.stream) ?? new ChainCheck();
      chains.set(event.stream, chain);
      expect(chain.follow(event)).toBeUndefined();
    }
    expect(chains.size).toBeGreaterThan(10);
  });
});
