import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay } from '../../fields';
import { plain } from '../../plain';
import { InterventionProgrammeLeft, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkRegistered, runningPeriod } from '../local-area.guards';
import { Sourced } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';
import { INTERVENTION_PROGRAMMES, type InterventionProgramme } from '../local-area.vocabulary';

/** Record that the local area left Safety Valve or Delivering Better Value (G13, C14). */
export class RecordInterventionLeaving extends Sourced {
  @IsIn(INTERVENTION_PROGRAMMES) programme!: InterventionProgramme;
  /** First day on which it is no longer a member. */
  @IsDay() leftOn!: string;
}

export const recordInterventionLeaving: Decide<RecordInterventionLeaving, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  const { programme, leftOn } = command;
  checkRegistered(state, facts.stream);
  checkNotAhead(leftOn, 'leftOn', facts.now);
  const memberships = state.interventions.filter((membership) => membership.programme === programme);
  const running = memberships.some((membership) => membership.leftOn === undefined);
  if (!running && memberships.some((membership) => membership.leftOn === leftOn)) return [];
  runningPeriod(memberships, leftOn);
  return [InterventionProgrammeLeft(plain(command))];
};
