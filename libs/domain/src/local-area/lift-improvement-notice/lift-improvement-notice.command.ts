import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { ImprovementNoticeLifted, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkOrder, checkRegistered } from '../local-area.guards';
import type { LocalAreaState } from '../local-area.state';
import { knownNotice, noticeInForce } from '../notice.guards';

/** Lift an improvement notice: an act of the Department, not of the area; open steps end with it (J10). */
export class LiftImprovementNotice {
  /** Notice by its id. */
  @IsId() notice!: string;
  /** Day of the lifting. */
  @IsDay() liftedOn!: string;
  /** Why the Department lifts it. */
  @IsText() reason!: string;
}

export const liftImprovementNotice: Decide<LiftImprovementNotice, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { notice, liftedOn } = command;
  checkRegistered(state, stream);
  if (knownNotice(state, notice).lifted?.on === liftedOn) return [];
  const known = noticeInForce(state, notice);
  checkNotAhead(liftedOn, 'liftedOn', now);
  checkOrder(known.issuedOn, liftedOn, 'liftedOn');
  return [ImprovementNoticeLifted(plain(command))];
};
