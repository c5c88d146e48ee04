import { addMonths, addMonthsKeepingEnd, endOfMonth, endOfQuarter, isMonthEnd, startOfMonth, startOfQuarter } from './months';

describe('Months', () => {
  it.each([
    ['2023-10-12', 6, '2024-04-12'],
    ['2023-08-31', 1, '2023-09-30'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2024-01-31', -2, '2023-11-30'],
    ['2023-01-31', 25, '2025-02-28'],
  ])('%s and %i months is %s: the last day where the month is shorter', (day, months, then) => expect(addMonths(day, months)).toBe(then));

  it.each([
    ['2023-02-28', 1, '2023-03-31'],
    ['2024-02-28', 1, '2024-03-28'],
    ['2024-02-29', 1, '2024-03-31'],
    ['2025-03-31', 11, '2026-02-28'],
    ['2025-03-31', 12, '2026-03-31'],
    ['2023-04-30', 1, '2023-05-31'],
    ['2023-04-29', 1, '2023-05-29'],
    ['2023-01-30', 1, '2023-02-28'],
  ])('%s and %i months is %s: a month end stays a month end (C6, reading 10)', (day, months, then) =>
    expect(addMonthsKeepingEnd(day, months)).toBe(then),
  );

  it('gives same ends in one step or in several (C6)', () => {
    expect(addMonthsKeepingEnd(addMonthsKeepingEnd('2025-03-31', 3), 9)).toBe(addMonthsKeepingEnd('2025-03-31', 12));
  });

  it('knows the first and last day of a month', () => {
    expect([startOfMonth('2024-02-12'), endOfMonth('2024-02-12'), endOfMonth('2023-02-01'), endOfMonth('2023-12-31')]).toEqual([
      '2024-02-01',
      '2024-02-29',
      '2023-02-28',
      '2023-12-31',
    ]);
    expect([isMonthEnd('2024-02-28'), isMonthEnd('2024-02-29'), isMonthEnd('2023-02-28')]).toEqual([false, true, true]);
  });

  it.each([
    ['2022-01-01', '2022-01-01', '2022-03-31'],
    ['2022-06-30', '2022-04-01', '2022-06-30'],
    ['2023-08-15', '2023-07-01', '2023-09-30'],
    ['2023-12-31', '2023-10-01', '2023-12-31'],
  ])('%s lies in the quarter %s to %s (reading 28)', (day, first, last) => {
    expect([startOfQuarter(day), endOfQuarter(day)]).toEqual([first, last]);
  });
});
