import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { plain } from '../../plain';
import { PartnerLeft, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkOrder, checkRegistered } from '../local-area.guards';
import { Sourced } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';
import { PARTNER_KINDS, type PartnerKind } from '../local-area.vocabulary';

/** Record that an organisation left the local area partnership (J1). */
export class RecordPartnerLeaving extends Sourced {
  @IsIn(PARTNER_KINDS) kind!: PartnerKind;
  /** Name of the organisation, as it joined. */
  @IsText(160) name!: string;
  /** First day on which it is no longer in the partnership. */
  @IsDay() leftOn!: string;
}

export const recordPartnerLeaving: Decide<RecordPartnerLeaving, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { kind, name, leftOn } = command;
  checkRegistered(state, stream);
  checkNotAhead(leftOn, 'leftOn', now);
  const its = state.partners.filter((partner) => partner.kind === kind && partner.name === name);
  const present = its.find((partner) => partner.leftOn === undefined);
  if (!present) {
    if (its.some((partner) => partner.leftOn === leftOn)) return [];
    throw refuse('partner-not-joined', { field: 'name', values: { name } });
  }
  checkOrder(present.from, leftOn, 'leftOn');
  return [PartnerLeft(plain(command))];
};
