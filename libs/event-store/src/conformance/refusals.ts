import { ExpectedRevision, JsonObject, JsonValue, NewEvent, Position } from '../port';
import { anEvent, ids, outcome, Run, someEvents } from './harness';

export function describeRefusals(run: Run): void {
  const holding = (value: unknown): NewEvent => anEvent({ data: { value: value as JsonValue } });
  const noting = (value: unknown): NewEvent => anEvent({ metadata: { value: value as JsonValue } });
  const [twin, id] = [anEvent(), '0f9b1a527c338e6da1b2c3d4e5f60718'];

  describe('the port refuses, before anything is sent,', () => {
    const events: [string, string, NewEvent[]][] = [
      ['no events', 'no-events', []],
      ['an id that is no UUID', 'id-not-uuid', [anEvent({ id })]],
      ['an empty id', 'id-not-uuid', [anEvent({ id: '' })]],
      ['the same id twice in one append', 'id-twice', [twin, anEvent(), twin]],
      ['the same id twice, once in upper case', 'id-twice', [twin, { ...twin, id: twin.id.toUpperCase() }]],
      ['an empty type', 'type-empty', [anEvent({ type: '' })]],
      ['a type beginning with $', 'reserved-name', [anEvent({ type: '$metadata' })]],
      ['a type with U+0000', 'text-malformed', [anEvent({ type: 'Case\u0000Opened' })]],
      ['no data', 'not-json', [anEvent({ data: undefined })]],
      ['data that is no object', 'not-json', [anEvent({ data: ['a'] as unknown as JsonObject })]],
      ['data with undefined', 'not-json', [holding(undefined)]],
      ['data with a bigint', 'not-json', [holding(1n)]],
      ['data with a function', 'not-json', [holding(() => 1)]],
      ['data with NaN', 'not-json', [holding(Number.NaN)]],
      ['data with infinity', 'not-json', [holding(Number.POSITIVE_INFINITY)]],
      ['data with a Date', 'not-json', [holding(new Date(0))]],
      ['data with a Map', 'not-json', [holding(new Map())]],
      ['data with a hole in an array', 'not-json', [holding(new Array(2))]],
      ['data with U+0000', 'text-malformed', [holding('a\u0000')]],
      ['data with U+0000 in a key', 'text-malformed', [holding({ 'a\u0000': 1 })]],
      ['data with half a character', 'text-malformed', [holding('\ud83e')]],
      ['no metadata', 'not-json', [anEvent({ metadata: undefined })]],
      ['metadata with a bigint', 'not-json', [noting(1n)]],
      ['metadata with half a character in a key', 'text-malformed', [noting({ '\udd7a': 1 })]],
      ['a bad event among good ones', 'not-json', [anEvent(), holding(1n), anEvent()]],
    ];
    it.each(events)('%s', async (_what, reason, refused) => {
      const stream = run.stream();
      expect(await outcome(run.store.append(stream, 'no-stream', refused))).toBe(`port-refusal: ${reason}`);
      expect(await outcome(run.store.readStream(stream))).toBe('stream-not-found');
    });

    const names: [string, string][] = [
      ['', 'stream-name-empty'],
      ['$all', 'reserved-name'],
      ['$$conformance-1', 'reserved-name'],
      ['conformance', 'stream-name-malformed'],
      ['Conformance-1', 'stream-name-malformed'],
      ['conformance-a-b', 'stream-name-malformed'],
      ['conformance-a/b', 'stream-name-malformed'],
      ['conformance-a\u0000', 'stream-name-malformed'],
      [`conformance-${'i'.repeat(121)}`, 'stream-name-malformed'],
    ];
    it.each(names)('the stream name %j', async (name, reason) => {
      expect(await outcome(run.store.append(name, 'no-stream', someEvents(1)))).toBe(`port-refusal: ${reason}`);
      expect(await outcome(run.store.readStream(name))).toBe(`port-refusal: ${reason}`);
    });

    it.each([-1, 0.5, 2 ** 63, Number.NaN, 'any', 'stream-exists', undefined])('the revision %p', async (revision) => {
      const written = someEvents(1);
      const stream = await run.streamOf(...written);
      expect(await outcome(run.store.append(stream, revision as ExpectedRevision, someEvents(1)))).toBe(
        'port-refusal: revision-out-of-range',
      );
      if (revision !== undefined) {
        expect(await outcome(run.store.readStream(stream, { from: revision as number }))).toBe('port-refusal: revision-out-of-range');
      }
      expect(ids(await run.store.readStream(stream))).toEqual(ids(written));
    });

    it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a read of %p events', async (limit) => {
      const stream = await run.streamOf(...someEvents(1));
      expect(await outcome(run.store.readStream(stream, { limit }))).toBe('port-refusal: limit-below-one');
      expect(await outcome(run.store.readAll({ limit }))).toBe('port-refusal: limit-below-one');
    });

    it('a position that is none', async () => {
      for (const from of ['', 'end', '-1', '0x10', '१२']) {
        expect(await outcome(run.store.readAll({ from: from as Position, limit: 1 }))).toBe('port-refusal: position-not-given');
      }
    });

    it('a direction that is none', async () => {
      const stream = await run.streamOf(...someEvents(1));
      const direction = 'up' as 'forwards';
      expect(await outcome(run.store.readStream(stream, { direction }))).toBe('port-refusal: direction-unknown');
      expect(await outcome(run.store.readAll({ direction, limit: 1 }))).toBe('port-refusal: direction-unknown');
    });
  });
}
