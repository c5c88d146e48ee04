import type { Decide, Found } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import type { PartnerState } from '../../partner/partner.state';
import { AwardWithdrawn, type ProgrammeEvent } from '../programme.events';
import { checkAnswerDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Withdraw an award that is not yet accepted, or money at discretion on which no engagement draws; it comes free (G2, G19). */
export class WithdrawAward {
  /** Id of the award. */
  @IsId() award!: string;
  /** Day of the decision. */
  @IsDay() withdrawnOn!: string;
  /** Why it is withdrawn. */
  @IsText() reason!: string;
}

type Reads = { partner?: Found<PartnerState> };

export const withdrawAward: Decide<WithdrawAward, ProgrammeState, ProgrammeEvent, Reads> = (
  { award, withdrawnOn, reason },
  state,
  { now, found },
) => {
  const known = entryOf(state.awards, award);
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  if (known.status === 'withdrawn') return [];
  const { engagement } = known;
  if (engagement !== undefined && found.partner && entryOf(found.partner.state.awards, award)) {
    throw refuse('award-drawn-on', { field: 'award', values: { award, grant: engagement } });
  }
  if (known.status !== 'offered' && engagement === undefined)
    throw refuse('award-not-pending', { field: 'award', values: { award, status: known.status } });
  checkAnswerDay(withdrawnOn, 'withdrawnOn', award, known, state, now);
  return [AwardWithdrawn({ award, withdrawnOn, reason, releasedPence: known.pence })];
};
