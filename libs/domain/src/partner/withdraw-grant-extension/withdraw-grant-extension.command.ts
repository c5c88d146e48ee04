import type { Decide } from '@app/event-sourcing';
import { entryOf, withoutEntry } from '../../entries';
import { IsId, IsText } from '../../fields';
import { checkLive } from '../partner-checks';
import { GrantExtensionWithdrawn, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { deliveredDays, fundedUntil, isDrawnOn, type PartnerState } from '../partner.state';

/** Take back an extension of the grant that should not have been recorded, as long as nothing was delivered or claimed in it (G3). */
export class WithdrawGrantExtension {
  /** Award of the further year by its id. */
  @IsId() award!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const withdrawGrantExtension: Decide<WithdrawGrantExtension, PartnerState, PartnerEvent> = ({ award, reason }, state) => {
  checkLive(state);
  const held = entryOf(state.awards, award);
  if (!held) throw refuse('award-not-held', { field: 'award', values: { award } });
  const { from, until, extended } = held;
  if (!extended) throw refuse('award-not-extension', { field: 'award', values: { award } });
  const day = deliveredDays(state).find((one) => from <= one && one <= until);
  if (day !== undefined) throw refuse('extension-delivered-in', { field: 'award', values: { day } });
  if (isDrawnOn(state, award)) throw refuse('award-claimed', { field: 'award', values: { award } });
  if (held.reductions) throw refuse('award-reduced', { field: 'award', values: { award } });
  const without = fundedUntil({ awards: withoutEntry(state.awards, award) });
  return [
    GrantExtensionWithdrawn({
      award,
      from,
      until,
      extendedOn: extended.on,
      fundedUntil: without,
      corrects: extended.revision,
      reason,
    }),
  ];
};
