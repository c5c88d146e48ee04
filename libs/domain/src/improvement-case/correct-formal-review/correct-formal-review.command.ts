import type { Decide, Found } from '@app/event-sourcing';
import type { ContractState } from '../../contract/contract.state';
import { entryOf } from '../../entries';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, opened, standingRecord } from '../case.guards';
import { FormalReview } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { FormalReviewCorrected, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';
import { checkReviewContract } from '../review.guards';

/** Correct a formal review that had been recorded wrongly; a decision on it stands (C17). */
export class CorrectFormalReview extends FormalReview {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

type Reads = { contract?: Found<ContractState> };

export const correctFormalReview: Decide<CorrectFormalReview, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { review, heldOn, corrects } = command;
  const known = opened(state);
  standingRecord(state, 'formal-review', review, corrects);
  checkDay(heldOn, 'heldOn', known, now);
  const decided = entryOf(state.decisions, review);
  if (decided && decided.decidedOn < heldOn) throw refuse('decision-before-review', { field: 'heldOn', values: { heldOn } });
  checkReviewContract(command, known.area, found.contract?.state);
  return [FormalReviewCorrected({ ...plain(command), area: known.area })];
};
