import type { Decide, Found } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsId, IsText } from '../../fields';
import type { PartnerState } from '../../partner/partner.state';
import { AwardRestored, type ProgrammeEvent } from '../programme.events';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';
import { checkRoom } from '../room-in-period';

/**
 * Bind the money of an award again whose reduction should not have been recorded. Money is bound first, here where its sum is guarded;
 * the reduction on the partner's record is taken back by itself after it (G2, G21).
 */
export class RestoreAward {
  /** Id of the award. */
  @IsId() award!: string;
  /** Revision of the reduction on the partner's record: the latest of this award. */
  @IsCount() reduction!: number;
  /** What was wrong. */
  @IsText() reason!: string;
}

type Reads = { partner?: Found<PartnerState> };

export const restoreAward: Decide<RestoreAward, ProgrammeState, ProgrammeEvent, Reads> = (
  { award, reduction, reason },
  state,
  { found },
) => {
  const known = entryOf(state.awards, award);
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  if (known.status !== 'accepted') throw refuse('award-not-accepted', { field: 'award', values: { award, status: known.status } });
  const latest = found.partner && entryOf(found.partner.state.awards, award)?.reductions?.at(-1);
  if (!found.partner || latest?.revision !== reduction) {
    throw refuse('award-reduction-unknown', { field: 'reduction', values: { award, reduction } });
  }
  if (known.restored === reduction) return [];
  const restoredPence = Math.max(0, latest.was - known.pence);
  checkRoom(state, known.period, restoredPence, known.awardedOn);
  const { id: grant, judgedBy } = found.partner;
  return [AwardRestored({ award, grant, reduction, restoredPence, boundPence: known.pence + restoredPence, judgedBy, reason })];
};
