import {
  CHARGES,
  ELIGIBILITY_RULE,
  GRANT_LEADERS,
  GRANT_STAFF,
  IN_THE_DAY_RATE,
  isInTheDayRate,
  MAXIMUM_DAY_RATE_PENCE,
  overheadLimitPence,
  OVERHEADS,
  ruleSetOn,
} from './grant-terms';

describe('the terms of the grant', () => {
  it('bear £800.00 a day of an executive and £600.00 of a manager (G8)', () =>
    expect(MAXIMUM_DAY_RATE_PENCE).toEqual({ executive: 80_000, management: 60_000 }));

  it.each([
    [0, 0],
    [6, 0],
    [7, 1],
    [100, 15],
    [80_000, 12_000],
    [80_001, 12_000],
    [80_007, 12_001],
  ])('bear overheads of 15%% of %i pence, rounded down: %i (G9)', (dayCosts, limit) => expect(overheadLimitPence(dayCosts)).toBe(limit));

  it('pay for a charge by the day rate or as an overhead, never as both (G8, G9)', () => {
    expect(CHARGES.filter((charge) => isInTheDayRate(charge))).toEqual([...IN_THE_DAY_RATE]);
    expect(CHARGES.filter((charge) => !isInTheDayRate(charge))).toEqual([...OVERHEADS]);
  });

  it('read inspections of the later framework from 1 Jan 2023 (reading 6)', () => {
    expect(ruleSetOn('2022-12-31')).toBe('notice-2021');
    expect(ruleSetOn('2023-01-01')).toBe('framework-2023');
  });

  it('are run by the staff of the grant, and bound as a whole by its leaders (P4)', () => {
    expect(GRANT_STAFF).toEqual(['grant-manager', 'team-leader', 'deputy-director']);
    expect(GRANT_LEADERS).toEqual(['team-leader', 'deputy-director']);
  });

  it.each(['G1', 'G12', 'G13-deficit', 'G13-safety-valve', `G13-${'x'.repeat(40)}`])('judge a rule %s', (rule) =>
    expect(rule).toMatch(ELIGIBILITY_RULE),
  );
  it.each(['G', 'G123', 'Gx', 'xG12', 'G12x', 'G12-', 'G13-1', 'G13-Deficit', 'G12 ', `G13-${'x'.repeat(41)}`])(
    'judge no rule %s',
    (rule) => expect(rule).not.toMatch(ELIGIBILITY_RULE),
  );
});
