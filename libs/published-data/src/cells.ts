import { isDay, type Day } from '@app/calendar';
import { Decimal } from 'decimal.js';

/** Why a cell cannot be taken: which column, and a sentence that a person understands. */
export class CellRefused extends Error {
  constructor(
    readonly column: string,
    says: string,
  ) {
    super(says);
  }
}

/** One row of a published file, its cells by the publisher's headings, without the spaces around them. */
export class Row {
  private readonly cells: ReadonlyMap<string, string>;

  constructor(header: readonly string[], cells: readonly string[]) {
    this.cells = new Map(header.map((column, index) => [column, (cells[index] ?? '').trim()]));
  }

  text(column: string): string {
    return this.cells.get(column) ?? '';
  }

  /** @throws CellRefused where the cell is empty */
  required(column: string): string {
    const text = this.text(column);
    if (text === '') throw new CellRefused(column, 'The cell is empty.');
    return text;
  }

  /** @throws CellRefused where the cell is none of these */
  oneOf<T>(column: string, known: Readonly<Record<string, T>>): T {
    const text = this.required(column);
    const found = Object.entries(known).find(([word]) => word.toLowerCase() === text.toLowerCase());
    if (!found) throw new CellRefused(column, `"${shown(text)}" is none of: ${Object.keys(known).join(', ')}.`);
    return found[1];
  }

  /** A day written YYYY-MM-DD or DD/MM/YYYY. @throws CellRefused where it is none */
  day(column: string): Day {
    const text = this.required(column);
    const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    const day = year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
    if (!isDay(day)) throw new CellRefused(column, `"${shown(text)}" is no day, written YYYY-MM-DD or DD/MM/YYYY.`);
    return day;
  }

  /** A whole number from 0, or undefined where the publisher leaves it out. @throws CellRefused where it is neither */
  count(column: string): number | undefined {
    const text = this.text(column);
    if (LEFT_OUT.has(text.toUpperCase())) return undefined;
    if (!/^\d{1,9}$/.test(text)) throw new CellRefused(column, `"${shown(text)}" is no whole number.`);
    return Number(text);
  }

  /** An exact decimal as it is written, or a marker. @throws CellRefused where it is neither */
  figure(column: string): string {
    const text = this.required(column);
    if (!/^(x|z|-?(0|[1-9]\d{0,11})(\.\d{1,12})?)$/.test(text)) {
      throw new CellRefused(column, `"${shown(text)}" is neither a number nor the marker x or z.`);
    }
    return text;
  }
}

/** How publishers write that there is nothing to say. */
const LEFT_OUT = new Set(['', 'NA', 'N/A']);

/** The publisher's markers in place of a number: suppressed, not applicable. */
export const isMarker = (figure: string): boolean => figure === 'x' || figure === 'z';

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…`.toWellFormed() : text);

/** Whether two figures say the same: numbers by their value, markers by themselves. */
export const sameFigure = (one: string, other: string): boolean =>
  isMarker(one) || isMarker(other) ? one === other : new Decimal(one).equals(other);
