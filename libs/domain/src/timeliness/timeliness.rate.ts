import { londonDay, type Instant } from '@app/calendar';
import { Decimal } from 'decimal.js';
import type { TimelinessCounts, TimelinessFigure } from './timeliness.parts.command';
import { refuse } from './timeliness.refusals';

/** Markers of the publisher in place of a number. */
const SUPPRESSED = 'x';
const NOT_APPLICABLE = 'z';

const isRate = (published: string): boolean =>
  published === SUPPRESSED || published === NOT_APPLICABLE || (!published.startsWith('-') && new Decimal(published).lte(100));

/** Plans issued within 20 weeks of the plans issued, in per cent with one decimal, halves rounded up: 27 of 667 is `4.0` (J7). */
function rateOf(withinTwentyWeeks: number, issued: number): string {
  if (issued === 0) return NOT_APPLICABLE;
  return new Decimal(withinTwentyWeeks).times(100).div(issued).toFixed(1, Decimal.ROUND_HALF_UP);
}

/** What a source says, with its rate: computed where the counts are known, otherwise as published (J7). */
export type RatedFigure = TimelinessCounts & { readonly rate: string };

/** @throws Refused where it is neither both counts nor a published figure, or cannot be. */
export function ratedFigure({ issued, withinTwentyWeeks, published, source, publishedOn }: TimelinessFigure): RatedFigure {
  if (issued === undefined && withinTwentyWeeks === undefined) {
    if (published === undefined) throw refuse('timeliness-figure-missing', { field: 'published' });
    if (!isRate(published)) throw refuse('timeliness-rate-impossible', { field: 'published', values: { published } });
    return { rate: published, source, publishedOn };
  }
  if (issued === undefined || withinTwentyWeeks === undefined) {
    throw refuse('timeliness-counts-incomplete', { field: issued === undefined ? 'issued' : 'withinTwentyWeeks' });
  }
  if (published !== undefined) throw refuse('timeliness-figure-twice', { field: 'published' });
  if (withinTwentyWeeks > issued) {
    throw refuse('timeliness-counts-impossible', { field: 'withinTwentyWeeks', values: { issued, withinTwentyWeeks } });
  }
  return { issued, withinTwentyWeeks, rate: rateOf(withinTwentyWeeks, issued), source, publishedOn };
}

/** @throws Refused where a figure of a year would have been published before the year ended, or lies ahead. */
export function checkPublication(year: number, publishedOn: string, now: Instant): void {
  const yearEndsOn = `${year}-12-31`;
  const today = londonDay(now);
  if (today < yearEndsOn) throw refuse('timeliness-year-not-ended', { field: 'year', values: { year, yearEndsOn } });
  if (publishedOn < yearEndsOn) {
    throw refuse('timeliness-published-too-early', { field: 'publishedOn', values: { year, yearEndsOn } });
  }
  if (publishedOn > today) throw refuse('timeliness-published-in-future', { field: 'publishedOn', values: { publishedOn, today } });
}
