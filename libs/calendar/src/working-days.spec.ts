import { CALENDAR_LAST_DAY, CALENDAR_VERSION, ENGLAND_BANK_HOLIDAYS } from './england-bank-holidays';
import { addDays } from './london';
import { addWorkingDays, isWorkingDay, OutsideCalendar, workingDayOnOrBefore } from './working-days';

describe('Working days in England', () => {
  it.each([
    ['2023-09-08', 35, '2023-10-27'],
    ['2023-09-08', 70, '2023-12-15'],
    ['2023-09-15', 30, '2023-10-27'],
    ['2024-03-28', 1, '2024-04-02'],
    ['2022-05-27', 1, '2022-05-30'],
    ['2022-06-01', 1, '2022-06-06'],
    ['2022-09-16', 1, '2022-09-20'],
    ['2023-05-05', 1, '2023-05-09'],
    ['2020-05-01', 5, '2020-05-11'],
    ['2020-12-24', 1, '2020-12-29'],
    ['2021-12-24', 1, '2021-12-29'],
    ['2022-12-23', 1, '2022-12-28'],
    ['2023-12-29', 1, '2024-01-02'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2023-03-24', 1, '2023-03-27'],
  ])('%s and %i working days is %s: the day after the trigger is day 1', (trigger, count, day) => {
    expect(addWorkingDays(trigger, count).day).toBe(day);
  });

  it('counts from the day after even where the trigger is no working day', () => {
    expect(addWorkingDays('2023-09-09', 1).day).toBe('2023-09-11');
    expect(addWorkingDays('2024-03-31', 1).day).toBe('2024-04-02');
  });

  it('leaves the trigger where nothing is added, even on a weekend', () => {
    expect(addWorkingDays('2023-09-09', 0)).toEqual({ day: '2023-09-09', skipped: [], calendarVersion: CALENDAR_VERSION });
  });

  it('says which days it passed over, why, and with which calendar', () => {
    expect(addWorkingDays('2024-03-28', 1)).toEqual({
      day: '2024-04-02',
      skipped: [
        { day: '2024-03-29', because: 'Good Friday' },
        { day: '2024-03-30', because: 'Saturday' },
        { day: '2024-03-31', because: 'Sunday' },
        { day: '2024-04-01', because: 'Easter Monday' },
      ],
      calendarVersion: 'england-and-wales-2016-2028-v1',
    });
  });

  it.each([-1, 1.5, Number.NaN])('counts no %d days', (count) => {
    expect(() => addWorkingDays('2023-09-08', count)).toThrow(RangeError);
  });

  it('is 30 May 2022 a working day and 4 May 2020 too, for their holidays were moved', () => {
    expect(isWorkingDay('2022-05-30')).toBe(true);
    expect(isWorkingDay('2020-05-04')).toBe(true);
  });

  it.each(['2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08', '2020-05-08', '2021-12-27', '2021-12-28', '2022-12-27', '2022-01-03'])(
    'is %s no working day',
    (day) => expect(isWorkingDay(day)).toBe(false),
  );

  it('finds the working day on or before a due day (reading 12)', () => {
    expect(workingDayOnOrBefore('2024-03-31')).toBe('2024-03-28');
    expect(workingDayOnOrBefore('2024-03-28')).toBe('2024-03-28');
  });

  it('refuses to guess outside its years, naming them', () => {
    expect(() => isWorkingDay('2015-12-31')).toThrow(OutsideCalendar);
    expect(isWorkingDay(CALENDAR_LAST_DAY)).toBe(false);
    expect(() => isWorkingDay(addDays(CALENDAR_LAST_DAY, 1))).toThrow(
      '2029-01-01 is outside the working day calendar, which covers 2016-01-01 to 2028-12-31 (england-and-wales-2016-2028-v1)',
    );
    expect(() => addWorkingDays('2028-12-29', 1)).toThrow(OutsideCalendar);
    expect(() => workingDayOnOrBefore('2016-01-01')).toThrow(OutsideCalendar);
  });

  it('holds eight holidays a year, nine in 2023 and ten in 2022, each on a weekday', () => {
    const byYear = new Map<string, number>();
    for (const day of Object.keys(ENGLAND_BANK_HOLIDAYS)) {
      byYear.set(day.slice(0, 4), (byYear.get(day.slice(0, 4)) ?? 0) + 1);
      expect([1, 2, 3, 4, 5]).toContain(new Date(`${day}T00:00:00.000Z`).getUTCDay());
    }
    const years = Array.from({ length: 13 }, (_, index) => String(2016 + index));
    expect([...byYear]).toEqual(years.map((year) => [year, year === '2022' ? 10 : year === '2023' ? 9 : 8]));
  });
});
