import type { Decide, Found } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import type { ProgrammeState } from '../../programme/programme.stream';
import { checkGrantDay, checkLive } from '../partner-checks';
import { GrantExtended, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Extend the grant into the further year, under the award that the programme made for it (G3). */
export class ExtendGrant {
  /** Award of the further year by its id. */
  @IsId() award!: string;
  /** Day of the extension. */
  @IsDay() extendedOn!: string;
  /** Why it is extended. */
  @IsText() reason!: string;
}

type Reads = { programme?: Found<ProgrammeState> };

export const extendGrant: Decide<ExtendGrant, PartnerState, PartnerEvent, Reads> = ({ award, extendedOn, reason }, state, facts) => {
  checkLive(state);
  if (entryOf(state.awards, award)) return [];
  const programme = facts.found.programme;
  const granted = programme && entryOf(programme.state.awards, award);
  if (!programme || !granted) throw refuse('partner-award-unknown', { field: 'award', values: { award } });
  const expected = granted.engagement ?? `${granted.partner}~${programme.state.reference}`;
  if (facts.stream.id !== expected) throw refuse('partner-id-mismatch', { field: 'award', values: { id: facts.stream.id, expected } });
  const { status, period, pence } = granted;
  if (status !== 'accepted') throw refuse('partner-award-not-accepted', { field: 'award', values: { award, status } });
  const { extension } = programme.state;
  if (period !== 'extension' || !extension) throw refuse('partner-award-period', { field: 'award', values: { award, period } });
  checkGrantDay(extendedOn, 'extendedOn', state, facts.now);
  return [GrantExtended({ award, pence, from: extension.from, until: extension.until, extendedOn, reason, judgedBy: programme.judgedBy })];
};
