import fc from 'fast-check';
import { commandIdFor, idempotencyKeyOf, ifMatchOf, uuidV5 } from './request-headers';

describe('the headers of a command', () => {
  it('If-Match is one revision as the ETag gave it, or any', () => {
    expect(ifMatchOf(undefined)).toBeUndefined();
    expect(ifMatchOf('"0"')).toBe(0);
    expect(ifMatchOf(' "7" ')).toBe(7);
    expect(ifMatchOf('*')).toBe('any');
    for (const header of ['7', 'W/"7"', '"7", "8"', '"07"', '"-1"', '"1e3"', '""', ''])
      expect(() => ifMatchOf(header)).toThrow('one revision');
  });

  it('Idempotency-Key is 1 to 200 visible characters', () => {
    expect(idempotencyKeyOf(undefined)).toBeUndefined();
    for (const key of ['a', 'x'.repeat(200), '!~"%']) expect(idempotencyKeyOf(key)).toBe(key);
    for (const key of ['', 'x'.repeat(201), 'a b', 'é', 'a\n']) expect(() => idempotencyKeyOf(key)).toThrow('visible ASCII');
  });

  it('a key stands for one command of one user on one stream of one issuer', () => {
    const ids = ['issuer', 'other'].flatMap((issuer) =>
      ['u-1', 'u-2'].flatMap((who) =>
        ['case-1', 'case-2'].flatMap((stream) => ['k', 'l'].map((key) => commandIdFor(issuer, { who, role: 'case-lead' }, stream, key))),
      ),
    );
    expect(new Set(ids).size).toBe(16);
    expect(commandIdFor('issuer', { who: 'u-1', role: 'auditor' }, 'case-1', 'k')).toBe(ids[0]);
  });

  it('an id made of words is a UUID of version 5, and of no other words', () => {
    const words = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(uuidV5(one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(uuidV5(one) === uuidV5(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
    expect(uuidV5(['a', 'b'])).not.toBe(uuidV5(['a,b']));
    expect(uuidV5(['process', 'deadlines', 'x', 'lapse~2023-11'])).toBe('6bcb1882-2e3e-5a0f-a62e-1c0aac136b1d');
  });
});
