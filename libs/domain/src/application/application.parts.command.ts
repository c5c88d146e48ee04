import { Confidential } from '@app/event-sourcing';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsExactDecimal, IsPence, IsText } from '../fields';
import { ELIGIBILITY_RULE, GRADES, type Grade } from '../programme/grant-terms';

/** Days of one grade in a costing, for the whole funded period (G7, G8). */
export class CostedDays {
  /** Level of the people who deliver. */
  @IsIn(GRADES) grade!: Grade;
  /** Whole days, of at least 7 hours each. */
  @IsInt() @Min(1) @Max(100_000) days!: number;
  /** Rate of a day of one person, in pence. */
  @IsPence(1) dayRatePence!: number;
}

/** What one rule says of one local area, with what it was judged on (G12 to G15, G22). */
export class EligibilityResult {
  /** Rule that was judged, e.g. `G12`, `G13-deficit`. */
  @Matches(ELIGIBILITY_RULE) rule!: string;
  /** `refer`: a person has to judge; `unknown`: a fact is missing. */
  @IsIn(['met', 'not-met', 'refer', 'unknown']) result!: 'met' | 'not-met' | 'refer' | 'unknown';
  /** Route of G12 under which it was judged. */
  @IsOptional() @IsIn(['a', 'b', 'c']) route?: 'a' | 'b' | 'c';
  /** What was found. */
  @IsOptional() @IsText(300) value?: string;
  /** Balance of the dedicated schools grant in per cent of its income; may be unpublished. */
  @IsOptional() @Confidential('unpublished-dsg') @IsExactDecimal() balance?: string;
  /** What it was held against. */
  @IsOptional() @IsText(300) threshold?: string;
  /** Fact that it was judged on. */
  @IsOptional() @IsText(300) fact?: string;
}

/** Minutes of a working day in a costing: 7 hours or more (G7). */
export const IsDayMinutes = (): PropertyDecorator => (prototype, name) => {
  IsInt()(prototype, name);
  Min(1)(prototype, name);
  Max(1_440)(prototype, name);
};
