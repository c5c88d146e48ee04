import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { checkEngaged } from '../partner-checks';
import { GrantReopened, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Take back an end of the grant that should not have been recorded (G2). */
export class ReopenGrant {
  /** What was wrong. */
  @IsText() reason!: string;
}

export const reopenGrant: Decide<ReopenGrant, PartnerState, PartnerEvent> = ({ reason }, state) => {
  checkEngaged(state);
  if (state.endedAt === undefined) throw refuse('grant-not-ended');
  return [GrantReopened({ corrects: state.endedAt, reason })];
};
