import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { LocalAreaCodesCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered, standingFact } from '../local-area.guards';
import { LocalAreaCodes } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Correct codes or a name that had been recorded wrongly, at registration or later; the local area's id stays (J1). */
export class CorrectLocalAreaCodes extends LocalAreaCodes {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctLocalAreaCodes: Decide<CorrectLocalAreaCodes, LocalAreaState, LocalAreaEvent> = (command, state, { stream }) => {
  const { corrects, name, laCode, onsCode, region, from } = command;
  checkRegistered(state, stream);
  const known = standingFact(state.codes, corrects);
  const other = state.codes.find((codes) => codes.from === from && codes.revision !== corrects);
  if (other) throw refuse('codes-already-recorded', { field: 'from', values: { from } });
  const same =
    known.name === name && known.laCode === laCode && known.onsCode === onsCode && known.region === region && known.from === from;
  return same ? [] : [LocalAreaCodesCorrected(plain(command))];
};
