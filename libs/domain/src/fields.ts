import { isDay } from '@app/calendar';
import { buildMessage, IsInt, IsString, Length, Matches, Max, Min, ValidateBy, type ValidationOptions } from 'class-validator';

type Each = Pick<ValidationOptions, 'each'>;

const field =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (prototype, name) =>
    decorators.forEach((decorate) => decorate(prototype, name));

const check =
  (name: string, says: string, holds: (value: unknown) => boolean) =>
  (options: Each = {}): PropertyDecorator =>
    ValidateBy(
      { name, validator: { validate: holds, defaultMessage: buildMessage((each) => `${each}$property ${says}`, options) } },
      options,
    );

/** No record is of another time, and what is counted from a day stays one. */
const isDayOfRecord = (text: string): boolean => isDay(text) && text >= '1900-01-01' && text <= '2199-12-31';

/** A London day that exists, `YYYY-MM-DD`, from 1900 to 2199. */
export const IsDay = check(
  'isDay',
  'must be a day that exists, written YYYY-MM-DD',
  (value) => typeof value === 'string' && isDayOfRecord(value),
);

const instant = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** An instant, ISO 8601 with milliseconds and Z. */
export const IsInstant = check(
  'isInstant',
  'must be an instant, written like 2021-11-01T12:00:00.000Z',
  (value) => typeof value === 'string' && instant.test(value) && isDayOfRecord(value.slice(0, 10)),
);

/** An exact decimal as a string, at most 12 digits after the point: `"-4.26"`. */
export const IsExactDecimal = check(
  'isExactDecimal',
  'must be a decimal number as text, like "-4.26"',
  (value) => typeof value === 'string' && /^-?(0|[1-9]\d{0,11})(\.\d{1,12})?$/.test(value),
);

/** A published figure: an exact decimal, or the publisher's marker `x` (suppressed) or `z` (not applicable). */
export const IsFigure = check(
  'isFigure',
  'must be a decimal number as text, or the marker x (suppressed) or z (not applicable)',
  (value) => typeof value === 'string' && /^(x|z|-?(0|[1-9]\d{0,11})(\.\d{1,12})?)$/.test(value),
);

/** The publisher's markers in place of a number, as people say them. */
export const MARKER_SAYS: Readonly<Record<string, string>> = { x: 'suppressed (x)', z: 'not applicable (z)' };

/** Money in whole pence, VAT apart. */
export const IsPence = (least = 0): PropertyDecorator => field(IsInt(), Min(least), Max(100_000_000_000));

/** A count of things: a whole number from 0. */
export const IsCount = (least = 0, most = 1_000_000_000): PropertyDecorator => field(IsInt(), Min(least), Max(most));

/** Id of a stream or of a part of it: letters, digits, `_`, `.` and `~`. */
export const IsId = (options: Each = {}): PropertyDecorator =>
  Matches(/^[A-Za-z0-9_.~]{1,120}$/, {
    ...options,
    message: '$property must be an id of letters, digits, "_", "." and "~", at most 120 of them',
  });

/** Opaque id of a person or subject, never a name. */
export const IsPersonId = (options: Each = {}): PropertyDecorator =>
  Matches(/^[A-Za-z0-9_.:|-]{1,120}$/, { ...options, message: '$property must be the opaque id of a person, not a name' });

/** A recorded event by its place, `category-id@revision`. */
export const IsEventRef = (options: Each = {}): PropertyDecorator =>
  Matches(/^[a-z][A-Za-z]*-[A-Za-z0-9_.~]{1,120}@\d{1,9}$/, {
    ...options,
    message: '$property must be a recorded event, written stream@revision',
  });

/** A stream by its whole name, `category-id`. */
export const IsStreamName = (options: Each = {}): PropertyDecorator =>
  Matches(/^[a-z][A-Za-z]*-[A-Za-z0-9_.~]{1,120}$/, { ...options, message: '$property must be a stream, written category-id' });

/** Words of a person or a document, 1 to 4,000 characters, or as many as `most` says; blanks alone are none. */
export const IsText = (most = 4_000, options: Each = {}): PropertyDecorator => {
  const asked = { ...options, message: `$property must be text of 1 to ${most.toLocaleString('en-GB')} characters` };
  return field(
    IsString(asked),
    Length(1, most, asked),
    Matches(/\S/, { ...options, message: '$property must hold words, not blanks alone' }),
  );
};
