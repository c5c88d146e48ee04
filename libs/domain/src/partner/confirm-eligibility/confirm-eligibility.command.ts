import { addMonths, type Day } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { ELIGIBILITY_REQUIREMENTS, type EligibilityRequirement } from '../../programme/grant-terms';
import { checkGrantDay, checkLive } from '../partner-checks';
import { EligibilityConfirmed, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Confirm, once a year, that every eligibility requirement is still met; the year is counted from the engagement (G16). */
export class ConfirmEligibility {
  /** Day of the confirmation. */
  @IsDay() confirmedOn!: string;
  /** Requirements that are confirmed: all of them. */
  @IsArray() @ArrayMaxSize(5) @ArrayUnique() @IsIn(ELIGIBILITY_REQUIREMENTS, { each: true }) requirements!: EligibilityRequirement[];
  /** What shows it. */
  @IsText() statement!: string;
}

/** First day of the grant year that a day lies in, counted from the engagement. */
export function grantYear(engagedOn: Day, day: Day): Day {
  let years = 0;
  while (addMonths(engagedOn, (years + 1) * 12) <= day) years += 1;
  return addMonths(engagedOn, years * 12);
}

export const confirmEligibility: Decide<ConfirmEligibility, PartnerState, PartnerEvent> = (command, state, { now }) => {
  const { confirmedOn, requirements, statement } = command;
  checkLive(state);
  if (state.atDiscretion) throw refuse('not-watched');
  checkGrantDay(confirmedOn, 'confirmedOn', state, now);
  const requirement = ELIGIBILITY_REQUIREMENTS.find((asked) => !requirements.includes(asked));
  if (requirement) throw refuse('confirmation-incomplete', { field: 'requirements', values: { requirement } });
  const yearFrom = grantYear(state.engagedOn, confirmedOn);
  if (state.confirmations[yearFrom] !== undefined) return [];
  return [EligibilityConfirmed({ yearFrom, confirmedOn, requirements: [...requirements], statement })];
};
