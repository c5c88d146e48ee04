import { IsOptional } from 'class-validator';
import { IsCount, IsDay, IsFigure } from '../fields';
import { Sourced } from '../local-area/local-area.parts.command';

/** How many plans a source counts in a calendar year; `withinTwentyWeeks` of `issued`. */
export class TimelinessCounts extends Sourced {
  /** Plans issued in the year; left out where the source gives the rate alone. */
  @IsOptional() @IsCount() issued?: number;
  /** Of these, issued within 20 weeks of the request; left out where the source gives the rate alone. */
  @IsOptional() @IsCount() withinTwentyWeeks?: number;
  /** Day on which the source published it. */
  @IsDay() publishedOn!: string;
}

/** A figure of one source: either both counts, from which the rate is computed, or the rate as it was published (J7). */
export class TimelinessFigure extends TimelinessCounts {
  /** Per cent as published, an exact decimal, or the marker `x` (suppressed) or `z` (not applicable); only where the counts are not known. */
  @IsOptional() @IsFigure() published?: string;
}
