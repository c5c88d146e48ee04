import type { Decide } from '@app/event-sourcing';
import { IsCount, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { lastOfPlan, opened } from '../case.guards';
import type { CaseState } from '../case.state';
import { ActionPlanAnswerWithdrawn, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Withdraw an acceptance, a return or a publication of the plan that should not have been recorded (J3). */
export class WithdrawActionPlanAnswer {
  /** Inspection that requires the plan, by its id. */
  @IsId() inspection!: string;
  /** Revision of the record, which is the latest about the plan. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const withdrawActionPlanAnswer: Decide<WithdrawActionPlanAnswer, CaseState, CaseEvent> = (command, state) => {
  const { inspection, corrects } = command;
  const { area } = opened(state);
  const last = lastOfPlan(state, inspection);
  if (last?.revision !== corrects || last.status === 'submitted') {
    throw refuse('plan-record-not-latest', { field: 'corrects', values: { revision: corrects } });
  }
  return [ActionPlanAnswerWithdrawn({ ...plain(command), area, answer: last.status, effectiveOn: last.on })];
};
