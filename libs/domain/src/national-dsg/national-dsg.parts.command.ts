import { IsDay, IsFigure } from '../fields';
import { Sourced } from '../local-area/local-area.parts.command';

/** England's cumulative balance of the dedicated schools grant at a year end, as its source published it: open. */
export class NationalDsgFigure extends Sourced {
  /** Per cent of the year's DSG income, an exact decimal, negative for a deficit: `"-2.26"`; or the publisher's marker `x` or `z`. */
  @IsFigure() balance!: string;
  /** Day on which the source published it. */
  @IsDay() publishedOn!: string;
}
