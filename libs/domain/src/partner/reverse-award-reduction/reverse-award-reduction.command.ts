import type { Decide, Found } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsId, IsText } from '../../fields';
import type { ProgrammeState } from '../../programme/programme.stream';
import { checkEngaged } from '../partner-checks';
import { AwardReductionReversed, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/**
 * Take back a reduction of an award that should not have been recorded, once the programme binds its money again (G2, G21). Other money of
 * an engagement at discretion is bound by no programme (G19).
 */
export class ReverseAwardReduction {
  /** Id of the award. */
  @IsId() award!: string;
  /** Revision of the reduction: the latest of this award. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @IsText() reason!: string;
}

type Reads = { programme?: Found<ProgrammeState> };

export const reverseAwardReduction: Decide<ReverseAwardReduction, PartnerState, PartnerEvent, Reads> = (
  { award, corrects, reason },
  state,
  { found },
) => {
  checkEngaged(state);
  const held = entryOf(state.awards, award);
  if (!held) throw refuse('award-not-held', { field: 'award', values: { award } });
  const latest = held.reductions?.at(-1);
  if (latest?.revision !== corrects) throw refuse('reduction-unknown', { field: 'corrects', values: { award, corrects } });
  const bound = found.programme && entryOf(found.programme.state.awards, award);
  if (bound && bound.restored !== corrects) throw refuse('award-not-restored', { field: 'award', values: { award } });
  const { was, reducedOn } = latest;
  return [AwardReductionReversed({ award, pence: was, restoredPence: was - held.pence, reducedOn, corrects, reason })];
};
