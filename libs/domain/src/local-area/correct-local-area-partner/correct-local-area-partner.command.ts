import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsCount, IsDay, IsText } from '../../fields';
import { plain } from '../../plain';
import { LocalAreaPartnerCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkOrder, checkRegistered, standingFact } from '../local-area.guards';
import { LocalAreaPartner } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Correct an organisation's time in the local area partnership, its end included (J1). */
export class CorrectLocalAreaPartner extends LocalAreaPartner {
  /** First day on which it is no longer in the partnership; left out while it is. */
  @IsOptional() @IsDay() leftOn?: string;
  /** Revision of the record of its joining, or of the latest correction. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctLocalAreaPartner: Decide<CorrectLocalAreaPartner, LocalAreaState, LocalAreaEvent> = (
  command,
  state,
  { now, stream },
) => {
  const { corrects, kind, name, from, leftOn } = command;
  checkRegistered(state, stream);
  const known = standingFact(state.partners, corrects);
  checkNotAhead(leftOn ?? from, leftOn === undefined ? 'from' : 'leftOn', now);
  checkOrder(from, leftOn ?? from, 'leftOn');
  const other = state.partners.find(
    (partner) =>
      partner.revision !== corrects &&
      partner.kind === kind &&
      partner.name === name &&
      (leftOn === undefined || partner.from < leftOn) &&
      (partner.leftOn === undefined || from < partner.leftOn),
  );
  if (other) throw refuse('partner-already-joined', { field: 'name', values: { name, revision: other.revision } });
  const same = known.kind === kind && known.name === name && known.from === from && known.leftOn === leftOn;
  return same ? [] : [LocalAreaPartnerCorrected(plain(command))];
};
