import type { Decide } from '@app/event-sourcing';
import { IsBoolean, IsIn } from 'class-validator';
import { IsDay } from '../../fields';
import { plain } from '../../plain';
import { InterventionAdvisersRecorded, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkOrder, checkRegistered } from '../local-area.guards';
import { Sourced } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';
import { INTERVENTION_PROGRAMMES, type InterventionProgramme } from '../local-area.vocabulary';

/** Record that a programme now has advisers in the area, or none any longer: the supplier must liaise with them (C14). */
export class RecordInterventionAdvisers extends Sourced {
  @IsIn(INTERVENTION_PROGRAMMES) programme!: InterventionProgramme;
  /** Whether the programme has advisers in the area. */
  @IsBoolean() advisers!: boolean;
  /** First day on which that is so. */
  @IsDay() from!: string;
}

export const recordInterventionAdvisers: Decide<RecordInterventionAdvisers, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  const { programme, advisers, from } = command;
  checkRegistered(state, facts.stream);
  checkNotAhead(from, 'from', facts.now);
  const running = state.interventions.find((membership) => membership.programme === programme && membership.leftOn === undefined);
  if (!running) throw refuse('not-a-member', { field: 'programme' });
  checkOrder(running.from, from, 'from');
  return running.advisers === advisers ? [] : [InterventionAdvisersRecorded(plain(command))];
};
