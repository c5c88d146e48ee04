import { randomUUID } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { AppendTooLarge, ExpectedRevision, JsonObject, NewEvent, PortRefusal } from './port';
import { checkAllRead, checkAppend, checkStreamRead, checkSubscription, MAX_APPEND_BYTES, MAX_DEPTH } from './port-checks';

const event = (given: Partial<NewEvent> = {}): NewEvent => ({ id: randomUUID(), type: 'CaseOpened', data: {}, metadata: {}, ...given });
const holding = (value: unknown): NewEvent => event({ data: { value } as JsonObject });
const append = (...events: NewEvent[]) => checkAppend('improvementCase-kent~1', 'no-stream', events);
const nested = (depth: number): JsonObject => (depth === 1 ? {} : { inner: nested(depth - 1) });

/** The reason that the port gives for refusing, `too-large`, or `taken`. */
function answer(act: () => void): string {
  try {
    act();
    return 'taken';
  } catch (error) {
    if (error instanceof AppendTooLarge) return 'too-large';
    if (error instanceof PortRefusal) return error.reason;
    throw error;
  }
}

describe('stream names', () => {
  const names: [string, string][] = [
    ['improvementCase-kent', 'taken'],
    ['partner-E10000016~project_5369', 'taken'],
    ['a-0', 'taken'],
    ['requirement-deep_dive~kent.1~2023_10_23', 'taken'],
    [`risk-${'r'.repeat(120)}`, 'taken'],
    [`risk-${'r'.repeat(121)}`, 'stream-name-malformed'],
    ['', 'stream-name-empty'],
    ['$all', 'reserved-name'],
    ['$$improvementCase-kent', 'reserved-name'],
    ['improvementCase', 'stream-name-malformed'],
    ['improvementCase-', 'stream-name-malformed'],
    ['-kent', 'stream-name-malformed'],
    ['ImprovementCase-kent', 'stream-name-malformed'],
    ['improvement_case-kent', 'stream-name-malformed'],
    ['improvementCase-kent-1', 'stream-name-malformed'],
    ['improvementCase-kent/1', 'stream-name-malformed'],
    ['improvementCase-ke nt', 'stream-name-malformed'],
    ['improvementCase-kent\n', 'stream-name-malformed'],
    ['improvementCase-kent\u0000', 'stream-name-malformed'],
    ['improvementCase-ként', 'stream-name-malformed'],
  ];

  it.each(names)('%j: %s, in appends and in reads alike', (name, expected) => {
    expect(answer(() => checkAppend(name, 'no-stream', [event()]))).toBe(expected);
    expect(answer(() => checkStreamRead(name))).toBe(expected);
  });

  it('are text', () => {
    expect(answer(() => checkStreamRead(undefined as unknown as string))).toBe('stream-name-empty');
    expect(answer(() => checkStreamRead(7 as unknown as string))).toBe('stream-name-malformed');
  });
});

describe('revisions', () => {
  const revisions: [unknown, string][] = [
    [0, 'taken'],
    [41, 'taken'],
    [Number.MAX_SAFE_INTEGER, 'taken'],
    [-1, 'revision-out-of-range'],
    [1.5, 'revision-out-of-range'],
    [2 ** 63, 'revision-out-of-range'],
    [Number.NaN, 'revision-out-of-range'],
    [Number.POSITIVE_INFINITY, 'revision-out-of-range'],
    ['0', 'revision-out-of-range'],
    [0n, 'revision-out-of-range'],
    ['any', 'revision-out-of-range'],
    ['stream-exists', 'revision-out-of-range'],
  ];

  it.each(revisions)('%p: %s, expected or read from', (revision, expected) => {
    expect(answer(() => checkAppend('risk-1', revision as ExpectedRevision, [event()]))).toBe(expected);
    expect(answer(() => checkStreamRead('risk-1', { from: revision as number }))).toBe(expected);
  });

  it('“no stream” is expected by writers and not read from', () => {
    expect(answer(() => checkAppend('risk-1', 'no-stream', [event()]))).toBe('taken');
    expect(answer(() => checkStreamRead('risk-1', { from: 'no-stream' as unknown as number }))).toBe('revision-out-of-range');
  });

  it('a writer says what it has seen', () => {
    expect(answer(() => checkAppend('risk-1', undefined as unknown as number, [event()]))).toBe('revision-out-of-range');
  });
});

describe('events of one append', () => {
  it('are one at least', () => {
    expect(answer(() => append())).toBe('no-events');
    expect(answer(() => append(event()))).toBe('taken');
  });

  const ids: [unknown, string][] = [
    ['6f1c0c1e-3c53-8d0e-9d6a-2f6b7a1f0a11', 'taken'],
    ['6F1C0C1E-3C53-8D0E-9D6A-2F6B7A1F0A11', 'taken'],
    ['6f1c0c1e3c538d0e9d6a2f6b7a1f0a11', 'id-not-uuid'],
    ['{6f1c0c1e-3c53-8d0e-9d6a-2f6b7a1f0a11}', 'id-not-uuid'],
    ['6f1c0c1e-3c53-8d0e-9d6a-2f6b7a1f0a1', 'id-not-uuid'],
    ['6f1c0c1e-3c53-8d0e-9d6a-2f6b7a1f0a1g', 'id-not-uuid'],
    ['6f1c0c1e-3c53-8d0e-9d6a-2f6b7a1f0a11\n', 'id-not-uuid'],
    ['', 'id-not-uuid'],
    [undefined, 'id-not-uuid'],
  ];
  it.each(ids)('id %p: %s', (id, expected) => expect(answer(() => append(event({ id: id as string })))).toBe(expected));

  it('do not share an id, in whatever case it is written', () => {
    const id = '6f1c0c1e-3c53-8d0e-9d6a-2f6b7a1f0a11';
    expect(answer(() => append(event({ id }), event(), event({ id })))).toBe('id-twice');
    expect(answer(() => append(event({ id }), event({ id: id.toUpperCase() })))).toBe('id-twice');
    expect(answer(() => append(event(), event()))).toBe('taken');
  });

  const types: [unknown, string][] = [
    ['CaseOpened', 'taken'],
    ['Case$Opened', 'taken'],
    ['', 'type-empty'],
    [undefined, 'type-empty'],
    ['$metadata', 'reserved-name'],
    ['Case\u0000Opened', 'text-malformed'],
    ['Case\u001fOpened', 'text-malformed'],
    ['Case\ud800Opened', 'text-malformed'],
  ];
  it.each(types)('type %j: %s', (type, expected) => expect(answer(() => append(event({ type: type as string })))).toBe(expected));

  it('are all looked at, not the first alone', () => {
    expect(answer(() => append(event(), holding(1n)))).toBe('not-json');
  });
});

describe('data and metadata', () => {
  class Contract {
    readonly number = '5369';
  }
  const sparse = ['a'];
  sparse[2] = 'c';

  const values: [string, unknown, string][] = [
    ['text', 'Kent', 'taken'],
    ['text beyond the basic plane', 'a 🦺 b', 'taken'],
    ['empty text', '', 'taken'],
    ['a line break and a tab', 'a\n\tb', 'taken'],
    ['a number', -12.5e3, 'taken'],
    ['a truth value', false, 'taken'],
    ['null', null, 'taken'],
    ['objects and arrays inside each other', [{ a: [[], {}] }], 'taken'],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), 'taken'],
    ['an object of another realm', runInNewContext('({ a: [1, { b: 2 }] })'), 'taken'],
    ['a key called toJSON that is no function', { toJSON: 'text' }, 'taken'],
    ['undefined', undefined, 'not-json'],
    ['undefined in an array', [undefined], 'not-json'],
    ['a bigint', 1n, 'not-json'],
    ['a function', () => 1, 'not-json'],
    ['a symbol', Symbol('s'), 'not-json'],
    ['NaN', Number.NaN, 'not-json'],
    ['infinity', Number.NEGATIVE_INFINITY, 'not-json'],
    ['a Date', new Date('2023-10-23'), 'not-json'],
    ['a Date of another realm', runInNewContext('new Date(0)'), 'not-json'],
    ['a Map', new Map([['a', 1]]), 'not-json'],
    ['a Set', new Set([1]), 'not-json'],
    ['bytes', Buffer.from('a'), 'not-json'],
    ['an instance of a class', new Contract(), 'not-json'],
    ['an object with its own toJSON', { toJSON: () => 'x' }, 'not-json'],
    ['an array with its own toJSON', Object.assign([1], { toJSON: () => 'x' }), 'not-json'],
    ['a boxed number', Object(7), 'not-json'],
    ['a sparse array', sparse, 'not-json'],
    ['U+0000', 'a\u0000b', 'text-malformed'],
    ['U+0000 in a key', { 'a\u0000b': 1 }, 'text-malformed'],
    ['a lone high surrogate', 'a\ud83e', 'text-malformed'],
    ['a lone low surrogate in a key', { '\uddbaa': 1 }, 'text-malformed'],
  ];

  it.each(values)('%s', (_what, value, expected) => {
    expect(answer(() => append(holding(value)))).toBe(expected);
    expect(answer(() => append(holding({ in: ['depth', value] })))).toBe(expected);
    expect(answer(() => append(event({ metadata: { value } as JsonObject })))).toBe(expected);
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['text', 'x'],
    ['an array', []],
    ['a bigint', 1n],
  ])('%s is no object', (_what, value) => {
    expect(answer(() => append(event({ data: value as unknown as JsonObject })))).toBe('not-json');
    expect(answer(() => append(event({ metadata: value as unknown as JsonObject })))).toBe('not-json');
  });

  it('are nested only so far, and a circle is found', () => {
    const circle: JsonObject = {};
    circle['circle'] = circle;
    expect(answer(() => append(event({ data: nested(MAX_DEPTH) })))).toBe('taken');
    expect(answer(() => append(event({ data: nested(MAX_DEPTH + 1) })))).toBe('too-deep');
    expect(answer(() => append(event({ data: circle })))).toBe('too-deep');
  });
});

describe('the size of an append', () => {
  const EMPTY = '{"text":""}'.length;
  const ofBytes = (bytes: number, unit = 'x') => event({ data: { text: unit.repeat((bytes - EMPTY) / Buffer.byteLength(unit)) } });

  it('is exactly 1 MiB of data at most', () => {
    expect(answer(() => append(ofBytes(MAX_APPEND_BYTES)))).toBe('taken');
    expect(answer(() => append(ofBytes(MAX_APPEND_BYTES + 1)))).toBe('too-large');
  });

  it('counts all events together', () => {
    expect(answer(() => append(ofBytes(MAX_APPEND_BYTES / 2), ofBytes(MAX_APPEND_BYTES / 2)))).toBe('taken');
    expect(answer(() => append(ofBytes(MAX_APPEND_BYTES / 2), ofBytes(MAX_APPEND_BYTES / 2 + 1)))).toBe('too-large');
  });

  it('counts bytes, not characters', () => {
    const accented = EMPTY + 2 * ((MAX_APPEND_BYTES - EMPTY - 1) / 2);
    expect(answer(() => append(ofBytes(accented, 'é')))).toBe('taken');
    expect(answer(() => append(ofBytes(accented + 2, 'é')))).toBe('too-large');
    const escaped = event({ data: { text: '\u0001'.repeat(MAX_APPEND_BYTES / 6) } });
    expect(answer(() => append(escaped))).toBe('too-large');
  });

  it('counts data, not metadata', () => {
    expect(answer(() => append(event({ metadata: { text: 'x'.repeat(MAX_APPEND_BYTES) } })))).toBe('taken');
  });
});

describe('reads and subscriptions', () => {
  const limits: [unknown, string][] = [
    [1, 'taken'],
    [1_000_000, 'taken'],
    [0, 'limit-below-one'],
    [-1, 'limit-below-one'],
    [1.5, 'limit-below-one'],
    [Number.NaN, 'limit-below-one'],
    [Number.POSITIVE_INFINITY, 'limit-below-one'],
    ['1', 'limit-below-one'],
  ];
  it.each(limits)('a limit of %p: %s', (limit, expected) => {
    expect(answer(() => checkStreamRead('risk-1', { limit: limit as number }))).toBe(expected);
    expect(answer(() => checkAllRead({ limit: limit as number }))).toBe(expected);
    expect(answer(() => checkSubscription({ maxBatch: limit as number }))).toBe(expected);
  });

  it('go forwards or backwards', () => {
    for (const direction of ['forwards', 'backwards', undefined]) {
      expect(answer(() => checkStreamRead('risk-1', { direction }))).toBe('taken');
      expect(answer(() => checkAllRead({ limit: 1, direction }))).toBe('taken');
    }
    expect(answer(() => checkStreamRead('risk-1', { direction: 'up' }))).toBe('direction-unknown');
    expect(answer(() => checkAllRead({ limit: 1, direction: 'up' }))).toBe('direction-unknown');
  });

  const shape = /^\d{20}$/;
  const positions: [unknown, string][] = [
    ['00000000000000000001', 'taken'],
    [undefined, 'taken'],
    ['', 'position-not-given'],
    ['1', 'position-not-given'],
    ['end', 'position-not-given'],
    [1, 'position-not-given'],
    [null, 'position-not-given'],
  ];
  it.each(positions)('start from a position that a store gave: %p: %s', (position, expected) => {
    expect(answer(() => checkAllRead({ limit: 1, from: position as string }, shape))).toBe(expected);
    expect(answer(() => checkSubscription({ after: position as string }, shape))).toBe(expected);
  });
});
