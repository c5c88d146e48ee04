import fc from 'fast-check';
import { DEPTH_LIMIT, parseJsonBody, VALUES_LIMIT } from './json-body';
import { Problem } from './problem';

const parsed = (text: string): unknown => parseJsonBody(Buffer.from(text));
const refusalOf = (text: string): { code: string; field: string | undefined } => {
  try {
    parsed(text);
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, field: error.detail.field };
    throw error;
  }
  throw new Error(`taken: ${text.slice(0, 80)}`);
};

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => value.isWellFormed() && !value.includes('\u0000'));
const key = text.filter((value) => !(value in {}) && value !== 'prototype');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 5 }),
  object: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

describe('a JSON body', () => {
  it('is taken as it was sent, whatever clean JSON it is', () =>
    fc.assert(fc.property(value, (sent) => expect(parsed(JSON.stringify(sent))).toEqual(JSON.parse(JSON.stringify(sent))))));

  it('with a bad character anywhere is refused, written out or escaped', () =>
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('\u0000', '\ud800', '\udfff'),
        text,
        fc.integer({ min: 0, max: 3 }),
        (before, bad, after, place) => {
          const word = before + bad + after;
          const sent = [{ a: word }, { [word]: 1 }, [[word]], { a: [{ [word]: [] }] }][place]!;
          fc.pre(word.includes('\u0000') || !word.isWellFormed());
          expect(refusalOf(JSON.stringify(sent)).code).toBe('forbidden-character');
        },
      ),
    ));

  it('is as deep as the limit and no deeper, brackets in text set aside', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parsed(nested(DEPTH_LIMIT))).not.toThrow();
    expect(refusalOf(nested(DEPTH_LIMIT + 1)).code).toBe('too-deep');
    expect(() => parsed(`["${'['.repeat(100)}\\"${'{'.repeat(100)}"]`)).not.toThrow();
    expect(refusalOf(`["\\\\",${nested(DEPTH_LIMIT)}]`).code).toBe('too-deep');
  });

  it('holds as many values as the limit and no more, at whatever depth', () => {
    const list = (count: number): string => `[${Array(count).fill('1').join()}]`;
    expect(() => parsed(list(VALUES_LIMIT))).not.toThrow();
    expect(refusalOf(list(VALUES_LIMIT + 1)).code).toBe('too-many-values');
    const pairs = `[${Array(VALUES_LIMIT / 2)
      .fill('[1]')
      .join()}]`;
    expect(() => parsed(pairs)).not.toThrow();
    expect(refusalOf(`[${pairs}]`).code).toBe('too-many-values');
  });

  it('says where it is wrong', () => {
    expect(refusalOf('{"a":{"b":[1,{"c":"\\u0000"}]}}')).toEqual({ code: 'forbidden-character', field: 'a.b.1.c' });
    expect(refusalOf('{"a":{"toString":1}}')).toEqual({ code: 'forbidden-key', field: 'a' });
    expect(refusalOf('{"__proto__":1}')).toEqual({ code: 'forbidden-key', field: '__proto__' });
    expect(refusalOf('{"a":[1,null]}')).toEqual({ code: 'null-not-taken', field: 'a.1' });
    expect(refusalOf('"\\u0000"')).toEqual({ code: 'forbidden-character', field: undefined });
  });

  it('may begin with a byte order mark', () => expect(parseJsonBody(Buffer.from('\ufeff{"a":1}'))).toEqual({ a: 1 }));
});
