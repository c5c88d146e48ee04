import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the registers must say after the published files were imported, worked out from the files and the rules' own words alone: nothing of
 * the system under test is imported here.
 */

type Record_ = Readonly<Record<string, string>>;

/** The records of a CSV file by heading: quotes, doubled quotes, either line end, a byte order mark. */
export function recordsIn(text: string): Record_[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',' || character === '\n') {
      row.push(cell.trim());
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell.trim()]);
  const [header = [], ...records] = rows.filter((cells) => cells.some((one) => one !== ''));
  return records.map((cells) => Object.fromEntries(header.map((name, index) => [name.trim(), cells[index] ?? ''])));
}

export const FILES = {
  sen2: 'sen2.csv',
  inspections2016: 'area-send-inspections-2016-2022.csv',
  inspections2023: 'area-send-inspections-2023.csv',
  dsg: 'dsg-cumulative-balance.csv',
} as const;

export interface Published {
  readonly sen2: readonly Record_[];
  readonly inspections2016: readonly Record_[];
  readonly inspections2023: readonly Record_[];
  readonly dsg: readonly Record_[];
}

export function publishedIn(folder: string): Published {
  const read = (file: string): Record_[] => recordsIn(readFileSync(join(folder, file), 'utf8'));
  return {
    sen2: read(FILES.sen2),
    inspections2016: read(FILES.inspections2016),
    inspections2023: read(FILES.inspections2023),
    dsg: read(FILES.dsg),
  };
}

/** Local areas of the files by their DfE code. */
export function areasOf({ sen2 }: Published): Map<string, { names: Set<string>; onsCodes: Set<string> }> {
  const areas = new Map<string, { names: Set<string>; onsCodes: Set<string> }>();
  for (const row of sen2) {
    if (row.geographic_level !== 'Local authority') continue;
    const area = areas.get(row.old_la_code!) ?? { names: new Set<string>(), onsCodes: new Set<string>() };
    area.names.add(row.la_name!);
    area.onsCodes.add(row.new_la_code!);
    areas.set(row.old_la_code!, area);
  }
  return areas;
}

const whole = /^\d+$/;

/**
 * J7: "the rate is computed where the counts are known. A rate published without counts is kept as published"; a value is a number or a
 * marker. Per cent with one decimal, halves up, in whole numbers: no floating point. By `code year basis`.
 */
export function timelinessOf({ sen2 }: Published): Map<string, string> {
  const rates = new Map<string, string>();
  for (const row of sen2) {
    const code = row.geographic_level === 'National' ? 'england' : row.geographic_level === 'Local authority' ? row.old_la_code! : '';
    if (code === '') continue;
    for (const [basis, prefix] of [
      ['no-exceptions', 'no_exc'],
      ['with-exceptions', 'inc_exc'],
    ] as const) {
      const within = row[`${prefix}_20week_ehc`]!;
      const issued = row[`tot_${prefix}_ehc`]!;
      const published = row[`${prefix}_20week_rate`]!;
      rates.set(
        `${code} ${row.time_period} ${basis}`,
        whole.test(within) && whole.test(issued) ? rate(BigInt(within), BigInt(issued)) : published,
      );
    }
  }
  return rates;
}

function rate(within: bigint, issued: bigint): string {
  if (issued === 0n) return 'z';
  const tenths = (within * 2_000n + issued) / (2n * issued);
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** Balances of local areas and of England as they are published, by `code year`; a value is a number or a marker (J7, J9). */
export function balancesOf(published: Published): Map<string, string> {
  const areas = [...areasOf(published)];
  const balances = new Map<string, string>();
  for (const row of published.dsg) {
    const named = areas.find(([, { names }]) => names.has(row.la_name!))?.[0];
    const code = row.geographic_level === 'National' ? 'england' : row.geographic_level === 'Local authority' ? named : undefined;
    if (code !== undefined) balances.set(`${code} ${row.financial_year}`, row['DSG cumulative balance as a % of the total income']!);
  }
  return balances;
}

export interface Standing {
  /** G12 and by which route. */
  readonly inspected: string;
  /** G13: the deficit test. */
  readonly deficit: 'met' | 'not-met' | 'unknown';
}

/** G12 and G13 of every local area on a day, from what is published by then; DSG by the latest year end before it (readings 3, 6). */
export function eligibilityOf(published: Published, on: string): Map<string, Standing> {
  const areas = areasOf(published);
  const codeOf = (written: { name?: string; ons?: string }): string | undefined => {
    for (const [code, { names, onsCodes }] of areas) {
      if (written.ons !== undefined ? onsCodes.has(written.ons) : names.has(written.name!)) return code;
    }
    return undefined;
  };
  const standing = new Map<string, Standing>();
  for (const code of areas.keys()) {
    standing.set(code, { inspected: inspectedOn(published, code, on, codeOf), deficit: deficitOn(published, code, on, codeOf) });
  }
  return standing;
}

type CodeOf = (written: { name?: string; ons?: string }) => string | undefined;

/** DD/MM/YYYY as YYYY-MM-DD. */
const day = (text: string): string => text.split('/').reverse().join('-');

function inspectedOn({ inspections2016, inspections2023 }: Published, code: string, on: string, codeOf: CodeOf): string {
  const older = inspections2016
    .filter((row) => codeOf({ ons: row['Local authority code']! }) === code)
    .map((row) => ({
      published: row['Inspection publication date']!,
      required: row['Inspection outcome: written statement of action required?'] === 'Yes',
      revisited: row['Revisit publication date']!,
      open: Number(row['Number significant weaknesses where sufficient progress has not been made'] || 0),
    }));
  const newer = inspections2023
    .filter((row) => codeOf({ name: row['Local.area.partnership']! }) === code)
    .map((row) => ({
      published: day(row['Inspection.publication.date']!),
      required: row['Inspection.outcome'] === 'Widespread and/or systemic failings',
      revisited: '',
      open: 0,
    }));
  const [latest] = [...older, ...(on < '2023-01-01' ? [] : newer)]
    .filter(({ published }) => published <= on)
    .sort((one, other) => (one.published < other.published ? 1 : -1));
  if (!latest) return 'refer by c';
  if (!latest.required) return 'met by a';
  return latest.revisited !== '' && latest.revisited <= on && latest.open === 0 ? 'met by b' : 'not-met by b';
}

function deficitOn({ dsg }: Published, code: string, on: string, codeOf: CodeOf): Standing['deficit'] {
  const ended = on > `${on.slice(0, 4)}-03-31` ? Number(on.slice(0, 4)) : Number(on.slice(0, 4)) - 1;
  const period = `${ended - 1}${String(ended).slice(2)}`;
  const row = dsg.find(({ geographic_level, la_name, time_period }) => {
    return geographic_level === 'Local authority' && time_period === period && codeOf({ name: la_name! }) === code;
  });
  if (!row || row.deficit === 'x' || row.deficit === 'z') return 'unknown';
  const [integer, decimals = ''] = row.deficit!.replace('-', '').split('.');
  const inDeficit = !row.deficit!.startsWith('-');
  return inDeficit && BigInt(integer! + decimals.padEnd(12, '0')) >= 1_000_000_000_000n ? 'not-met' : 'met';
}
