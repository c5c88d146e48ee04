import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsPence, IsPersonId, IsText } from '../../fields';
import { pounds } from '../../money';
import { entryOf } from '../../entries';
import { GRADES, type Grade } from '../../programme/grant-terms';
import { checkMaximum } from '../agree-rate/agree-rate.command';
import { checkEngaged } from '../partner-checks';
import { RateCorrected, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';
import { highestClaimed, rateOn } from '../rates';

/** Correct an agreed day rate; not below what is claimed for the person's days already (G8). */
export class CorrectRate {
  /** Pseudonym of the person. */
  @IsPersonId() person!: string;
  /** Level of the person. */
  @IsIn(GRADES) grade!: Grade;
  /** Rate of a day, in pence. */
  @IsPence(1) pence!: number;
  /** First day of the rate that is corrected. */
  @IsDay() from!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const correctRate: Decide<CorrectRate, PartnerState, PartnerEvent> = ({ person, grade, pence, from, reason }, state) => {
  checkEngaged(state);
  checkMaximum(grade, pence);
  const known = entryOf(state.rates, person)?.find((rate) => rate.from === from);
  if (!known) throw refuse('rate-unknown', { field: 'from', values: { person, from } });
  if (known.grade === grade && known.pence === pence) return [];
  const claimed = highestClaimed(state, person, (day) => rateOn(state, person, day)?.from === from);
  if (pence < claimed) throw refuse('rate-below-claimed', { field: 'pence', values: { person, claimed: pounds(claimed) } });
  return [RateCorrected({ person, grade, pence, from, corrects: known.revision, reason })];
};
