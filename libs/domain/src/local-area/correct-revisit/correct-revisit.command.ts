import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { RevisitCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered, standingEntry } from '../local-area.guards';
import { checkRevisit } from '../look-back.guards';
import { Revisit } from '../local-area.parts.command';
import { digestOf, type LocalAreaState } from '../local-area.state';

/** Correct a revisit that had been recorded wrongly; it stays under its id (J1). */
export class CorrectRevisit extends Revisit {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctRevisit: Decide<CorrectRevisit, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  checkRegistered(state, stream);
  const known = standingEntry(state.revisits, command.revisit, command.corrects);
  checkRevisit(command, state, now);
  const said = plain(command);
  return known.digest === digestOf(said) ? [] : [RevisitCorrected(said)];
};
