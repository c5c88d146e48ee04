import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsPence, IsPersonId } from '../../fields';
import { pounds } from '../../money';
import { entryOf } from '../../entries';
import { GRADES, MAXIMUM_DAY_RATE_PENCE, type Grade } from '../../programme/grant-terms';
import { checkLive } from '../partner-checks';
import { RateAgreed, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { fundedUntil, type PartnerState } from '../partner.state';
import { highestClaimed, rateOn } from '../rates';

/**
 * Agree the day rate of a person who delivers: up to £800 at executive and £600 at management level, everything included;
 * not below what is claimed already for days from then on (G8).
 */
export class AgreeRate {
  /** Pseudonym of the person, never a name. */
  @IsPersonId() person!: string;
  /** Level of the person. */
  @IsIn(GRADES) grade!: Grade;
  /** Rate of a day, in pence. */
  @IsPence(1) pence!: number;
  /** First day for which it holds, one that the grant funds. */
  @IsDay() from!: string;
}

/** The most that a day may cost at a level (G8). */
export function checkMaximum(grade: Grade, pence: number): void {
  const maximum = MAXIMUM_DAY_RATE_PENCE[grade];
  if (pence > maximum)
    throw refuse('rate-over-maximum', { field: 'pence', values: { grade, maximum: pounds(maximum), pence: pounds(pence) } });
}

export const agreeRate: Decide<AgreeRate, PartnerState, PartnerEvent> = ({ person, grade, pence, from }, state) => {
  checkLive(state);
  checkMaximum(grade, pence);
  const known = entryOf(state.rates, person)?.find((rate) => rate.from === from);
  if (known) {
    if (known.grade === grade && known.pence === pence) return [];
    throw refuse('rate-agreed-already', { field: 'from', values: { person, from } });
  }
  const until = fundedUntil(state);
  const first = Object.values(state.awards).reduce((earliest, award) => (award.from < earliest ? award.from : earliest), until);
  if (from < first || from > until) throw refuse('rate-outside-funding', { field: 'from', values: { from: first, until } });
  const claimed = highestClaimed(state, person, (day) => day >= from && (rateOn(state, person, day)?.from ?? '') < from);
  if (pence < claimed) throw refuse('rate-below-claimed', { field: 'pence', values: { person, claimed: pounds(claimed) } });
  return [RateAgreed({ person, grade, pence, from })];
};
