import type { Decide, Found } from '@app/event-sourcing';
import type { ContractState } from '../../contract/contract.state';
import { plain } from '../../plain';
import { checkDay, checkNewRecord, open } from '../case.guards';
import { FormalReview } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { FormalReviewHeld, type CaseEvent } from '../improvement-case.events';
import { checkReviewContract } from '../review.guards';

/** Record a formal review of the area's progress, and the contract whose supplier contributes and recommends (C17, J8). */
export class HoldFormalReview extends FormalReview {}

type Reads = { contract?: Found<ContractState> };

export const holdFormalReview: Decide<HoldFormalReview, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { review, heldOn } = command;
  const known = open(state);
  checkNewRecord(state, 'formal-review', review, 'review');
  checkDay(heldOn, 'heldOn', known, now);
  checkReviewContract(command, known.area, found.contract?.state);
  return [FormalReviewHeld({ ...plain(command), area: known.area })];
};
