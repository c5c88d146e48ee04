import fc from 'fast-check';
import { cursorFor, valuesOf } from './cursor';
import type { Cell, CellType } from './database/database';
import { CursorRefused } from './errors';
import { isStorableText } from './layout';

describe('a cursor', () => {
  const text = fc.string({ unit: 'binary' }).filter(isStorableText);
  const values = fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 3 });
  const typesOf = (place: readonly Cell[]): CellType[] => place.map((value) => (typeof value === 'number' ? 'integer' : 'text'));

  it('gives back where the page ended, to the question that it was made for', () => {
    fc.assert(
      fc.property(values, fc.jsonValue(), (place, question) => {
        expect(valuesOf([question], cursorFor([question], place), typesOf(place))).toEqual(place);
      }),
    );
  });

  it('is refused when any of its characters is another one', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.constantFrom('A', 'z', '9', '_', '-', '.'), (place, nat, character) => {
        const cursor = cursorFor(['question'], place);
        const at = nat % cursor.length;
        fc.pre(cursor[at] !== character);
        expect(() => valuesOf(['question'], `${cursor.slice(0, at)}${character}${cursor.slice(at + 1)}`, typesOf(place))).toThrow(
          'not given for this question',
        );
      }),
    );
  });

  it.each([
    ['too short', []],
    ['too long', ['b', 1, 'c']],
    ['made of other types', [1, 'b']],
    ['made of parts', [{ a: 1 }, 1]],
    ['of a text that no database takes', ['\u0000', 1]],
    ['no list', 5],
    ['nothing', null],
  ])('is refused where somebody made it for a place that is %s', (_which, place) =>
    expect(() => valuesOf(['question'], cursorFor(['question'], place as Cell[]), ['text', 'integer'])).toThrow(CursorRefused),
  );
});
