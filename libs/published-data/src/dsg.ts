import { yearEnd } from '@app/domain/local-area/financial-year';
import { Decimal } from 'decimal.js';
import { CellRefused, isMarker, sameFigure, type Row } from './cells';
import type { RowRead } from './facts';

const COLUMN = {
  period: 'time_period',
  level: 'geographic_level',
  region: 'region_name',
  name: 'la_name',
  deficit: 'deficit',
  balance: 'DSG cumulative balance as a % of the total income',
  year: 'financial_year',
} as const;

export const DSG_COLUMNS: readonly string[] = Object.values(COLUMN);

const LEVELS = { National: 'national', Regional: 'regional', 'Local authority': 'local-authority' } as const;

/** A row of cumulative DSG balances as per cent of income, of a local area, there by name alone, or of England. @throws CellRefused */
export function readDsg(row: Row): RowRead {
  const level = row.oneOf(COLUMN.level, LEVELS);
  const year = yearOf(row);
  if (level === 'regional') {
    const what = `${row.text(COLUMN.region)}, ${year}`;
    return { facts: [], passed: [{ what, because: 'Balances are kept of local areas and of England (G13, J9).' }] };
  }
  const name = level === 'national' ? undefined : row.required(COLUMN.name);
  const balance = row.figure(COLUMN.balance);
  const deficit = row.figure(COLUMN.deficit);
  if (!sameFigure(isMarker(deficit) ? deficit : new Decimal(deficit).negated().toFixed(), balance)) {
    throw new CellRefused(COLUMN.deficit, `The deficit, ${deficit}, is not the balance, ${balance}, with its sign turned.`);
  }
  const columns = { year: COLUMN.year, balance: COLUMN.balance, publishedOn: COLUMN.year };
  const area = name === undefined ? 'england' : { name, on: yearEnd(year), column: COLUMN.name };
  return { facts: [{ kind: 'dsg', area, year, balance, columns }], passed: [] };
}

function yearOf(row: Row): string {
  const year = row.required(COLUMN.year);
  const [, from, to] = /^(20\d\d)-(\d\d)$/.exec(year) ?? [];
  if (from === undefined || (Number(from) + 1) % 100 !== Number(to)) {
    throw new CellRefused(COLUMN.year, `"${year}" is no financial year, written like 2020-21.`);
  }
  if (row.text(COLUMN.period) !== `${from}${to}`) {
    throw new CellRefused(COLUMN.period, `"${row.text(COLUMN.period)}" is not the financial year ${year}.`);
  }
  return year;
}
