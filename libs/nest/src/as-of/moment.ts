import { isDay, lastInstantOf, londonDay, type Day, type Instant } from '@app/calendar';
import { Problem } from '../http/problem';
import { once } from '../http/query-values';

/** A moment of the past: what was known then, what was true then, or both (P6). */
export interface Moment {
  /** Nothing that was recorded later. */
  readonly recordedAt?: Instant;
  /** Nothing that is true from a later London day on. */
  readonly effectiveAt?: Day;
}

/** Parameters by which an answer is asked as of a moment. */
export const MOMENT_PARAMETERS = ['recordedAt', 'effectiveAt'] as const;

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment that a question asks for; absent where it asks for none.
 * @throws Problem `moment-invalid`, `moment-in-future`, `query-invalid` for a parameter that is given twice
 */
export function momentOf(question: Readonly<Record<string, unknown>>, now: Instant): Moment | undefined {
  const [recordedAt, effectiveAt] = MOMENT_PARAMETERS.map((name) => once(name, question[name]));
  if (recordedAt === undefined && effectiveAt === undefined) return undefined;
  return {
    ...(recordedAt !== undefined && { recordedAt: instantOf('recordedAt', recordedAt, now) }),
    ...(effectiveAt !== undefined && { effectiveAt: dayOf('effectiveAt', effectiveAt, now) }),
  };
}

/** An instant, or a London day, which means its end. @throws Problem `moment-invalid`, `moment-in-future` */
export function instantOf(field: string, text: string, now: Instant): Instant {
  if (isDay(text)) {
    if (text > londonDay(now)) throw inFuture(field, text, now);
    return lastInstantOf(text);
  }
  const day = INSTANT.exec(text)?.[1];
  const time = day !== undefined && isDay(day) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw new Problem(400, 'moment-invalid', `${field} must be an instant such as 2023-10-23T17:00:00Z, or a day such as 2023-10-23.`, {
      field,
    });
  }
  const instant = new Date(time).toISOString();
  if (instant > now) throw inFuture(field, text, now);
  return instant;
}

/** @throws Problem `moment-invalid`, `moment-in-future` */
export function dayOf(field: string, text: string, now: Instant): Day {
  if (!isDay(text)) throw new Problem(400, 'moment-invalid', `${field} must be a day such as 2023-10-23.`, { field });
  if (text > londonDay(now)) throw inFuture(field, text, now);
  return text;
}

/** The London day on which something is overdue or not, as of a moment. */
export const dayOfMoment = ({ recordedAt, effectiveAt }: Moment): Day => effectiveAt ?? londonDay(recordedAt!);

/** What a person calls it. */
export function wordsFor({ recordedAt, effectiveAt }: Moment): string {
  const known = recordedAt === undefined ? [] : [`by what was recorded until ${recordedAt}`];
  const true_ = effectiveAt === undefined ? [] : [`by what was true on ${effectiveAt}`];
  return [...known, ...true_].join(' and ');
}

const inFuture = (field: string, text: string, now: Instant): Problem =>
  new Problem(400, 'moment-in-future', `${field} is ${text}, which is yet to come: it is ${now} now.`, { field });
