import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { InspectionCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkInspection, checkRegistered, standingEntry } from '../local-area.guards';
import { Inspection } from '../local-area.parts.command';
import { digestOf, type LocalAreaState } from '../local-area.state';

/** Correct an inspection that had been recorded wrongly; it stays under its id (J1). */
export class CorrectInspection extends Inspection {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctInspection: Decide<CorrectInspection, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  checkRegistered(state, stream);
  const known = standingEntry(state.inspections, command.inspection, command.corrects);
  checkInspection(command, now);
  const said = plain(command);
  const same = known.digest === digestOf(said) && known.receivedOn === command.receivedOn;
  return same ? [] : [InspectionCorrected(said)];
};
