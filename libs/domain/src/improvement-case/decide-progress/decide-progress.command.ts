import type { Decide } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { open } from '../case.guards';
import type { CaseState } from '../case.state';
import { PROGRESS_DECISIONS, type ProgressDecision } from '../case.vocabulary';
import { decidedOn, knownReview, type DecisionReads } from '../decision.guards';
import { ProgressDecided, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Decide for VCU whether the area's progress is sufficient: another person than recommended it, and freely (C17, J8). */
export class DecideProgress {
  /** Formal review by its id. */
  @IsId() review!: string;
  /** Whether progress is sufficient. */
  @IsIn(PROGRESS_DECISIONS) progress!: ProgressDecision;
  /** Day of the decision. */
  @IsDay() decidedOn!: string;
  /** Why the supplier's recommendation is not waited for; left out where it is on record or none is due. */
  @IsOptional() @IsText() withoutRecommendation?: string;
  /** Why. */
  @IsText() reason!: string;
}

export const decideProgress: Decide<DecideProgress, CaseState, CaseEvent, DecisionReads> = (command, state, facts) => {
  const { review, progress } = command;
  const { area } = open(state);
  knownReview(state, review);
  const before = entryOf(state.decisions, review);
  if (before && before.progress === progress && before.decidedOn === command.decidedOn) return [];
  if (before) throw refuse('review-decided', { field: 'review', values: { review, decidedOn: before.decidedOn } });
  return [ProgressDecided({ ...plain(command), area, ...decidedOn(command, area, state, facts) })];
};
