import { stringify } from 'csv-stringify/sync';
import type { RedactedField } from './command-answer.view';

/** A row as its reader may see it. */
export interface PresentedRow {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly redacted: readonly RedactedField[];
}

/** A line per record; what begins like a formula is quoted, so that no spreadsheet runs it. */
export const csvRecords = (records: readonly (readonly unknown[])[]): string =>
  stringify(records as unknown[][], { escape_formulas: true, record_delimiter: 'windows', cast: { boolean: String } });

/** The header row: the key, the fields of the view, and what was withheld of a row. */
export const csvHead = (fields: readonly string[]): string => csvRecords([['key', ...fields, 'redacted']]);

/** A line per row. Lists and parts stand as JSON in their cell; what begins like a formula is quoted, so that no spreadsheet runs it. */
export const csvLines = (fields: readonly string[], rows: readonly PresentedRow[]): string =>
  csvRecords(
    rows.map(({ key, data, redacted }) => [key, ...fields.map((field) => cellFrom(data[field])), redacted.map(toldOf).join('; ')]),
  );

const cellFrom = (value: unknown): unknown => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

const toldOf = ({ field, category, erased, unreadable }: RedactedField): string =>
  `${field} (${erased ? 'erased' : unreadable ? 'unreadable' : category})`;
