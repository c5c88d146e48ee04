import { randomUUID } from 'node:crypto';
import { comparePositions, ExpectedRevision, JsonObject, NewEvent, WrongExpectedRevision } from '../port';
import { anEvent, dataOfBytes, ids, numbers, outcome, Run, someEvents } from './harness';

export function describeAppends(run: Run): void {
  describe('append', () => {
    it('counts revisions from 0 without a gap', async () => {
      const stream = run.stream();
      expect((await run.store.append(stream, 'no-stream', someEvents(3))).revision).toBe(2);
      expect((await run.store.append(stream, 2, someEvents(1))).revision).toBe(3);
      expect((await run.store.append(stream, 3, someEvents(2))).revision).toBe(5);
      expect((await run.store.readStream(stream)).map(({ revision }) => revision)).toEqual(numbers(6));
    });

    it('keeps ids, types, data and metadata as they were written', async () => {
      const data = {
        text: 'Kent 🦺 é \u2028 " \\ \n\t \u0001',
        empty: '',
        numbers: [0, -12, 1.5, 1e21, 5e-324, Number.MAX_SAFE_INTEGER],
        flags: [true, false, null],
        nested: { list: [[], {}, [{ a: [1] }]], '': 'an empty key', 'clé 🦺': 1, b: 1, a: 2 },
      };
      const metadata = {
        $correlationId: randomUUID(),
        $causationId: randomUUID(),
        schemaVersion: 3,
        hash: 'sha256:00',
        odd: ['é', { z: 1, a: null }],
      };
      const event = anEvent({
        id: '0f9b1a52-7c33-8e6d-a1b2-c3d4e5f60718'.replace(/^.{8}/, randomUUID().slice(0, 8)),
        type: 'Résumé of a type',
        data,
        metadata,
      });
      const stream = await run.streamOf(event);
      const [read] = await run.store.readStream(stream);
      expect(read).toMatchObject({ stream, revision: 0, ...event });
      expect(JSON.stringify(read?.data)).toBe(JSON.stringify(data));
      expect(JSON.stringify(read?.metadata)).toBe(JSON.stringify(metadata));
    });

    it('knows the schema version without being asked for the metadata: as it says, or 1', async () => {
      const versions: JsonObject[] = [
        { schemaVersion: 7 },
        { schemaVersion: 1 },
        {},
        { nested: { schemaVersion: 9 } },
        { text: '"schemaVersion":5' },
        { a: [], schemaVersion: 12 },
      ];
      const stream = await run.streamOf(...versions.map((metadata) => anEvent({ metadata })));
      const read = await run.store.readStream(stream);
      expect(read.map(({ schemaVersion }) => schemaVersion)).toEqual([7, 1, 1, 1, 1, 12]);
      expect(read.map(({ metadata }) => metadata)).toEqual(versions);
    });

    it('keeps ids in lower case', async () => {
      const event = anEvent();
      const stream = await run.streamOf({ ...event, id: event.id.toUpperCase() });
      expect(ids(await run.store.readStream(stream))).toEqual([event.id]);
      expect((await run.store.append(stream, 'no-stream', [event])).revision).toBe(0);
    });

    it('answers with the position of its last event', async () => {
      const stream = run.stream();
      const first = await run.store.append(stream, 'no-stream', someEvents(3));
      const second = await run.store.append(stream, 2, someEvents(1));
      const read = await run.store.readStream(stream);
      expect(first.position).toBe(read[2]?.position);
      expect(second.position).toBe(read[3]?.position);
      expect(comparePositions(first.position, second.position)).toBeLessThan(0);
    });

    it('takes exactly 1 MiB of data, and any metadata beside it', async () => {
      const [half, metadata] = [dataOfBytes(524_288), { text: 'm'.repeat(100_000) }];
      const stream = await run.streamOf(anEvent({ data: half, metadata }), anEvent({ data: half, metadata }));
      const read = await run.store.readStream(stream);
      expect(read.map(({ data }) => data)).toEqual([half, half]);
      expect(read.map((event) => event.metadata)).toEqual([metadata, metadata]);
    });

    it('takes no byte more than 1 MiB of data, and stores none of it', async () => {
      const stream = run.stream();
      const events = [anEvent({ data: dataOfBytes(524_288) }), anEvent({ data: dataOfBytes(524_289) })];
      expect(await outcome(run.store.append(stream, 'no-stream', events))).toBe('append-too-large');
      expect(await outcome(run.store.readStream(stream))).toBe('stream-not-found');
    });

    it('takes many events at once', async () => {
      const events = someEvents(1000);
      const stream = await run.streamOf(...events);
      expect(ids(await run.store.readStream(stream))).toEqual(ids(events));
    });
  });

  describe('a conflict', () => {
    const conflict = async (stream: string, expected: ExpectedRevision, events: NewEvent[]) =>
      run.store.append(stream, expected, events).then(
        () => 'answered',
        (error: unknown) => {
          if (!(error instanceof WrongExpectedRevision)) throw error;
          return { stream: error.stream, expected: error.expected, actual: error.actual };
        },
      );

    it('names the actual revision', async () => {
      const stream = await run.streamOf(...someEvents(3));
      for (const expected of ['no-stream', 0, 1, 3, 40] as const) {
        expect(await conflict(stream, expected, someEvents(1))).toEqual({ stream, expected, actual: 2 });
      }
    });

    it('says that there is no stream', async () => {
      const stream = run.stream();
      expect(await conflict(stream, 0, someEvents(1))).toEqual({ stream, expected: 0, actual: 'no-stream' });
      expect(await outcome(run.store.readStream(stream))).toBe('stream-not-found');
    });

    it('stores nothing of an append of several events', async () => {
      const events = someEvents(2);
      const stream = await run.streamOf(...events);
      expect(await conflict(stream, 0, someEvents(5))).toEqual({ stream, expected: 0, actual: 1 });
      expect(ids(await run.store.readStream(stream))).toEqual(ids(events));
    });

    it('of one writer is none of the others’', async () => {
      const stale = await run.streamOf(...someEvents(2));
      const fresh = numbers(8).map(() => run.stream());
      const [refused, ...answers] = await Promise.all([
        conflict(stale, 0, someEvents(1)),
        ...fresh.map((stream) => run.store.append(stream, 'no-stream', someEvents(1))),
      ]);
      expect(refused).toEqual({ stream: stale, expected: 0, actual: 1 });
      expect(answers).toEqual(fresh.map(() => expect.objectContaining({ revision: 0 })));
    });
  });

  describe('a replay', () => {
    const written = async () => {
      const [first, second, third] = [someEvents(3), someEvents(2), someEvents(2)];
      const stream = await run.streamOf(...first);
      await run.store.append(stream, 2, second);
      await run.store.append(stream, 4, third);
      return { stream, first, second, third, all: [...first, ...second, ...third] };
    };
    const replays = async (restart: boolean) => {
      const { stream, first, second, all } = await written();
      if (restart) await run.reopen();
      const revision = async (expected: ExpectedRevision, events: NewEvent[]) =>
        (await run.store.append(stream, expected, events)).revision;
      expect(await revision('no-stream', first)).toBe(2);
      expect(await revision(2, second)).toBe(4);
      expect(await revision('no-stream', first.slice(0, 1))).toBe(0);
      expect(await revision(2, second.slice(0, 1))).toBe(3);
      expect(await revision('no-stream', [...first, ...second])).toBe(4);
      expect(await revision(1, [...first.slice(2), ...second.slice(0, 1)])).toBe(3);
      expect(await revision('no-stream', all)).toBe(6);
      expect(ids(await run.store.readStream(stream))).toEqual(ids(all));
    };

    it('of a whole append, of its beginning, or across two appends answers the original revision', () => replays(false));

    it('answers the original revision after a restart too', () => replays(true));

    it('names no other position than the original one, if any', async () => {
      const { stream, second } = await written();
      const { position } = await run.store.append(stream, 2, second);
      const original = (await run.store.readStream(stream))[4]?.position;
      expect([undefined, original]).toContain(position);
    });

    it('compares ids only: what was written first stays', async () => {
      const event = anEvent();
      const stream = await run.streamOf(event);
      const other = { ...event, type: 'Other', data: { other: true }, metadata: {} };
      expect((await run.store.append(stream, 'no-stream', [other])).revision).toBe(0);
      expect(await run.store.readStream(stream)).toMatchObject([{ type: event.type, data: event.data, metadata: event.metadata }]);
    });

    it('with more events than stand there conflicts, and stores none of them', async () => {
      const { stream, third, all } = await written();
      for (const expected of [4, 'no-stream'] as const) {
        const superset = [...(expected === 4 ? third : all), anEvent()];
        await expect(run.store.append(stream, expected, superset)).rejects.toMatchObject({ code: 'wrong-expected-revision', actual: 6 });
      }
      expect(ids(await run.store.readStream(stream))).toEqual(ids(all));
    });

    it('with other events between, or in another order, conflicts', async () => {
      const { stream, first, all } = await written();
      const [a, b, c] = first as [NewEvent, NewEvent, NewEvent];
      for (const events of [[a, anEvent(), c], [a, c], [b, a, c], [b]]) {
        expect(await outcome(run.store.append(stream, 'no-stream', events))).toBe('wrong-expected-revision');
      }
      expect(ids(await run.store.readStream(stream))).toEqual(ids(all));
    });

    it('of an id in another stream, or later in the same one, is a new event', async () => {
      const event = anEvent();
      const [one, other] = [await run.streamOf(event), await run.streamOf(event)];
      expect((await run.store.append(one, 0, [event])).revision).toBe(1);
      expect(ids(await run.store.readStream(one))).toEqual([event.id, event.id]);
      expect(ids(await run.store.readStream(other))).toEqual([event.id]);
    });

    it('that arrives while the first is under way is answered or not, and there is one event', async () => {
      const [stream, event] = [run.stream(), anEvent()];
      const twins = await Promise.all(
        numbers(4).map(() => outcome(run.store.append(stream, 'no-stream', [event], { giveUpAt: Date.now() + 8_000 }))),
      );
      expect(twins).toContain('answered');
      for (const twin of twins) expect(['answered', 'outcome-unknown']).toContain(twin);
      expect(ids(await run.store.readStream(stream))).toEqual([event.id]);
    });
  });
}
