import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { plain } from '../../plain';
import { MonitoringReleaseRecorded, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered } from '../local-area.guards';
import { checkRelease } from '../look-back.guards';
import { MonitoringRelease } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Record that the Department released the local area from monitoring; it does not stand in for a revisit (reading 4). */
export class RecordMonitoringRelease extends MonitoringRelease {}

export const recordMonitoringRelease: Decide<RecordMonitoringRelease, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  checkRegistered(state, facts.stream);
  const { inspection, releasedOn } = command;
  checkRelease(command, state, facts.now);
  const known = entryOf(state.monitoringReleases, inspection);
  if (known?.releasedOn === releasedOn) return [];
  if (known) throw refuse('release-already-recorded', { field: 'releasedOn', values: { inspection, releasedOn: known.releasedOn } });
  return [MonitoringReleaseRecorded(plain(command))];
};
