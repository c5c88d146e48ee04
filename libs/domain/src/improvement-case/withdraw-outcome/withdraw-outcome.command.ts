import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, knownOutcome, open, standingOutcome } from '../case.guards';
import type { CaseState } from '../case.state';
import { OutcomeWithdrawn, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Withdraw an outcome that is not pursued any longer; other ones can be agreed instead (A1, reading 27). */
export class WithdrawOutcome {
  /** Outcome by its id. */
  @IsId() outcome!: string;
  /** Day from which that is so. */
  @IsDay() withdrawnOn!: string;
  /** Why. */
  @IsText() reason!: string;
}

export const withdrawOutcome: Decide<WithdrawOutcome, CaseState, CaseEvent> = (command, state, { now }) => {
  const { outcome, withdrawnOn } = command;
  const known = open(state);
  const { status, ended } = knownOutcome(state, outcome);
  if (status === 'withdrawn' && ended?.on === withdrawnOn) return [];
  const { kind, agreedOn } = standingOutcome(state, outcome);
  checkDay(withdrawnOn, 'withdrawnOn', known, now);
  if (withdrawnOn < agreedOn) throw refuse('outcome-ended-before-agreed', { field: 'withdrawnOn', values: { outcome, agreedOn } });
  return [OutcomeWithdrawn({ ...plain(command), area: known.area, kind })];
};
