import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsText } from '../../fields';
import { checkLive, checkUnused } from '../partner-checks';
import { PartnerEngagementWithdrawn, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/**
 * Take back an engagement under an award that should not have been recorded, as long as nothing was done under it (G2). The award stays as
 * it is; what was judged, doubted, confirmed and decided of the partner's eligibility falls with the engagement.
 */
export class WithdrawPartnerEngagement {
  /** Revision of the engagement. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawPartnerEngagement: Decide<WithdrawPartnerEngagement, PartnerState, PartnerEvent> = ({ corrects, reason }, state) => {
  checkLive(state);
  const { engagement, area, others, programme, engagedOn } = state;
  if (engagement?.revision !== corrects) throw refuse('partner-engagement-unknown', { field: 'corrects', values: { corrects } });
  const { award } = engagement;
  checkUnused(state, award);
  if (entryOf(state.awards, award)?.reductions) throw refuse('award-reduced', { values: { award } });
  return [PartnerEngagementWithdrawn({ area, others: [...others], programme, award, engagedOn, corrects, reason })];
};
