import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { plain } from '../../plain';
import { InspectionRecorded, type LocalAreaEvent } from '../local-area.events';
import { checkInspection, checkRegistered } from '../local-area.guards';
import { Inspection } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import { digestOf, type LocalAreaState } from '../local-area.state';

/** Record a published area SEND inspection; it counts from its publication (J1, G12). */
export class RecordInspection extends Inspection {}

export const recordInspection: Decide<RecordInspection, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  checkRegistered(state, stream);
  const { inspection } = command;
  const said = plain(command);
  const known = entryOf(state.inspections, inspection);
  if (known) {
    if (known.digest === digestOf(said)) return [];
    throw refuse('inspection-already-recorded', { field: 'inspection', values: { inspection } });
  }
  checkInspection(command, now);
  return [InspectionRecorded(said)];
};
