import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsPence, IsText } from '../../fields';
import { pounds } from '../../money';
import { entryOf } from '../../entries';
import { approvedPence } from '../claim-sums';
import { checkEngaged, checkGrantDay } from '../partner-checks';
import { AwardReduced, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Reduce an award, never below what is approved on it; the programme sets the money free afterwards (G2, G21). */
export class ReduceAward {
  /** Id of the award. */
  @IsId() award!: string;
  /** What the award is to be, in pence. */
  @IsPence() pence!: number;
  /** Day of the reduction. */
  @IsDay() reducedOn!: string;
  /** Why it is reduced. */
  @IsText() reason!: string;
}

export const reduceAward: Decide<ReduceAward, PartnerState, PartnerEvent> = ({ award, pence, reducedOn, reason }, state, { now }) => {
  checkEngaged(state);
  const held = entryOf(state.awards, award);
  if (!held) throw refuse('award-not-held', { field: 'award', values: { award } });
  if (pence === held.pence) return [];
  if (pence > held.pence) throw refuse('award-not-reduced', { field: 'pence', values: { pence: pounds(held.pence) } });
  const approved = approvedPence(state, award);
  if (pence < approved) throw refuse('award-below-approved', { field: 'pence', values: { approved: pounds(approved) } });
  checkGrantDay(reducedOn, 'reducedOn', state, now);
  return [AwardReduced({ award, pence, releasedPence: held.pence - pence, reducedOn, reason })];
};
