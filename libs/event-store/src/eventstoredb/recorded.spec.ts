import { randomUUID } from 'node:crypto';
import { comparePositions, Position, PortRefusal } from '../port';
import { comparePlaces, LogEvent, Names, placeOf, positionOf } from './recorded';

const event = (given: Partial<LogEvent> = {}): LogEvent => ({
  streamId: 'case-1',
  revision: 3n,
  id: randomUUID(),
  type: 'CaseOpened',
  isJson: true,
  data: { text: 'x' },
  metadata: { schemaVersion: 2 },
  position: { commit: 40n, prepare: 39n },
  ...given,
});

describe('a position', () => {
  it('is a token of fixed width that gives the place back', () => {
    const place = { commit: 12_345n, prepare: 9_007_199_254_740_993n };
    expect(positionOf(place)).toBe('00000000000000012345~00009007199254740993');
    expect(placeOf(positionOf(place))).toEqual(place);
  });

  it('is ordered as its place', () => {
    const places = [
      { commit: 9n, prepare: 9n },
      { commit: 10n, prepare: 2n },
      { commit: 10n, prepare: 10n },
      { commit: 10n ** 12n, prepare: 1n },
    ];
    for (const a of places) {
      for (const b of places) {
        expect(Math.sign(comparePositions(positionOf(a), positionOf(b)))).toBe(comparePlaces(a, b));
      }
    }
  });

  it('beyond what the server can count is refused', () => {
    const beyond = '09223372036854775808~00000000000000000000' as Position;
    expect(() => placeOf(beyond)).toThrow(PortRefusal);
    expect(placeOf('09223372036854775807~00000000000000000000' as Position).commit).toBe(2n ** 63n - 1n);
  });
});

describe('which events are ours', () => {
  const [plain, prefixed] = [new Names(''), new Names('run1-')];

  it('are those of our streams, without the prefix that they have in the server', () => {
    expect(plain.ours(event())).toMatchObject({ stream: 'case-1', revision: 3, type: 'CaseOpened', schemaVersion: 2 });
    expect(prefixed.stored('case-1')).toBe('run1-case-1');
    expect(prefixed.ours(event({ streamId: 'run1-case-1' }))).toMatchObject({ stream: 'case-1', position: expect.stringContaining('~') });
  });

  it.each([
    ['of the server', event({ type: '$metadata' })],
    ['of the server’s streams', event({ streamId: '$stats-127.0.0.1:2113' })],
    ['of streams that are not called as ours are', event({ streamId: 'readiness' })],
    ['that are no JSON', event({ isJson: false, data: new Uint8Array(2) })],
    ['whose data is no object', event({ data: ['a'] })],
  ])('are none %s', (_what, other) => {
    expect(plain.ours(other)).toBeUndefined();
  });

  it('are none of another prefix', () => {
    expect(prefixed.ours(event())).toBeUndefined();
    expect(plain.ours(event({ streamId: 'run1-case-1' }))).toBeUndefined();
  });

  it('have metadata, at least an empty one', () => {
    expect(plain.ours(event({ metadata: undefined }))).toMatchObject({ metadata: {}, schemaVersion: 1 });
    expect(plain.ours(event({ metadata: new Uint8Array(1) }))).toMatchObject({ metadata: {}, schemaVersion: 1 });
  });
});
