import fc from 'fast-check';
import { cursorFor, valuesOf } from './cursor';

describe('a cursor', () => {
  const values = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 3 });

  it('gives back where the page ended, to the question that it was made for', () => {
    fc.assert(
      fc.property(values, fc.jsonValue(), (place, question) => {
        expect(valuesOf([question], cursorFor([question], place))).toEqual(place);
      }),
    );
  });

  it('is refused when any of its characters is another one', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.constantFrom('A', 'z', '9', '_', '-', '.'), (place, nat, character) => {
        const cursor = cursorFor(['question'], place);
        const at = nat % cursor.length;
        fc.pre(cursor[at] !== character);
        expect(() => valuesOf(['question'], `${cursor.slice(0, at)}${character}${cursor.slice(at + 1)}`)).toThrow(
          'not given for this question',
        );
      }),
    );
  });
});
