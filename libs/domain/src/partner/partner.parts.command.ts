import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { IsDay, IsFigure, IsId, IsPence, IsPersonId, IsText } from '../fields';

/** Days of one person at one rate, as claimed (G8, G21). */
export class ClaimedDays {
  /** Pseudonym of the person who delivered. */
  @IsPersonId() person!: string;
  /** Rate of a day that is claimed, in pence; at most the rate agreed for the person (G8). */
  @IsPence(1) ratePence!: number;
  /** Days delivered, each recorded with at least 7 hours. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(400) @ArrayUnique() @IsDay({ each: true }) days!: string[];
}

/** One day of one person. */
export class PersonDay {
  /** Pseudonym of the person. */
  @IsPersonId() person!: string;
  /** The day. */
  @IsDay() day!: string;
}

/** What of an overhead item is borne (G9). */
export class OverheadBorne {
  /** Id of the item in the claim. */
  @IsId() item!: string;
  /** Amount in pence; 0 where none of it is. */
  @IsPence() pence!: number;
}

/** One figure of performance or impact in a quarterly report (G18). */
export class ReportedFigure {
  /** What is counted or measured. */
  @IsText(200) measure!: string;
  /** Exact decimal, or the marker `x` or `z`. */
  @IsFigure() value!: string;
}
