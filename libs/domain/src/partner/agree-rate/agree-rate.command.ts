import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsPence, IsPersonId } from '../../fields';
import { entryOf } from '../../entries';
import { GRADES, MAXIMUM_DAY_RATE_PENCE, type Grade } from '../../programme/grant-terms';
import { checkLive } from '../partner-checks';
import { RateAgreed, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.stream';

/** Agree the day rate of a person who delivers: up to £800 at executive and £600 at management level, everything included (G8). */
export class AgreeRate {
  /** Pseudonym of the person, never a name. */
  @IsPersonId() person!: string;
  /** Level of the person. */
  @IsIn(GRADES) grade!: Grade;
  /** Rate of a day, in pence. */
  @IsPence(1) pence!: number;
  /** First day for which it holds. */
  @IsDay() from!: string;
}

/** The most that a day may cost at a level (G8). */
export function checkMaximum(grade: Grade, pence: number): void {
  const maximum = MAXIMUM_DAY_RATE_PENCE[grade];
  if (pence > maximum) throw refuse('rate-over-maximum', { field: 'pence', values: { grade, maximum, pence } });
}

export const agreeRate: Decide<AgreeRate, PartnerState, PartnerEvent> = ({ person, grade, pence, from }, state) => {
  checkLive(state);
  checkMaximum(grade, pence);
  const known = entryOf(state.rates, person)?.find((rate) => rate.from === from);
  if (known) {
    if (known.grade === grade && known.pence === pence) return [];
    throw refuse('rate-agreed-already', { field: 'from', values: { person, from } });
  }
  return [RateAgreed({ person, grade, pence, from })];
};
