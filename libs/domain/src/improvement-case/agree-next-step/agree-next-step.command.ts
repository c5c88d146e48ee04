import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsDay } from '../../fields';
import { plain } from '../../plain';
import { checkDay, open } from '../case.guards';
import { NewNextStep } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { NextStepAgreed, type CaseEvent } from '../improvement-case.events';
import { checkNextStep } from '../oversight.guards';

/** Agree a next step, with its owner and the day by which it is due (J6). */
export class AgreeNextStep extends NewNextStep {
  /** Day of the agreement. */
  @IsDay() agreedOn!: string;
}

export const agreeNextStep: Decide<AgreeNextStep, CaseState, CaseEvent> = (command, state, { now }) => {
  const { step, owner, dueOn, outcome, agreedOn } = command;
  const known = open(state);
  const before = entryOf(state.nextSteps, step);
  if (before?.status === 'open' && before.owner === owner && before.dueOn === dueOn && before.outcome === outcome) return [];
  checkDay(agreedOn, 'agreedOn', known, now);
  checkNextStep(command, agreedOn, state, known);
  return [NextStepAgreed({ ...plain(command), area: known.area })];
};
