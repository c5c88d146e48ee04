import type { Decide } from '@app/event-sourcing';
import { plain } from '../../plain';
import { InterventionProgrammeJoined, type LocalAreaEvent } from '../local-area.events';
import { checkNoOverlap, checkNotAhead, checkRegistered } from '../local-area.guards';
import { InterventionMembership } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';

/** Record that the local area is in Safety Valve or Delivering Better Value (G13, C14). */
export class RecordInterventionJoining extends InterventionMembership {}

export const recordInterventionJoining: Decide<RecordInterventionJoining, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  const { programme, from, advisers } = command;
  checkRegistered(state, facts.stream);
  checkNotAhead(from, 'from', facts.now);
  const memberships = state.interventions.filter((membership) => membership.programme === programme);
  if (memberships.some((known) => known.from === from && known.leftOn === undefined && known.advisers === advisers)) return [];
  checkNoOverlap(memberships, { from });
  return [InterventionProgrammeJoined(plain(command))];
};
