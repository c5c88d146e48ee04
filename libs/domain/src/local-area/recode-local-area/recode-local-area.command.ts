import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { plain } from '../../plain';
import { LocalAreaRecoded, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered } from '../local-area.guards';
import { LocalAreaCodes } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Record that a local area has other codes, or another name, from a day on, which can lie ahead (J1). */
export class RecodeLocalArea extends LocalAreaCodes {
  /** Why, e.g. the order by which councils were reorganised. */
  @IsText() reason!: string;
}

export const recodeLocalArea: Decide<RecodeLocalArea, LocalAreaState, LocalAreaEvent> = (command, state, { stream }) => {
  const { name, laCode, onsCode, region, from } = command;
  checkRegistered(state, stream);
  const known = state.codes.find((codes) => codes.from === from);
  if (known) {
    const same = known.name === name && known.laCode === laCode && known.onsCode === onsCode && known.region === region;
    if (same) return [];
    throw refuse('codes-already-recorded', { field: 'from', values: { from } });
  }
  return [LocalAreaRecoded(plain(command))];
};
