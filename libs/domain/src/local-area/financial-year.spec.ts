import { assertShape } from '@app/event-sourcing';
import { make } from '@app/event-sourcing/testing';
import { IsFinancialYear, yearEnd, yearEndedBefore } from './financial-year';

class OfYear {
  @IsFinancialYear() year!: string;
}
const of = (year: unknown) => () => assertShape(make(OfYear, { year }));

describe('a financial year (G13, reading 3)', () => {
  it.each(['2020-21', '2099-00', '2008-09', '2009-10'])('may be written %s', (year) => expect(of(year)).not.toThrow());
  it.each([
    '2020-22',
    '2020-20',
    '2020-2021',
    '1999-00',
    '2100-01',
    'x2020-21',
    '2020-21x',
    '2020/21',
    '20-21',
    '',
    2020,
    null,
    ['2020-21'],
  ])('may not be written %j', (year) => expect(of(year)).toThrow('year must be a financial year, written like 2020-21'));

  it('ends on 31 March', () => {
    expect(yearEnd('2020-21')).toBe('2021-03-31');
    expect(yearEnd('2099-00')).toBe('2100-03-31');
  });

  it.each([
    ['2022-03-31', '2020-21'],
    ['2022-04-01', '2021-22'],
    ['2022-01-01', '2020-21'],
    ['2022-12-31', '2021-22'],
    ['2010-01-01', '2008-09'],
    ['2009-12-31', '2008-09'],
    ['2100-04-01', '2099-00'],
  ])('that ended last before %s is %s', (day, year) => expect(yearEndedBefore(day)).toBe(year));
});
