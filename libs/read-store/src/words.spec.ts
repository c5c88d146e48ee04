import { wordsIn } from './words';

describe('the words of a text', () => {
  it.each([
    ['Buckinghamshire, Oxfordshire and Berkshire West', ['buckinghamshire', 'oxfordshire', 'and', 'berkshire', 'west']],
    ['Château-Thierry', ['chateau', 'thierry']],
    ['ÉCOLE', ['ecole']],
    ['O’Brien’s plan 2023/24', ['o', 'brien', 's', 'plan', '2023', '24']],
    ['Ελλάδα', ['ελλαδα']],
    ['ﬁne Ａ１', ['fine', 'a1']],
    ['– …', []],
    ['', []],
  ])('of %p are %p', (text, words) => expect(wordsIn(text)).toEqual(words));

  it('are the same however an accent is written', () => expect(wordsIn('e\u0301')).toEqual(wordsIn('\u00e9')));
  it('count by their first 60 characters', () => {
    expect(wordsIn('a'.repeat(61))).toEqual(['a'.repeat(60)]);
    expect(wordsIn(`${'a'.repeat(59)}b`)).toEqual([`${'a'.repeat(59)}b`]);
  });
});
