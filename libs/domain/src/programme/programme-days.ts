import { londonDay, type Day, type Instant } from '@app/calendar';
import { refuse } from './programme.refusals';
import type { Award, ProgrammeState } from './programme.stream';

/** A day on which something of the programme happened: neither ahead nor before its notice. */
export function checkDay(day: Day, field: string, { publishedOn }: Pick<ProgrammeState, 'publishedOn'>, now: Instant): void {
  const today = londonDay(now);
  if (day > today) throw refuse('day-in-future', { field, values: { day, today } });
  if (day < publishedOn) throw refuse('day-before-programme', { field, values: { published: publishedOn } });
}

/** A day on which an award was accepted, declined or withdrawn: neither ahead nor before it was made. */
export function checkAnswerDay(day: Day, field: string, award: string, { awardedOn }: Award, state: ProgrammeState, now: Instant): void {
  checkDay(day, field, state, now);
  if (day < awardedOn) throw refuse('award-answered-early', { field, values: { award, awarded: awardedOn } });
}
