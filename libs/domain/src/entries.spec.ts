import { changedEntry, entryOf, withEntry, withoutEntry } from './entries';

const entries = { a: { pence: 1, paid: false }, b: { pence: 2, paid: true } };

describe('things by their ids', () => {
  it('are found by their own ids alone', () => {
    expect(entryOf(entries, 'a')).toBe(entries.a);
    expect(entryOf(entries, 'c')).toBeUndefined();
    expect(entryOf(entries, 'constructor')).toBeUndefined();
    expect(entryOf(entries, 'toString')).toBeUndefined();
  });

  it('are added, replaced, changed and taken away, and the ones before stay as they were', () => {
    expect(withEntry(entries, 'c', { pence: 3, paid: false })).toEqual({ ...entries, c: { pence: 3, paid: false } });
    expect(withEntry(entries, 'a', { pence: 3, paid: false })).toEqual({ a: { pence: 3, paid: false }, b: entries.b });
    expect(changedEntry(entries, 'a', { paid: true })).toEqual({ a: { pence: 1, paid: true }, b: entries.b });
    expect(withoutEntry(entries, 'a')).toEqual({ b: entries.b });
    expect(entries).toEqual({ a: { pence: 1, paid: false }, b: { pence: 2, paid: true } });
  });

  it('stay the same where there is nothing to change or to take away', () => {
    expect(changedEntry(entries, 'constructor', { paid: true })).toBe(entries);
    expect(withoutEntry(entries, 'c')).toEqual(entries);
  });
});
