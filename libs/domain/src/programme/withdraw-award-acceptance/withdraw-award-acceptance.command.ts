import type { Decide, Found } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import type { PartnerState } from '../../partner/partner.state';
import { AwardAcceptanceWithdrawn, type ProgrammeEvent } from '../programme.events';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Take back the record of an acceptance that was not given; the award is offered again (G2). */
export class WithdrawAwardAcceptance {
  /** Id of the award. */
  @IsId() award!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

type Reads = { partner?: Found<PartnerState> };

export const withdrawAwardAcceptance: Decide<WithdrawAwardAcceptance, ProgrammeState, ProgrammeEvent, Reads> = (
  { award, reason },
  state,
  { found },
) => {
  const known = entryOf(state.awards, award);
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  if (known.engagement !== undefined) throw refuse('award-at-discretion', { field: 'award', values: { award } });
  const { status, acceptedOn, acceptedAt } = known;
  if (acceptedOn === undefined || acceptedAt === undefined)
    throw refuse('award-not-accepted', { field: 'award', values: { award, status } });
  if (found.partner && entryOf(found.partner.state.awards, award)) {
    throw refuse('award-drawn-on', { field: 'award', values: { award, grant: found.partner.id } });
  }
  if (known.confirmed.length > 0) throw refuse('award-objectives-confirmed', { field: 'award', values: { award } });
  return [AwardAcceptanceWithdrawn({ award, acceptedOn, corrects: acceptedAt, reason })];
};
