import type { Decide } from '@app/event-sourcing';
import { IsDay, IsPence, IsText } from '../../fields';
import { FurtherFundingApproved, type ProgrammeEvent } from '../programme.events';
import { checkDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Record the budgetary approval of further funding, with its amount and its end (G3). */
export class ApproveFurtherFunding {
  /** The most that may be awarded in the extension, in pence. */
  @IsPence(1) pence!: number;
  /** Last day that it covers, within one year after the funding period. */
  @IsDay() until!: string;
  /** Day of the approval. */
  @IsDay() approvedOn!: string;
  /** On what it was approved. */
  @IsText() reason!: string;
}

export const approveFurtherFunding: Decide<ApproveFurtherFunding, ProgrammeState, ProgrammeEvent> = (command, state, { now }) => {
  const { pence, until, approvedOn, reason } = command;
  if (state.status !== 'open') throw refuse('programme-not-open');
  if (state.furtherFunding) {
    if (state.furtherFunding.pence === pence && state.furtherFunding.until === until) return [];
    throw refuse('further-funding-already-approved');
  }
  if (until <= state.fundingUntil || until > state.extendableUntil) {
    throw refuse('further-funding-outside-year', { field: 'until', values: { from: state.fundingUntil, until: state.extendableUntil } });
  }
  checkDay(approvedOn, 'approvedOn', state, now);
  return [FurtherFundingApproved({ pence, until, approvedOn, reason })];
};
