import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { plain } from '../../plain';
import { MonitoringInspectionRecorded, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered } from '../local-area.guards';
import { checkMonitoring } from '../look-back.guards';
import { MonitoringInspection } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import { digestOf, type LocalAreaState } from '../local-area.state';

/** Record a published monitoring inspection after outcome (3); it is the inspectorates' to hold (J1). */
export class RecordMonitoringInspection extends MonitoringInspection {}

export const recordMonitoringInspection: Decide<RecordMonitoringInspection, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  checkRegistered(state, facts.stream);
  const { monitoring } = command;
  const said = plain(command);
  const known = entryOf(state.monitoringInspections, monitoring);
  if (known) {
    if (known.digest === digestOf(said)) return [];
    throw refuse('monitoring-already-recorded', { field: 'monitoring', values: { monitoring } });
  }
  checkMonitoring(command, state, facts.now);
  return [MonitoringInspectionRecorded(said)];
};
