import { endOfDay, isDay, lastInstantOf, londonInstant } from '@app/calendar';
import { fieldsOf, type ColumnType, type ReadModel } from '@app/event-sourcing';
import type { Scalar } from '@app/read-store';
import { MOMENT_PARAMETERS } from '../as-of/moment';
import { Problem } from './problem';
import { wholeNumber } from './query-values';

/** A parameter by which the rows of a list are chosen. */
export interface ListFilter {
  readonly name: string;
  readonly column: string;
  /** Inclusive; absent where it asks for values. */
  readonly bound?: 'from' | 'to';
  readonly type: ColumnType;
  /** Category of the field where it is closed: who may not read it can not ask by it either (P2). */
  readonly category?: string;
}

/**
 * Every filter of a list by the name of its parameter. Days, instants and whole numbers have bounds too. A column that is called like a
 * parameter of the moment as of which a list is told has bounds alone.
 */
export function filtersOf({ projection }: ReadModel): ReadonlyMap<string, ListFilter> {
  const fields = fieldsOf(projection.view);
  const filters = Object.entries((projection.columns ?? {}) as Record<string, ColumnType>).flatMap(([column, type]): ListFilter[] => {
    const category = fields.get(column)?.classification?.category;
    const filter = { name: column, column, type, ...(category !== undefined && { category }) };
    if (type !== 'day' && type !== 'instant' && type !== 'integer') return [filter];
    const exactly = (MOMENT_PARAMETERS as readonly string[]).includes(column) ? [] : [filter];
    return [...exactly, { ...filter, name: `${column}From`, bound: 'from' }, { ...filter, name: `${column}To`, bound: 'to' }];
  });
  return new Map(filters.map((filter) => [filter.name, filter]));
}

/** Columns by which rows are sorted: all but lists. */
export const sortsOf = ({ projection }: ReadModel): string[] =>
  Object.entries((projection.columns ?? {}) as Record<string, ColumnType>).flatMap(([column, type]) => (type === 'texts' ? [] : [column]));

const refused = (name: string, says: string): Problem => new Problem(400, 'query-invalid', `${name} must be ${says}.`, { field: name });

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** What a parameter says. @throws Problem `query-invalid` */
export function valueFrom({ name, type, bound }: ListFilter, text: string): Scalar {
  if (typeof type === 'object') {
    if (type.includes(text)) return text;
    throw refused(name, `one of ${type.join(', ')}`);
  }
  switch (type) {
    case 'day':
      if (isDay(text)) return text;
      throw refused(name, 'a day like 2024-03-31');
    case 'instant':
      return instantFrom(name, bound, text);
    case 'integer':
      return wholeNumber(name, text);
    case 'flag':
      return yesOrNo(name, text);
    default:
      return text;
  }
}

/** A day as a bound is its whole day in London. */
function instantFrom(name: string, bound: ListFilter['bound'], text: string): string {
  if (bound !== undefined && isDay(text)) return bound === 'from' ? londonInstant(text, '00:00') : lastInstantOf(text);
  const instant = INSTANT.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant)) throw refused(name, `an instant like ${endOfDay('2024-02-29')}${bound === undefined ? '' : ', or a day'}`);
  return new Date(instant).toISOString();
}

/** @throws Problem `query-invalid` */
export function yesOrNo(name: string, text: string): boolean {
  if (text !== 'true' && text !== 'false') throw refused(name, 'true or false');
  return text === 'true';
}
