import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsCount, IsDay, IsText } from '../../fields';
import { plain } from '../../plain';
import { InterventionMembershipCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkNoOverlap, checkNotAhead, checkOrder, checkRegistered, standingFact } from '../local-area.guards';
import { InterventionMembership } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';

/** Correct a membership of Safety Valve or Delivering Better Value, its end and its advisers included (J1). */
export class CorrectInterventionMembership extends InterventionMembership {
  /** First day on which it is no longer a member; left out while it is one. */
  @IsOptional() @IsDay() leftOn?: string;
  /** Revision of the record of its joining, or of the latest correction. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctInterventionMembership: Decide<CorrectInterventionMembership, LocalAreaState, LocalAreaEvent> = (
  command,
  state,
  facts,
) => {
  const { programme, from, leftOn, advisers, corrects } = command;
  checkRegistered(state, facts.stream);
  const known = standingFact(state.interventions, corrects);
  checkNotAhead(leftOn ?? from, leftOn === undefined ? 'from' : 'leftOn', facts.now);
  checkOrder(from, leftOn ?? from, 'leftOn');
  const others = state.interventions.filter((membership) => membership.programme === programme);
  checkNoOverlap(others, { from, ...(leftOn !== undefined && { leftOn }) }, corrects);
  const same = known.programme === programme && known.from === from && known.leftOn === leftOn && known.advisers === advisers;
  return same ? [] : [InterventionMembershipCorrected(plain(command))];
};
