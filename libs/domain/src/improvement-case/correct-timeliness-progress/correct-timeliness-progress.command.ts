import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, opened, standingRecord } from '../case.guards';
import { TimelinessProgress } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { TimelinessProgressCorrected, type CaseEvent } from '../improvement-case.events';

/** Correct an update on EHC plan timeliness that had been recorded wrongly (A3). */
export class CorrectTimelinessProgress extends TimelinessProgress {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctTimelinessProgress: Decide<CorrectTimelinessProgress, CaseState, CaseEvent> = (command, state, { now }) => {
  const { report, reportedOn, corrects } = command;
  const known = opened(state);
  const { on } = standingRecord(state, 'timeliness-progress', report, corrects);
  checkDay(reportedOn, 'reportedOn', known, now);
  return [TimelinessProgressCorrected({ ...plain(command), area: known.area, previouslyReportedOn: on })];
};
