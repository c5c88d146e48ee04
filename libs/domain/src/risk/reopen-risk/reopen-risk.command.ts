import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { RiskReopened, type RiskEvent } from '../risk.events';
import { following, reviewAhead } from '../risk.guards';
import { refuse } from '../risk.refusals';
import type { RiskState } from '../risk.stream';

/** Open a closed risk again, with a next review (E1, C15). */
export class ReopenRisk {
  /** Day from which it is one again. */
  @IsDay() reopenedOn!: string;
  /** Day by which it is reviewed. */
  @IsDay() nextReviewOn!: string;
  /** Why it is one again. */
  @FreeText() @IsText() reason!: string;
}

export const reopenRisk: Decide<ReopenRisk, RiskState, RiskEvent> = (command, state, { now }) => {
  if (state.status === 'none') throw refuse('risk-unknown');
  if (state.status === 'open') throw refuse('risk-not-closed');
  following(state, command.reopenedOn, now, 'reopenedOn');
  reviewAhead(command.nextReviewOn, command.reopenedOn);
  return [RiskReopened({ ...command })];
};
