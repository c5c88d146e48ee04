import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsCount, IsDay, IsText } from '../../fields';
import { plain } from '../../plain';
import { SliPartnershipCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkNoOverlap, checkNotAhead, checkOrder, checkRegistered, standingFact } from '../local-area.guards';
import { SliPartnership } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';

/** Correct a joint sector-led improvement partnership, its end included (G15, J1). */
export class CorrectSliPartnership extends SliPartnership {
  /** First day on which it is no longer a partner; left out while it is one. */
  @IsOptional() @IsDay() leftOn?: string;
  /** Revision of the record of its beginning, or of the latest correction. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctSliPartnership: Decide<CorrectSliPartnership, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { from, leftOn, corrects } = command;
  checkRegistered(state, stream);
  const known = standingFact(state.sliPartnerships, corrects);
  checkNotAhead(leftOn ?? from, leftOn === undefined ? 'from' : 'leftOn', now);
  checkOrder(from, leftOn ?? from, 'leftOn');
  checkNoOverlap(state.sliPartnerships, { from, ...(leftOn !== undefined && { leftOn }) }, corrects);
  return known.from === from && known.leftOn === leftOn ? [] : [SliPartnershipCorrected(plain(command))];
};
