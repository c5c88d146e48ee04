import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { MonitoringReleaseCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered, standingEntry } from '../local-area.guards';
import { checkRelease } from '../look-back.guards';
import { MonitoringRelease } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';

/** Correct the day of a release from monitoring (J1). */
export class CorrectMonitoringRelease extends MonitoringRelease {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctMonitoringRelease: Decide<CorrectMonitoringRelease, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  const { inspection, releasedOn, corrects } = command;
  checkRegistered(state, facts.stream);
  const known = standingEntry(state.monitoringReleases, inspection, corrects);
  checkRelease(command, state, facts.now);
  return known.releasedOn === releasedOn ? [] : [MonitoringReleaseCorrected(plain(command))];
};
