import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { checkLive, checkUnused } from '../partner-checks';
import { EngagementAtDiscretionWithdrawn, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

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
  checkUnused(state, discretion.award);
  return [EngagementAtDiscretionWithdrawn({ area, programme, engagedOn, corrects, reason })];
};
