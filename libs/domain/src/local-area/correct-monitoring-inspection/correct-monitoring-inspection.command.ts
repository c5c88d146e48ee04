import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { MonitoringInspectionCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered, standingEntry } from '../local-area.guards';
import { checkMonitoring } from '../look-back.guards';
import { MonitoringInspection } from '../local-area.parts.command';
import { digestOf, type LocalAreaState } from '../local-area.state';

/** Correct a monitoring inspection that had been recorded wrongly; it stays under its id (J1). */
export class CorrectMonitoringInspection extends MonitoringInspection {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctMonitoringInspection: Decide<CorrectMonitoringInspection, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  checkRegistered(state, facts.stream);
  const known = standingEntry(state.monitoringInspections, command.monitoring, command.corrects);
  checkMonitoring(command, state, facts.now);
  const said = plain(command);
  return known.digest === digestOf(said) ? [] : [MonitoringInspectionCorrected(said)];
};
