import type { Decide } from '@app/event-sourcing';
import { IsDay } from '../../fields';
import { plain } from '../../plain';
import { SliPartnershipLeft, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkRegistered, runningPeriod } from '../local-area.guards';
import { Sourced } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';

/** Record that the local area is no joint sector-led improvement partner any longer (G15). */
export class RecordSliPartnershipLeaving extends Sourced {
  /** First day on which it is no longer a partner. */
  @IsDay() leftOn!: string;
}

export const recordSliPartnershipLeaving: Decide<RecordSliPartnershipLeaving, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  const { leftOn } = command;
  checkRegistered(state, facts.stream);
  checkNotAhead(leftOn, 'leftOn', facts.now);
  const running = state.sliPartnerships.some((partnership) => partnership.leftOn === undefined);
  if (!running && state.sliPartnerships.some((partnership) => partnership.leftOn === leftOn)) return [];
  runningPeriod(state.sliPartnerships, leftOn);
  return [SliPartnershipLeft(plain(command))];
};
