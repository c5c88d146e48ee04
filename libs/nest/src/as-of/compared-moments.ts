import type { Instant } from '@app/calendar';
import { Problem } from '../http/problem';
import { once } from '../http/query-values';
import { dayOf, instantOf, momentOf, type Moment } from './moment';

/** Parameters of a comparison, besides a moment that is the same for both. */
export const COMPARISON_PARAMETERS = ['from', 'to', 'by'] as const;

/**
 * The two moments that a question names.
 * @throws Problem `moment-invalid`, `moment-in-future`, `moments-reversed`, `query-invalid`
 */
export function comparedMoments(question: Readonly<Record<string, unknown>>, now: Instant): { from: Moment; to: Moment } {
  const fixed = momentOf(question, now);
  const by = once('by', question.by) ?? 'recorded';
  if (by !== 'recorded' && by !== 'effective') {
    throw new Problem(400, 'query-invalid', 'by is recorded, for what was known, or effective, for what was true.', { field: 'by' });
  }
  const dimension = by === 'recorded' ? 'recordedAt' : 'effectiveAt';
  if (fixed?.[dimension] !== undefined) {
    throw new Problem(400, 'query-invalid', `Moments that are compared by ${dimension} go into from and to.`, { field: dimension });
  }
  const [from, to] = (['from', 'to'] as const).map((name) => {
    const text = once(name, question[name]);
    if (text === undefined) throw new Problem(400, 'query-invalid', `Say ${name} which moment, in the parameter ${name}.`, { field: name });
    return by === 'recorded' ? instantOf(name, text, now) : dayOf(name, text, now);
  }) as [string, string];
  if (from > to) throw new Problem(400, 'moments-reversed', `from is ${from}, which comes after to, ${to}.`, { field: 'from' });
  return { from: { ...fixed, [dimension]: from }, to: { ...fixed, [dimension]: to } };
}
