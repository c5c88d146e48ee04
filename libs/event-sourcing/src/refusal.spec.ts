import { defineRefusals, Refused } from './refusal';

const refuse = defineRefusals({
  'too-late': { says: 'Applications closed at {until}.', rule: 'G4' },
  'not-met': { says: 'Not every rule is met.', rule: ['G12', 'G13', 'G14'] },
});

describe('a refusal', () => {
  it('says its sentence with the values in it, its code, its field and its rule', () => {
    const refused = refuse('too-late', { field: 'submittedAt', values: { until: 'midday' } });
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ code: 'too-late', rule: 'G4', message: 'Applications closed at midday.', field: 'submittedAt' });
    expect(refuse('too-late')).toMatchObject({ field: undefined });
  });

  it('cites those of several rules that forbid it, all of them where none is named', () => {
    expect(refuse('not-met', { rules: ['G13'] }).rule).toBe('G13');
    expect(refuse('not-met', { rules: ['G12', 'G14'] }).rule).toBe('G12, G14');
    expect(refuse('not-met').rule).toBe('G12, G13, G14');
  });
});
