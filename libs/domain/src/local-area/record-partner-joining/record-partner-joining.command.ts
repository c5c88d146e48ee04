import type { Decide } from '@app/event-sourcing';
import { plain } from '../../plain';
import { PartnerJoined, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkRegistered } from '../local-area.guards';
import { LocalAreaPartner } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Record that an organisation is in the local area partnership: the local authority or its integrated care board (J1). */
export class RecordPartnerJoining extends LocalAreaPartner {}

export const recordPartnerJoining: Decide<RecordPartnerJoining, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { kind, name, from } = command;
  checkRegistered(state, stream);
  checkNotAhead(from, 'from', now);
  const known = state.partners.find(
    (partner) => partner.kind === kind && partner.name === name && (partner.leftOn === undefined || from < partner.leftOn),
  );
  if (known?.from === from) return [];
  if (known) throw refuse('partner-already-joined', { field: 'name', values: { name, revision: known.revision } });
  return [PartnerJoined(plain(command))];
};
