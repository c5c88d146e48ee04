import { plain, saysTheSame } from './plain';

class Part {
  constructor(readonly of: string) {}
}

describe('what a command says, as an event holds it', () => {
  it('has lost its classes, and the keys of what is absent', () =>
    expect(plain({ part: new Part('a'), absent: undefined, list: [new Part('b')] })).toStrictEqual({
      part: { of: 'a' },
      list: [{ of: 'b' }],
    }));
});

describe('two pieces that say the same', () => {
  it.each<[string, object, object]>([
    ['in another order', { a: 1, b: { c: 2, d: [3, { e: 4, f: 5 }] } }, { b: { d: [3, { f: 5, e: 4 }], c: 2 }, a: 1 }],
    ['without what is absent', { a: 1, b: undefined }, { a: 1 }],
    ['with nothing in them', {}, {}],
    ['where a part is null', { b: null, a: 1 }, { a: 1, b: null }],
  ])('may stand %s', (_how, one, other) => expect([saysTheSame(one, other), saysTheSame(other, one)]).toEqual([true, true]));

  it.each<[string, object, object]>([
    ['a value', { a: 1 }, { a: 2 }],
    ['a key', { a: 1 }, { b: 1 }],
    ['a key more', { a: 1 }, { a: 1, b: 2 }],
    ['a part', { a: { b: 1 } }, { a: { b: 2 } }],
    ['the order of a list', { a: [1, 2] }, { a: [2, 1] }],
    ['a list instead of a part', { a: ['x'] }, { a: { 0: 'x' } }],
    ['null instead of nothing', { a: null }, {}],
  ])('do not differ in %s', (_how, one, other) => expect([saysTheSame(one, other), saysTheSame(other, one)]).toEqual([false, false]));
});
