import fc from 'fast-check';
import { asStored, isPlainJson } from './plain-json';

describe('a row as it is stored', () => {
  it('is itself when JSON would change nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (values) => {
        const row = JSON.parse(JSON.stringify(values)) as object;
        expect(asStored(row)).toBe(row);
      }),
    );
  });

  it('is what JSON gives back for anything else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything({ withDate: true, withSparseArray: true, withMap: true })), (values) => {
        expect(JSON.stringify(asStored(values))).toBe(JSON.stringify(values));
        expect(isPlainJson(asStored(values))).toBe(true);
      }),
    );
  });

  it('is looked into where it is not what was stored before, however deep', () => {
    const before = { kept: { list: [1, { a: 'b' }] }, list: [{ n: 1 }, { n: 2 }] };
    const next = { ...before, list: [...before.list, { n: 3, none: undefined }] };
    expect(asStored({ ...before, more: 1 }, before)).toStrictEqual({ ...before, more: 1 });
    expect(asStored(next, before)).toStrictEqual({ ...before, list: [{ n: 1 }, { n: 2 }, { n: 3 }] });
    expect(isPlainJson({ list: [{ n: 1, at: new Date(0) }] }, before)).toBe(false);
    expect(isPlainJson({ list: { 0: undefined } }, before)).toBe(false);
  });

  it('is looked into where entries of a list were put in, taken out or put in place of others', () => {
    const [one, two, three] = [{ n: 1 }, { n: 2 }, { n: 3 }];
    const before = [one, two, three];
    const plain = fc.constantFrom<unknown>(one, two, three, { n: 4 }, null, 5);
    const other = fc.constantFrom<unknown>({ n: undefined }, undefined, new Date(0), -0);
    fc.assert(fc.property(fc.array(plain), (list) => isPlainJson(list, before)));
    fc.assert(fc.property(fc.array(plain), other, fc.array(plain), (first, odd, rest) => !isPlainJson([...first, odd, ...rest], before)));
  });

  it('is a copy without what has no value', () => {
    class Row {
      a = 1;
      b = undefined;
    }
    expect(asStored(new Row())).toStrictEqual({ a: 1 });
    expect(asStored({ list: [undefined], zero: -0 })).toStrictEqual({ list: [null], zero: 0 });
  });

  it.each([[[1]], ['text'], [1n], [() => 1], [{ at: 1n }]])('is refused when it is no object that JSON can hold', (value) => {
    expect(() => asStored(value as object)).toThrow(TypeError);
  });
});
