import type { Decide } from '@app/event-sourcing';
import { plain } from '../../plain';
import { SliPartnershipJoined, type LocalAreaEvent } from '../local-area.events';
import { checkNoOverlap, checkNotAhead, checkRegistered } from '../local-area.guards';
import { SliPartnership } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';

/** Record that the local area is a joint sector-led improvement partner for SEND and children's social care (G15). */
export class RecordSliPartnership extends SliPartnership {}

export const recordSliPartnership: Decide<RecordSliPartnership, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { from } = command;
  checkRegistered(state, stream);
  checkNotAhead(from, 'from', now);
  if (state.sliPartnerships.some((known) => known.from === from && known.leftOn === undefined)) return [];
  checkNoOverlap(state.sliPartnerships, { from });
  return [SliPartnershipJoined(plain(command))];
};
