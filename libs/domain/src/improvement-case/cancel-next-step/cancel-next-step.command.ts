import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { knownStep, open, openStep } from '../case.guards';
import type { CaseState } from '../case.state';
import { NextStepCancelled, type CaseEvent } from '../improvement-case.events';

/** Cancel a next step that is not taken any longer, with a reason (J6). */
export class CancelNextStep {
  /** Next step by its id. */
  @IsId() step!: string;
  /** Why it is not taken. */
  @IsText() reason!: string;
}

export const cancelNextStep: Decide<CancelNextStep, CaseState, CaseEvent> = (command, state) => {
  const { area } = open(state);
  if (knownStep(state, command.step).status === 'removed') return [];
  openStep(state, command.step);
  return [NextStepCancelled({ ...plain(command), area })];
};
