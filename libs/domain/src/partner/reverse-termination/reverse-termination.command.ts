import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { checkEngaged } from '../partner-checks';
import { TerminationReversed, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { grantEnd, type PartnerState } from '../partner.state';

/** Take back a termination that should not have been recorded; open breaches are to be decided on again (G17). */
export class ReverseTermination {
  /** What was wrong. */
  @IsText() reason!: string;
}

export const reverseTermination: Decide<ReverseTermination, PartnerState, PartnerEvent> = ({ reason }, state) => {
  checkEngaged(state);
  if (!state.termination) throw refuse('work-not-terminated');
  if (state.status === 'ended') throw refuse('grant-ended', { values: { ended: grantEnd(state) } });
  return [TerminationReversed({ corrects: state.termination.revision, reason })];
};
