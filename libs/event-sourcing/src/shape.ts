import 'reflect-metadata';
import './rules-of-shapes';
import { Type } from 'class-transformer';
import { ValidateBy, validateSync, ValidateNested, type ValidationError } from 'class-validator';

/** A class whose decorated fields describe plain JSON: an event's data, a command's body, a view. */
export type Shape<D extends object = object> = new () => D;

/** Why a field is closed, and how it is kept (rules P1, P2, P3). */
export interface Classification {
  /** `confidential`: stored as it is, redacted at the edge. `personal`, `free-text`: stored sealed. */
  readonly kind: 'confidential' | 'personal' | 'free-text';
  /** Which category of rule P1, e.g. `la-personnel`, `unpublished-dsg`. */
  readonly category: string;
  /** `personal` only: the sibling field that holds the subject's id. */
  readonly subject?: string;
}

export interface ShapeField {
  readonly classification?: Classification;
  readonly nested?: () => Shape;
}

const fieldsByShape = new Map<object, Map<string, ShapeField>>();
/** With the inherited ones, once asked for. */
const wholeByShape = new Map<object, ReadonlyMap<string, ShapeField>>();

function declareField(prototype: object, name: string, field: ShapeField): void {
  const fields = fieldsByShape.get(prototype.constructor) ?? new Map<string, ShapeField>();
  fields.set(name, { ...fields.get(name), ...field });
  fieldsByShape.set(prototype.constructor, fields);
  wholeByShape.clear();
}

const classified =
  (classification: Classification): PropertyDecorator =>
  (prototype, name) =>
    declareField(prototype, String(name), { classification });

/** Readable only with clearance for the category (P1, P2); stored open. */
export const Confidential = (category: string): PropertyDecorator => classified({ kind: 'confidential', category });

/** Sealed under the key of the subject named in the sibling field, so that it can be erased for good (P3). */
export const Personal = (subject: string, category = 'personnel'): PropertyDecorator => classified({ kind: 'personal', category, subject });

/** Words written by people: sealed under the stream's key and confidential (P1, reading 17). */
export const FreeText = (category = 'free-text'): PropertyDecorator => classified({ kind: 'free-text', category });

const isPart = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Class-validator's own nested check takes a list for one part, one part for a list, and nothing for either. */
const isThere = (each: boolean): PropertyDecorator =>
  ValidateBy({
    name: each ? 'isListOfParts' : 'isPart',
    validator: {
      validate: each ? (value: unknown) => Array.isArray(value) && value.every(isPart) : isPart,
      defaultMessage: () => (each ? '$property must be a list of objects' : '$property must be an object'),
    },
  });

/** A part with a shape of its own, or a list of such parts: validated and classified with the whole. */
export function Nested(shape: () => Shape, options: { each?: boolean } = {}): PropertyDecorator {
  return (prototype, name) => {
    isThere(options.each ?? false)(prototype, name);
    ValidateNested(options)(prototype, name);
    Type(shape)(prototype, String(name));
    declareField(prototype, String(name), { nested: shape });
  };
}

/** The fields of a shape that are classified or nested, inherited ones included. */
export function fieldsOf(shape: Shape): ReadonlyMap<string, ShapeField> {
  const known = wholeByShape.get(shape);
  if (known) return known;
  const parent = Object.getPrototypeOf(shape) as Shape | null;
  const inherited = typeof parent === 'function' && parent.name ? fieldsOf(parent) : new Map<string, ShapeField>();
  const whole = new Map([...inherited, ...(fieldsByShape.get(shape) ?? [])]);
  wholeByShape.set(shape, whole);
  return whole;
}

/** A value that does not have its shape: which field, and what is asked of it. */
export class ShapeError extends Error {
  constructor(
    readonly shape: string,
    readonly problems: readonly { field: string; says: string }[],
  ) {
    super(`${shape}: ${problems.map(({ field, says }) => `${field}: ${says}`).join('; ')}`);
  }
}

/** @throws ShapeError when an instance of a shape does not hold what its decorators ask, or holds anything else. */
export function assertShape(instance: object): void {
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0)
    throw new ShapeError(
      instance.constructor.name,
      errors.flatMap((error) => problemsIn(error)),
    );
}

/** Class-validator's tree as one line per problem, `steps.0.due` style. */
export function problemsIn(error: ValidationError, path = ''): { field: string; says: string }[] {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const asked = error.value === undefined && error.constraints ? [`${error.property} is missing`] : Object.values(error.constraints ?? {});
  const here = [...new Set(asked)].map((says) => ({ field, says }));
  return [...here, ...(error.children ?? []).flatMap((child) => problemsIn(child, field))];
}
