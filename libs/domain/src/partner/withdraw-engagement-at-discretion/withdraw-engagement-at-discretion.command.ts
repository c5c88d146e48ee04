import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { checkLive } from '../partner-checks';
import { EngagementAtDiscretionWithdrawn, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { deliveredDays, isDrawnOn, type PartnerState } from '../partner.state';

/** Take back an engagement at discretion that should not have been recorded, as long as nothing was done under it (G19). */
export class WithdrawEngagementAtDiscretion {
  /** Revision of the engagement, or of its latest correction. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const withdrawEngagementAtDiscretion: Decide<WithdrawEngagementAtDiscretion, PartnerState, PartnerEvent> = (
  { corrects, reason },
  state,
) => {
  checkLive(state);
  const { discretion, area, programme, engagedOn } = state;
  if (discretion?.revision !== corrects) throw refuse('engagement-unknown', { field: 'corrects', values: { corrects } });
  const used =
    deliveredDays(state).length > 0 ||
    Object.keys(state.reports).length > 0 ||
    Object.keys(state.awards).some((award) => award !== discretion.award || isDrawnOn(state, award));
  if (used) throw refuse('engagement-used');
  return [EngagementAtDiscretionWithdrawn({ area, programme, engagedOn, corrects, reason })];
};
