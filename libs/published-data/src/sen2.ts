import { ENGLAND, type TimelinessBasis } from '@app/domain/timeliness/timeliness.vocabulary';
import type { Region } from '@app/domain/local-area/local-area.vocabulary';
import { Decimal } from 'decimal.js';
import { CellRefused, isMarker, type Row } from './cells';
import type { AreaNamed, CodesFact, Passed, RowRead, TimelinessFact } from './facts';
import { regionNamed } from './regions';

/** Columns of each basis: the headline rate and its counts. */
const COLUMNS: Readonly<Record<TimelinessBasis, { rate: string; within: string; issued: string }>> = {
  'no-exceptions': { rate: 'no_exc_20week_rate', within: 'no_exc_20week_ehc', issued: 'tot_no_exc_ehc' },
  'with-exceptions': { rate: 'inc_exc_20week_rate', within: 'inc_exc_20week_ehc', issued: 'tot_inc_exc_ehc' },
};

export const SEN2_COLUMNS: readonly string[] = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'region_name',
  'new_la_code',
  'old_la_code',
  'la_name',
  ...Object.values(COLUMNS).flatMap(({ rate, within, issued }) => [rate, within, issued]),
];

const OF_YEAR = { year: 'time_period', publishedOn: 'time_period' };

const LEVELS = { National: 'national', Regional: 'regional', 'Local authority': 'local-authority' } as const;

/** A row of SEN2: how many plans were issued within 20 weeks in a calendar year, on both bases. @throws CellRefused */
export function readSen2(row: Row): RowRead {
  const level = row.oneOf('geographic_level', LEVELS);
  const year = yearOf(row);
  if (level === 'regional') {
    const what = `${row.text('region_name')}, ${year}`;
    return { facts: [], passed: [{ what, because: 'Figures of a region are not kept: they are worked out from its areas.' }] };
  }
  const area = level === 'national' ? ENGLAND : areaOf(row, year);
  const facts: TimelinessFact[] = [];
  const passed: Passed[] = [];
  for (const basis of ['no-exceptions', 'with-exceptions'] as const) {
    try {
      facts.push(timeliness(row, area, year, basis));
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      passed.push({ what: `timeliness ${year}, ${basis}`, because: error.message, column: error.column, refused: true });
    }
  }
  return { facts, passed };
}

/** Codes, name and region of a local authority's row; undefined on other rows. @throws CellRefused */
export function codesInSen2(row: Row): CodesFact | undefined {
  if (row.oneOf('geographic_level', LEVELS) !== 'local-authority') return undefined;
  const { laCode, onsCode, name } = areaOf(row, yearOf(row));
  const region: Region | undefined = regionNamed(row.text('region_name'));
  if (!region) throw new CellRefused('region_name', `"${row.text('region_name')}" is no region of England.`);
  return { laCode: laCode!, onsCode: onsCode!, name, region, from: `${yearOf(row)}-01-01` };
}

function yearOf(row: Row): number {
  if (row.required('time_identifier').toLowerCase() !== 'calendar year') {
    throw new CellRefused('time_identifier', `"${row.text('time_identifier')}" is no calendar year.`);
  }
  const year = row.required('time_period');
  if (!/^20\d\d$/.test(year)) throw new CellRefused('time_period', `"${year}" is no year.`);
  return Number(year);
}

function areaOf(row: Row, year: number): AreaNamed {
  const laCode = row.required('old_la_code');
  if (!/^\d{3}$/.test(laCode)) throw new CellRefused('old_la_code', `"${laCode}" are not the three digits of a DfE code.`);
  const onsCode = row.required('new_la_code');
  if (!/^E\d{8}$/.test(onsCode)) throw new CellRefused('new_la_code', `"${onsCode}" is no ONS code of England.`);
  return { name: row.required('la_name'), laCode, onsCode, on: `${year}-12-31`, column: 'old_la_code' };
}

function timeliness(row: Row, area: AreaNamed | 'england', year: number, basis: TimelinessBasis): TimelinessFact {
  const columns = COLUMNS[basis];
  const rate = row.figure(columns.rate);
  const within = row.figure(columns.within);
  const issued = row.figure(columns.issued);
  const said = { kind: 'timeliness', area, year, basis } as const;
  if (isMarker(within) || isMarker(issued))
    return { ...said, figure: { published: rate }, columns: { ...OF_YEAR, published: columns.rate } };
  const counts = { issued: row.count(columns.issued)!, withinTwentyWeeks: row.count(columns.within)! };
  const note = differing(rate, counts);
  return {
    ...said,
    figure: counts,
    ...(note && { note }),
    columns: { ...OF_YEAR, issued: columns.issued, withinTwentyWeeks: columns.within },
  };
}

/** Where the counts are known the rate is worked out from them (J7); a published rate that differs is told. */
function differing(rate: string, { issued, withinTwentyWeeks }: { issued: number; withinTwentyWeeks: number }): string | undefined {
  if (issued === 0 || withinTwentyWeeks > issued) return undefined;
  const computed = new Decimal(withinTwentyWeeks).times(100).div(issued);
  if (!isMarker(rate) && computed.minus(rate).abs().lte('0.06')) return undefined;
  return `The published rate, ${rate}, is not what the counts give; the counts are recorded.`;
}
