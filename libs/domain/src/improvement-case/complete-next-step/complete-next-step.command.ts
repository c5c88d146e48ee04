import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, knownStep, open, openStep } from '../case.guards';
import type { CaseState } from '../case.state';
import { NextStepCompleted, type CaseEvent } from '../improvement-case.events';

/** Record that a next step was taken (J6). */
export class CompleteNextStep {
  /** Next step by its id. */
  @IsId() step!: string;
  /** Day of the completion. */
  @IsDay() completedOn!: string;
  /** What shows it. */
  @IsText() reason!: string;
}

export const completeNextStep: Decide<CompleteNextStep, CaseState, CaseEvent> = (command, state, { now }) => {
  const { step, completedOn } = command;
  const known = open(state);
  const { status, ended } = knownStep(state, step);
  if (status === 'completed' && ended?.on === completedOn) return [];
  openStep(state, step);
  checkDay(completedOn, 'completedOn', known, now);
  return [NextStepCompleted({ ...plain(command), area: known.area })];
};
