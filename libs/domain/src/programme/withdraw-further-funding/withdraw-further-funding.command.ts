import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { FurtherFundingWithdrawn, type ProgrammeEvent } from '../programme.events';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Take back an approval of further funding on which nothing was extended yet (G3). */
export class WithdrawFurtherFunding {
  /** Why it is taken back. */
  @IsText() reason!: string;
}

export const withdrawFurtherFunding: Decide<WithdrawFurtherFunding, ProgrammeState, ProgrammeEvent> = ({ reason }, state) => {
  if (state.status !== 'open') throw refuse('programme-not-open');
  if (state.extension) throw refuse('programme-already-extended', { values: { until: state.extension.until } });
  if (!state.furtherFunding) return [];
  return [FurtherFundingWithdrawn({ corrects: state.furtherFunding.revision, reason })];
};
