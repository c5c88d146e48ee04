import { FreeText, type Decide } from '@app/event-sourcing';
import { IsInt, Max, Min } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { RiskReassessed, type RiskEvent } from '../risk.events';
import { following, openRisk, reviewAhead } from '../risk.guards';
import type { RiskState } from '../risk.stream';

/** Review a risk: assess it anew, or as before, and set the next review (E1, C15). */
export class ReassessRisk {
  /** Day of the review. */
  @IsDay() reassessedOn!: string;
  /** 1 rare to 5 almost certain. */
  @IsInt() @Min(1) @Max(5) likelihood!: number;
  /** 1 slight to 5 severe. */
  @IsInt() @Min(1) @Max(5) impact!: number;
  /** Day by which it is reviewed again. */
  @IsDay() nextReviewOn!: string;
  /** Why it is judged so. */
  @FreeText() @IsText() reason!: string;
}

export const reassessRisk: Decide<ReassessRisk, RiskState, RiskEvent> = (command, state, { now }) => {
  const { reassessedOn, likelihood, impact, nextReviewOn } = command;
  const { score: previousScore, nextReviewOn: reviewDueOn } = openRisk(state);
  following(state, reassessedOn, now, 'reassessedOn');
  reviewAhead(nextReviewOn, reassessedOn);
  return [RiskReassessed({ ...command, score: likelihood * impact, previousScore, reviewDueOn })];
};
