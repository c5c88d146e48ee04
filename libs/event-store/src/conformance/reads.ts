import { comparePositions } from '../port';
import { ahead, anEvent, ids, outcome, plain, Run, someEvents } from './harness';

export function describeReads(run: Run): void {
  describe('reading a stream', () => {
    it('goes forwards from any revision, to any limit', async () => {
      const events = someEvents(7);
      const stream = await run.streamOf(...events);
      const read = async (options?: { from?: number; limit?: number }) => ids(await run.store.readStream(stream, options));
      expect(await read()).toEqual(ids(events));
      expect(await read({ from: 0, limit: 3 })).toEqual(ids(events.slice(0, 3)));
      expect(await read({ from: 3 })).toEqual(ids(events.slice(3)));
      expect(await read({ from: 3, limit: 2 })).toEqual(ids(events.slice(3, 5)));
      expect(await read({ from: 6, limit: 10 })).toEqual(ids(events.slice(6)));
    });

    it('goes backwards from the end or from any revision, to any limit', async () => {
      const events = someEvents(7);
      const stream = await run.streamOf(...events);
      const read = async (options: { from?: number; limit?: number }) =>
        ids(await run.store.readStream(stream, { ...options, direction: 'backwards' }));
      expect(await read({})).toEqual(ids(events).reverse());
      expect(await read({ limit: 1 })).toEqual(ids(events.slice(6)));
      expect(await read({ from: 3 })).toEqual(ids(events.slice(0, 4)).reverse());
      expect(await read({ from: 3, limit: 2 })).toEqual(ids(events.slice(2, 4)).reverse());
      expect(await read({ from: 0 })).toEqual(ids(events.slice(0, 1)));
    });

    it('beyond its end is empty', async () => {
      const stream = await run.streamOf(...someEvents(3));
      expect(await run.store.readStream(stream, { from: 3 })).toEqual([]);
      expect(await run.store.readStream(stream, { from: Number.MAX_SAFE_INTEGER, limit: 5 })).toEqual([]);
    });

    it('that does not exist says so', async () => {
      expect(await outcome(run.store.readStream(run.stream()))).toBe('stream-not-found');
      expect(await outcome(run.store.readStream(run.stream(), { from: 5, limit: 1 }))).toBe('stream-not-found');
      expect(await outcome(run.store.readStream(run.stream(), { direction: 'backwards', limit: 1 }))).toBe('stream-not-found');
    });

    it('gives no other stream’s events, however alike the names', async () => {
      const name = run.stream();
      const names = [name, `${name}a`, `${name}~0`, `${name}.`, `${name}_a`, `${name}_A`, name.replace('conformance-', 'conformanceX-')];
      for (const stream of names) await run.store.append(stream, 'no-stream', [anEvent({ data: { stream } })]);
      for (const stream of names) expect(await run.store.readStream(stream)).toMatchObject([{ stream, revision: 0, data: { stream } }]);
    });

    it('says where in the log each event stands', async () => {
      const mark = await run.store.end();
      const stream = await run.streamOf(...someEvents(3));
      const other = await run.streamOf(...someEvents(1));
      await run.store.append(stream, 2, someEvents(1));
      const whole = await run.since(mark);
      const places = (name: string) => whole.filter((event) => event.stream === name).map(({ position }) => position);
      expect((await run.store.readStream(stream)).map(({ position }) => position)).toEqual(places(stream));
      expect((await run.store.readStream(other)).map(({ position }) => position)).toEqual(places(other));
    });

    it('after a restart finds everything', async () => {
      const events = someEvents(25);
      const stream = await run.streamOf(...events);
      const before = await run.store.readStream(stream);
      await run.reopen();
      const after = await run.store.readStream(stream);
      expect(ids(after)).toEqual(ids(events));
      expect(after.map(({ position }) => position)).toEqual(before.map(({ position }) => position));
    });
  });

  describe('reading the whole log', () => {
    const writeThree = async () => {
      const mark = await run.store.end();
      const stream = run.stream();
      const other = run.stream();
      await run.store.append(stream, 'no-stream', someEvents(4));
      await run.store.append(other, 'no-stream', someEvents(3));
      await run.store.append(stream, 3, someEvents(2));
      return { mark, whole: await run.since(mark), stream, other };
    };

    it('gives every event in the order in which it was appended', async () => {
      const { whole, stream, other } = await writeThree();
      expect(whole.map((event) => [event.stream, event.revision])).toEqual([
        ...[0, 1, 2, 3].map((revision) => [stream, revision]),
        ...[0, 1, 2].map((revision) => [other, revision]),
        ...[4, 5].map((revision) => [stream, revision]),
      ]);
      for (const [index, event] of whole.entries()) {
        expect(comparePositions(whole[index - 1]?.position, event.position)).toBeLessThan(0);
      }
    });

    it('gives the same events as reading their streams', async () => {
      const { whole, stream } = await writeThree();
      const read = await run.store.readStream(stream);
      expect(whole.filter((event) => event.stream === stream).map(plain)).toEqual(read.map(plain));
    });

    it('forwards includes the event at the position given', async () => {
      const { whole } = await writeThree();
      const page = await run.store.readAll({ from: whole[3]?.position, limit: 4 });
      expect(ids(page)).toEqual(ids(whole.slice(3, 7)));
    });

    it('backwards excludes the event at the position given', async () => {
      const { whole } = await writeThree();
      const page = await run.store.readAll({ from: whole[5]?.position, limit: 4, direction: 'backwards' });
      expect(ids(page)).toEqual(ids(whole.slice(1, 5)).reverse());
    });

    it('backwards starts at the end', async () => {
      const { whole } = await writeThree();
      const page = await run.store.readAll({ limit: 9, direction: 'backwards' });
      expect(ids(run.ours(page))).toEqual(ids(whole).reverse().slice(0, run.ours(page).length));
      expect(run.ours(page)).not.toHaveLength(0);
    });

    it('forwards starts at the beginning', async () => {
      const [first] = await run.store.readAll({ limit: 1 });
      if (first === undefined) throw new Error('the log is empty');
      expect(await run.store.readAll({ from: first.position, limit: 5, direction: 'backwards' })).toEqual([]);
    });

    it('gives no more than the limit, and pages join without loss or repetition', async () => {
      const { mark, whole } = await writeThree();
      expect(await run.store.readAll({ limit: 3, direction: 'backwards' })).toHaveLength(3);
      for (const limit of [1, 2, 5]) expect(ids(await run.since(mark, limit))).toEqual(ids(whole));
    });

    it('keeps the events of one append together', async () => {
      const mark = await run.store.end();
      await Promise.all(Array.from({ length: 24 }, () => run.store.append(run.stream(), 'no-stream', someEvents(5))));
      const streams = (await run.since(mark)).map(({ stream }) => stream);
      const runs = streams.filter((stream, index) => stream !== streams[index - 1]);
      expect(streams).toHaveLength(120);
      expect(new Set(runs).size).toBe(runs.length);
    });

    it('refuses a position that no store gave', async () => {
      const stream = await run.streamOf(...someEvents(2));
      const last = (await run.store.readStream(stream)).at(-1)?.position;
      if (last === undefined) throw new Error('nothing was written');
      const read = (from: string) => outcome(run.store.readAll({ from: from as typeof last, limit: 5 }));
      expect(await read('nowhere')).toBe('port-refusal: position-not-given');
      expect(await read('')).toBe('port-refusal: position-not-given');
      expect(await read(ahead(last, 1n))).toBe('port-refusal: position-not-given');
    });

    const { harness } = run;
    if (harness.writeForeign !== undefined) {
      it('leaves out what is not ours, and so does the end', async () => {
        const mark = await run.store.end();
        await harness.writeForeign?.();
        const stream = await run.streamOf(...someEvents(2));
        await harness.writeForeign?.();
        const end = await run.store.end();
        const page = await run.store.readAll({ from: mark, limit: 100 });
        expect(page.filter(({ position }) => position !== mark).map((event) => event.stream)).toEqual([stream, stream]);
        expect(end).toBe(page.at(-1)?.position);
        const backwards = await run.store.readAll({ limit: 2, direction: 'backwards' });
        expect(backwards.map((event) => event.stream)).toEqual([stream, stream]);
      });
    }
  });

  describe('the end of the log', () => {
    it('is the position of the last event', async () => {
      const stream = await run.streamOf(...someEvents(3));
      expect(await run.store.end()).toBe((await run.store.readStream(stream)).at(-1)?.position);
    });

    it('moves with every append, and not without one', async () => {
      const stream = await run.streamOf(...someEvents(1));
      const before = await run.store.end();
      expect(await outcome(run.store.append(stream, 5, someEvents(1)))).toBe('wrong-expected-revision');
      expect(await run.store.end()).toBe(before);
      await run.store.append(stream, 0, someEvents(1));
      expect(comparePositions(before, await run.store.end())).toBeLessThan(0);
    });
  });

  describe('the probe', () => {
    it('resolves when an append would be accepted, and leaves no trace', async () => {
      const before = await run.store.end();
      await run.store.probe();
      expect(await run.store.end()).toBe(before);
    });
  });
}
