import { addDays, daysBetween, endOfDay, isDay, lastInstantOf, laterBy, londonDay, londonInstant, startOfDay } from './london';

describe('Days in London', () => {
  it.each([
    ['2023-10-12', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-04-31', false],
    ['2023-1-01', false],
    ['2023-10-12T00:00:00.000Z', false],
    ['', false],
  ])('is "%s" a day: %s', (text, answer) => expect(isDay(text)).toBe(answer));

  it('is an hour ahead of UTC in summer and with it in winter', () => {
    expect(londonDay('2023-10-12T22:59:59.999Z')).toBe('2023-10-12');
    expect(londonDay('2023-10-12T23:00:00.000Z')).toBe('2023-10-13');
    expect(londonDay('2023-12-12T23:59:59.999Z')).toBe('2023-12-12');
    expect(londonDay('2023-12-13T00:00:00.000Z')).toBe('2023-12-13');
  });

  it.each([
    ['2023-10-12', '2023-10-12T23:00:00.000Z'],
    ['2023-10-28', '2023-10-28T23:00:00.000Z'],
    ['2023-10-29', '2023-10-30T00:00:00.000Z'],
    ['2024-03-30', '2024-03-31T00:00:00.000Z'],
    ['2024-03-31', '2024-03-31T23:00:00.000Z'],
    ['2023-12-31', '2024-01-01T00:00:00.000Z'],
    ['2024-02-28', '2024-02-29T00:00:00.000Z'],
  ])('ends %s at %s, also where the clocks change', (day, instant) => {
    expect(endOfDay(day)).toBe(instant);
    expect(startOfDay(addDays(day, 1))).toBe(instant);
    expect(londonDay(instant)).toBe(addDays(day, 1));
    expect(londonDay(new Date(Date.parse(instant) - 1).toISOString())).toBe(day);
  });

  it('gives the instant of a London time, the first of two and the later side of a gap', () => {
    expect(londonInstant('2023-10-12', '09:30')).toBe('2023-10-12T08:30:00.000Z');
    expect(londonInstant('2024-01-12', '09:30:15')).toBe('2024-01-12T09:30:15.000Z');
    expect(londonInstant('2023-10-29', '01:30')).toBe('2023-10-29T00:30:00.000Z');
    expect(londonInstant('2024-03-31', '01:30')).toBe('2024-03-31T01:30:00.000Z');
  });

  it('adds and counts calendar days over clock changes and leap days', () => {
    expect(addDays('2023-10-28', 2)).toBe('2023-10-30');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2023-10-31', 10)).toBe('2023-11-10');
    expect(daysBetween('2023-10-28', '2023-10-30')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(daysBetween('2024-02-29', '2024-02-29')).toBe(0);
  });

  it('knows the last instant of a day, and instants some time later', () => {
    expect(lastInstantOf('2023-10-27')).toBe('2023-10-27T22:59:59.999Z');
    expect(lastInstantOf('2024-02-29')).toBe('2024-02-29T23:59:59.999Z');
    expect(laterBy('2023-10-27T22:59:59.999Z', 60_000)).toBe('2023-10-27T23:00:59.999Z');
  });
});
