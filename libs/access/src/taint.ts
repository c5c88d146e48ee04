import { fieldsOf, type Classification, type Shape } from '@app/event-sourcing';
import type { JsonObject, JsonValue } from '@app/event-store';
import { ROLES } from '@app/domain/roles';
import { mayRead } from './clearance';

/** A field of a shape that is closed to some readers; `path` passes through lists without naming their places. */
export interface ClosedField {
  readonly path: readonly string[];
  readonly classification: Classification;
}

/** Every closed field of a shape, those of its parts included. */
export function closedFieldsOf(shape: Shape): ClosedField[] {
  return [...fieldsOf(shape)].flatMap(([name, { classification, nested }]): ClosedField[] => {
    if (classification) return [{ path: [name], classification }];
    if (!nested) return [];
    return closedFieldsOf(nested()).map(({ path, classification: inner }) => ({ path: [name, ...path], classification: inner }));
  });
}

/** The data with a marker of its own in one closed field, wherever it stands; `undefined` where the data has no place for it. */
export function marked(data: JsonObject, { path, classification }: ClosedField, marker: number): JsonObject | undefined {
  let places = 0;
  const mark = (value: JsonValue | undefined, [name, ...rest]: readonly string[]): JsonValue | undefined => {
    if (Array.isArray(value)) return value.map((part) => mark(part, [name!, ...rest])!);
    if (typeof value !== 'object' || value === null) return value;
    if (rest.length > 0) return { ...value, ...(value[name!] !== undefined && { [name!]: mark(value[name!], rest)! }) };
    places += 1;
    return { ...value, [name!]: markerLike(value[name!], classification, marker) };
  };
  const result = mark(data, path) as JsonObject;
  return places === 0 ? undefined : result;
}

/** What is sealed is an envelope; what is stored open keeps its kind, so that whoever computes with it can. */
function markerLike(value: JsonValue | undefined, { kind }: Classification, marker: number): JsonValue {
  if (kind !== 'confidential') return { $sealed: 1, alg: 'A256GCM', key: 'marked', iv: '', ct: `marker-${marker}` };
  if (typeof value === 'boolean') return marker % 2 === 0;
  if (typeof value === 'number') return value + 1_000 + marker;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return `${90_000 + marker}.5`;
  return `marker-${marker}`;
}

/**
 * Where two rows of a view differ that were made from data differing in one closed field alone, although the view does not close the place
 * as much: what is sealed must stay under its category, what is redacted must be so for everybody to whom the source is.
 */
export function leaksBetween(view: Shape, one: JsonValue | undefined, other: JsonValue | undefined, source: Classification): string[] {
  return differencesIn(view, one, other, '', undefined)
    .filter(({ closedBy }) => !closesAsMuch(closedBy, source))
    .map(({ field }) => field);
}

function closesAsMuch(closedBy: Classification | undefined, source: Classification): boolean {
  if (!closedBy) return false;
  if (source.kind !== 'confidential') return closedBy.category === source.category;
  return ROLES.every((role) => !mayRead(role, closedBy.category) || mayRead(role, source.category));
}

interface Difference {
  readonly field: string;
  readonly closedBy: Classification | undefined;
}

function differencesIn(
  shape: Shape | undefined,
  one: JsonValue | undefined,
  other: JsonValue | undefined,
  field: string,
  closedBy: Classification | undefined,
): Difference[] {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.flatMap((part, index) => differencesIn(shape, part, other[index], `${field}.${index}`, closedBy));
  }
  if (isPart(one) && isPart(other)) {
    const fields = shape && fieldsOf(shape);
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) => {
      const { classification, nested } = fields?.get(name) ?? {};
      return differencesIn(nested?.(), one[name], other[name], field === '' ? name : `${field}.${name}`, closedBy ?? classification);
    });
  }
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ field: field === '' ? '(the whole row)' : field, closedBy }];
}

const isPart = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && value['$sealed'] === undefined;
