import type { Decide } from '@app/event-sourcing';
import { IsCount, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { knownStep, open } from '../case.guards';
import type { CaseState } from '../case.state';
import { NextStepReopened, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Open a next step again whose completion or cancellation should not have been recorded (J6). */
export class ReopenNextStep {
  /** Next step by its id. */
  @IsId() step!: string;
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const reopenNextStep: Decide<ReopenNextStep, CaseState, CaseEvent> = (command, state) => {
  const { step, corrects } = command;
  const { area } = open(state);
  const { ended, dueOn } = knownStep(state, step);
  if (ended?.revision !== corrects) throw refuse('next-step-not-ended', { field: 'corrects', values: { revision: corrects, step } });
  return [NextStepReopened({ ...plain(command), area, dueOn, ...(ended.on !== undefined && { endedOn: ended.on }) })];
};
