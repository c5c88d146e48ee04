import type { Decide, Found } from '@app/event-sourcing';
import type { PartnerState } from '../../partner/partner.state';
import { IsId } from '../../fields';
import { entryOf } from '../../entries';
import { AwardReleased, type ProgrammeEvent } from '../programme.events';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/**
 * Set money free that a partner's award no longer binds. The reduction is on the partner's record first,
 * so money comes free last; how much is read there and not asked for (G2, G21).
 */
export class ReleaseAward {
  /** Id of the award. */
  @IsId() award!: string;
}

/** An engagement at discretion that draws on other money holds it under its own id (G19). */
const isOtherMoney = (award: string, { reference }: ProgrammeState): boolean => award.split('~')[1] === reference;

export const releaseAward: Decide<ReleaseAward, ProgrammeState, ProgrammeEvent, { partner?: Found<PartnerState> }> = (
  { award },
  state,
  { found },
) => {
  const known = entryOf(state.awards, award);
  if (!known && isOtherMoney(award, state)) return [];
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  if (known.status !== 'accepted') throw refuse('award-not-accepted', { field: 'award', values: { award, status: known.status } });
  const held = found.partner && entryOf(found.partner.state.awards, award);
  if (!found.partner || !held || held.pence >= known.pence) return [];
  if (known.restored !== undefined && held.reductions?.at(-1)?.revision === known.restored) return [];
  return [
    AwardReleased({
      award,
      releasedPence: known.pence - held.pence,
      remainingPence: held.pence,
      judgedBy: found.partner.judgedBy,
    }),
  ];
};
