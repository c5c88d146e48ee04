import type { Decide } from '@app/event-sourcing';
import { IsCount, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { lastOfPlan, opened } from '../case.guards';
import type { CaseState } from '../case.state';
import { ActionPlanWithdrawn, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Withdraw the latest submission of a plan, or one that should not have been recorded: the plan is owed as before it (J3). */
export class WithdrawActionPlan {
  /** Inspection that requires the plan, by its id. */
  @IsId() inspection!: string;
  /** Revision of the submission. */
  @IsCount() corrects!: number;
  /** Why. */
  @IsText() reason!: string;
}

export const withdrawActionPlan: Decide<WithdrawActionPlan, CaseState, CaseEvent> = (command, state) => {
  const { inspection, corrects } = command;
  const { area } = opened(state);
  const last = lastOfPlan(state, inspection);
  if (last?.revision !== corrects) throw refuse('plan-record-not-latest', { field: 'corrects', values: { revision: corrects } });
  if (last.status !== 'submitted') throw refuse('plan-record-not-submission', { field: 'corrects', values: { revision: corrects } });
  return [ActionPlanWithdrawn({ ...plain(command), area, submittedOn: last.on })];
};
