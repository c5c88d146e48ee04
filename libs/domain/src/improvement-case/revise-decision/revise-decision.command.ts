import type { Decide } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsCount, IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { opened } from '../case.guards';
import type { CaseState } from '../case.state';
import { PROGRESS_DECISIONS, type ProgressDecision } from '../case.vocabulary';
import { decidedOn, knownReview, type DecisionReads } from '../decision.guards';
import { DecisionRevised, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Revise VCU's decision on progress, with a reason; the former one stays on record (J8, C17). */
export class ReviseDecision {
  /** Formal review by its id. */
  @IsId() review!: string;
  /** Whether progress is sufficient. */
  @IsIn(PROGRESS_DECISIONS) progress!: ProgressDecision;
  /** Day of the decision as it stands from then on. */
  @IsDay() decidedOn!: string;
  /** Why the supplier's recommendation is not waited for; left out where it is on record or none is due. */
  @IsOptional() @IsText() withoutRecommendation?: string;
  /** Revision of the decision that this takes the place of. */
  @IsCount() corrects!: number;
  /** Why. */
  @IsText() reason!: string;
}

export const reviseDecision: Decide<ReviseDecision, CaseState, CaseEvent, DecisionReads> = (command, state, facts) => {
  const { review, progress, corrects } = command;
  const { area } = opened(state);
  knownReview(state, review);
  const before = entryOf(state.decisions, review);
  if (before?.revision !== corrects) throw refuse('decision-not-standing', { field: 'corrects', values: { revision: corrects, review } });
  if (before.progress === progress && before.decidedOn === command.decidedOn) return [];
  return [DecisionRevised({ ...plain(command), area, ...decidedOn(command, area, state, facts) })];
};
