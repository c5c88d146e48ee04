import type { Day } from '@app/calendar';
import { buildMessage, ValidateBy } from 'class-validator';

/** A financial year as it is written, `2020-21`: 1 April to 31 March. */
export type FinancialYear = string;

const written = /^(20\d\d)-(\d\d)$/;

const isFinancialYear = (value: unknown): boolean => {
  const [, from, to] = (typeof value === 'string' && written.exec(value)) || [];
  return from !== undefined && (Number(from) + 1) % 100 === Number(to);
};

/** A financial year, written like `2020-21`. */
export const IsFinancialYear = (): PropertyDecorator =>
  ValidateBy({
    name: 'isFinancialYear',
    validator: {
      validate: isFinancialYear,
      defaultMessage: buildMessage(() => '$property must be a financial year, written like 2020-21'),
    },
  });

/** Last day of a financial year: of `2020-21`, 31 Mar 2021. */
export const yearEnd = (year: FinancialYear): Day => `${Number(year.slice(0, 4)) + 1}-03-31`;

/** The financial year that ended last before a day: on 31 Mar 2022 that is `2020-21`, a day later `2021-22` (reading 3). */
export function yearEndedBefore(day: Day): FinancialYear {
  const calendarYear = Number(day.slice(0, 4));
  const endedIn = day > `${calendarYear}-03-31` ? calendarYear : calendarYear - 1;
  return `${endedIn - 1}-${String(endedIn % 100).padStart(2, '0')}`;
}
